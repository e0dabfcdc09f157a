package org.megatronsetup.index;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** What kind of place an address names: a web server, or a folder on the target. */
final class Address {
  private Address() {}

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
