package org.megatronsetup.index;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.megatronsetup.address.WebAddress;
import org.megatronsetup.model.Credentials;

/**
 * A proxy, and for which hosts it is used.
 *
 * @param login if the proxy asks for one
 * @param exceptions hosts that are reached directly, as {@code NO_PROXY} lists them
 */
record ProxyRoute(String host, int port, Optional<Credentials.Login> login, String exceptions) {
  private static final int USUAL_PORT = 8080;

  /** Reads an address such as {@code http://user:password@host:3128}; the scheme may be missing. */
  static Optional<ProxyRoute> of(String address, String exceptions) {
    String full = address.contains("://") ? address : "http://" + address;
    try {
      URI uri = URI.create(WebAddress.withoutLogin(full));
      return Optional.ofNullable(uri.getHost())
          .map(
              host ->
                  new ProxyRoute(
                      host,
                      uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                      WebAddress.login(full),
                      exceptions));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What the environment says for a scheme, in the spelling that curl, pip and git share. */
  static Optional<ProxyRoute> fromEnvironment(Map<String, String> environment, String scheme) {
    return variable(environment, scheme + "_proxy")
        .or(() -> variable(environment, "all_proxy"))
        .flatMap(address -> of(address, variable(environment, "no_proxy").orElse("")));
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
        .filter(value -> !value.isBlank());
  }

  /** Whether a host is reached through this proxy. */
  boolean serves(String target) {
    for (String exception : exceptions.split(",", -1)) {
      String name = exception.strip().toLowerCase(Locale.ROOT);
      String bare = name.startsWith(".") ? name.substring(1) : name;
      if (name.equals("*")
          || (!bare.isEmpty() && (target.equals(bare) || target.endsWith("." + bare)))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
