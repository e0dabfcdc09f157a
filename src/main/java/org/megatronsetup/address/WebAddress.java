package org.megatronsetup.address;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.model.Credentials;

/**
 * An address taken apart, nothing decoded: of an index, a repository or a proxy, with the login
 * that people write into such.
 *
 * @param scheme in lower case
 * @param userInfo what stands before the {@code @}, if there is one
 * @param host with brackets for IPv6, empty for {@code file:///…}
 * @param port with its colon, or empty
 * @param rest path, query and fragment
 */
public record WebAddress(
    String scheme, Optional<String> userInfo, String host, String port, String rest) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)(.*)", Pattern.DOTALL);
  private static final Pattern HOST_PORT = Pattern.compile("(\\[[^]]*\\]|[^:]*)(:.*)?");

  /** The same address without name and password, fit to be shown; what is no address stays. */
  public static String withoutLogin(String text) {
    return parse(text)
        .filter(WebAddress::holdsSecret)
        .map(WebAddress::withoutUserInfo)
        .orElse(text);
  }

  /**
   * The login that is written into an address of the web. In one such as {@code ssh://git@host} the
   * name is no secret, and belongs to the address.
   */
  public static Optional<Credentials.Login> login(String text) {
    return parse(text)
        .filter(a -> a.scheme().startsWith("http"))
        .flatMap(a -> a.userInfo().map(a::loginOf));
  }

  /** Scheme, host and port, as logins are kept by. */
  public static Optional<String> originOf(String text) {
    return parse(text).filter(a -> !a.host().isEmpty()).map(WebAddress::origin);
  }

  private Credentials.Login loginOf(String both) {
    String[] parts = both.split(":", 2);
    return new Credentials.Login(
        origin(), decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
  }

  /** Undoes percent signs; a plus sign is a plus sign here. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** Empty if the text has no scheme and authority. */
  public static Optional<WebAddress> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String authority = form.group(2);
    int at = authority.lastIndexOf('@');
    Matcher host = HOST_PORT.matcher(authority.substring(at + 1));
    if (!host.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new WebAddress(
            form.group(1).toLowerCase(Locale.ROOT),
            at < 0 ? Optional.empty() : Optional.of(authority.substring(0, at)),
            host.group(1),
            host.group(2) == null ? "" : host.group(2),
            form.group(3)));
  }

  /** The path, without query and fragment. */
  public String path() {
    return rest.replaceFirst("[?#].*$", "");
  }

  /** Scheme, host and port, as logins are kept by. */
  public String origin() {
    return scheme + "://" + host.toLowerCase(Locale.ROOT) + port;
  }

  /** The origin with the port that is meant, written or not: the same for two names of a server. */
  public String server() {
    String meant = port.length() > 1 ? port : scheme.equals("https") ? ":443" : ":80";
    return scheme + "://" + host.toLowerCase(Locale.ROOT) + meant;
  }

  public String withoutUserInfo() {
    return scheme + "://" + host + port + rest;
  }

  /** Whether anybody who sees it could use it to log in. */
  public boolean holdsSecret() {
    boolean web = !scheme.equals("ssh") && !scheme.equals("git+ssh");
    return userInfo.isPresent() && (web || userInfo.get().contains(":"));
  }
}
