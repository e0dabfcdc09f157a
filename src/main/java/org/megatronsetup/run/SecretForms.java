package org.megatronsetup.run;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.shell.ShellText;

/** The texts in which a secret may show itself. */
final class SecretForms {
  /** Shorter ones would hide half of an ordinary log. */
  private static final int SHORTEST = 4;

  private final Set<String> forms = new LinkedHashSet<>();

  /** Longest first, so that a part of a form is not taken before the whole. */
  List<String> all() {
    return forms.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  void add(Credentials credentials) {
    for (Credentials.Login login : credentials.logins()) {
      addSecret(login.password());
      keep(base64(login.user() + ":" + login.password()));
    }
    String proxy = credentials.proxy();
    int start = proxy.indexOf("://") + 3;
    int at = proxy.lastIndexOf('@');
    int colon = proxy.indexOf(':', start);
    if (start > 2 && colon > 0 && colon < at) {
      String password = proxy.substring(colon + 1, at);
      addSecret(password);
      String decoded = decoded(password);
      addSecret(decoded);
      keep(base64(decoded(proxy.substring(start, colon)) + ":" + decoded));
    }
  }

  /** A secret with all its forms; each line of one with several lines. */
  void addSecret(String secret) {
    secret.lines().forEach(this::addLine);
  }

  private void addLine(String line) {
    if (line.length() < SHORTEST) {
      return;
    }
    keep(line);
    String percent = SecretFiles.percent(line);
    keep(percent);
    keep(percent.toLowerCase(Locale.ROOT));
    keep(URLEncoder.encode(line, StandardCharsets.UTF_8));
    keep(line.replace("\\", "\\\\").replace("\"", "\\\""));
    keep(ShellText.quote(line));
    base64Inside(line).forEach(this::keep);
  }

  private void keep(String form) {
    if (form.length() >= SHORTEST) {
      forms.add(form);
      // the alphabet of URLs
      forms.add(form.replace('+', '-').replace('/', '_'));
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What is the same in every base64 text that holds the secret somewhere. */
  private static List<String> base64Inside(String secret) {
    List<String> cores = new ArrayList<>();
    for (int before = 0; before < 3; before++) {
      String encoded = base64("x".repeat(before) + secret);
      // characters that also depend on the neighbours
      int from = before == 0 ? 0 : before + 1;
      int bytes = before + secret.getBytes(StandardCharsets.UTF_8).length;
      int to = bytes % 3 == 0 ? encoded.length() : encoded.length() - 1;
      if (to - from >= 2 * SHORTEST) {
        cores.add(encoded.substring(from, to));
      }
    }
    return cores;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
