package org.megatronsetup.wizard.flow;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.model.Credentials;

/** A typed URL, and the login that may be in it. Never fails: what is no URL is left as it is. */
final class Address {
  private static final Pattern URL =
      Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*://)(?:(?<login>[^/?#]*)@)?(?<rest>.*)");

  private Address() {}

  static String withoutLogin(String address) {
    Matcher url = URL.matcher(address);
    return url.matches() && url.group("scheme").startsWith("http")
        ? url.group("scheme") + url.group("rest")
        : address;
  }

  /** Scheme, host and port. */
  static Optional<String> origin(String address) {
    Matcher url = URL.matcher(address);
    return url.matches()
        ? Optional.of(url.group("scheme") + url.group("rest").replaceFirst("[/?#].*", ""))
        : Optional.empty();
  }

  static Optional<Credentials.Login> login(String address) {
    Matcher url = URL.matcher(address);
    // ssh://git@host carries a user name that is part of the address, not a secret
    if (!url.matches() || url.group("login") == null || !url.group("scheme").startsWith("http")) {
      return Optional.empty();
    }
    String[] parts = url.group("login").split(":", 2);
    return origin(address)
        .map(
            origin ->
                new Credentials.Login(
                    origin, decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : ""));
  }

  private static String decoded(String text) {
    try {
      // a plus sign stands for itself in this part of a URL
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
