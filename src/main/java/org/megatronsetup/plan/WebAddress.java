package org.megatronsetup.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address taken apart, nothing decoded.
 *
 * @param scheme in lower case
 * @param userInfo what stands before the {@code @}, if there is one
 * @param host with brackets for IPv6, empty for {@code file:///…}
 * @param port with its colon, or empty
 * @param rest path, query and fragment
 */
record WebAddress(String scheme, Optional<String> userInfo, String host, String port, String rest) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)(.*)", Pattern.DOTALL);
  private static final Pattern HOST_PORT = Pattern.compile("(\\[[^]]*\\]|[^:]*)(:.*)?");

  /** Empty if the text has no scheme and authority. */
  static Optional<WebAddress> parse(String text) {
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
  String path() {
    return rest.replaceFirst("[?#].*$", "");
  }

  /** Scheme, host and port, as logins are kept by. */
  String origin() {
    return scheme + "://" + host.toLowerCase(Locale.ROOT) + port;
  }

  String withoutUserInfo() {
    return scheme + "://" + host + port + rest;
  }

  /** Whether anybody who sees it could use it to log in. */
  boolean holdsSecret() {
    boolean web = !scheme.equals("ssh") && !scheme.equals("git+ssh");
    return userInfo.isPresent() && (web || userInfo.get().contains(":"));
  }
}
