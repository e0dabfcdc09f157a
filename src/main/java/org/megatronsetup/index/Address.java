package org.megatronsetup.index;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.megatronsetup.model.Credentials;

/** Addresses of indexes and repositories, and the logins that people write into them. */
public final class Address {
  private Address() {}

  /** The same address without a name and password, fit to be shown. */
  public static String withoutLogin(String address) {
    int scheme = address.indexOf("://");
    if (scheme < 0) {
      return address;
    }
    int start = scheme + 3;
    int at = address.lastIndexOf('@', authorityEnd(address, start) - 1);
    return at < start ? address : address.substring(0, start) + address.substring(at + 1);
  }

  /** The login that is written into an address. */
  public static Optional<Credentials.Login> login(String address) {
    int scheme = address.indexOf("://");
    if (scheme < 0) {
      return Optional.empty();
    }
    int start = scheme + 3;
    int end = authorityEnd(address, start);
    int at = address.lastIndexOf('@', end - 1);
    if (at < start) {
      return Optional.empty();
    }
    String both = address.substring(start, at);
    int colon = both.indexOf(':');
    String user = colon < 0 ? both : both.substring(0, colon);
    String password = colon < 0 ? "" : both.substring(colon + 1);
    String origin = address.substring(0, start) + address.substring(at + 1, end);
    return Optional.of(new Credentials.Login(origin, decode(user), decode(password)));
  }

  private static int authorityEnd(String address, int start) {
    for (int i = start; i < address.length(); i++) {
      if ("/?#".indexOf(address.charAt(i)) >= 0) {
        return i;
      }
    }
    return address.length();
  }

  /** Undoes percent signs; a plus sign is a plus sign here. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** Scheme, host and port in one spelling; empty for anything without a host. */
  static Optional<String> origin(String address) {
    try {
      URI uri = new URI(address);
      if (uri.getScheme() == null || uri.getHost() == null) {
        return Optional.empty();
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      int usual = scheme.equals("https") ? 443 : 80;
      int port = uri.getPort() < 0 ? usual : uri.getPort();
      return Optional.of(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static boolean isHttp(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  /** The path that a {@code file:} address or a plain path names; empty for other addresses. */
  static Optional<String> path(String address) {
    if (address.startsWith("/")) {
      return Optional.of(address);
    }
    if (!address.startsWith("file:")) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(new URI(address.replace(" ", "%20")).getPath());
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  static String withSlash(String address) {
    return address.endsWith("/") ? address : address + "/";
  }
}
