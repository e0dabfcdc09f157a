package org.megatronsetup.run;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Credentials.Login;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.words.Words;

/**
 * Credentials as the files that pip, uv and git read: a netrc, a git credential store with the
 * origins it is for, and the proxy's URL. They live in {@code secrets/} of the run directory.
 */
final class SecretFiles {
  private SecretFiles() {}

  /** Path in the run directory to content; empty when there is no secret. */
  static Map<String, String> of(Credentials credentials) {
    Map<String, String> files = new LinkedHashMap<>();
    if (!credentials.logins().isEmpty()) {
      StringBuilder netrc = new StringBuilder();
      StringBuilder store = new StringBuilder();
      StringBuilder origins = new StringBuilder();
      for (Login login : credentials.logins()) {
        checkLine(login.user());
        checkLine(login.password());
        URI origin = origin(login);
        netrc.append("machine ").append(origin.getHost()).append(" login ");
        netrc.append(netrcWord(login.user())).append(" password ");
        netrc.append(netrcWord(login.password())).append('\n');
        store.append(origin.getScheme()).append("://").append(percent(login.user())).append(':');
        store.append(percent(login.password())).append('@').append(origin.getRawAuthority());
        store.append('\n');
        origins.append(origin.getScheme()).append("://").append(origin.getRawAuthority());
        origins.append('\n');
      }
      files.put("secrets/netrc", netrc.toString());
      files.put("secrets/git", store.toString());
      files.put("secrets/origins", origins.toString());
    }
    if (!credentials.proxy().isEmpty()) {
      checkLine(credentials.proxy());
      files.put("secrets/proxy", credentials.proxy() + "\n");
    }
    return files;
  }

  private static URI origin(Login login) {
    try {
      URI origin = URI.create(login.origin());
      if (origin.getHost() != null && origin.getScheme() != null && origin.getUserInfo() == null) {
        return origin;
      }
    } catch (IllegalArgumentException e) {
      // the message would show the text, which may hold a password
      throw badOrigin();
    }
    throw badOrigin();
  }

  private static SetupException badOrigin() {
    return new SetupException(
        Problem.answers(
            "login-origin",
            "",
            Words.of("run.login-origin.sentence"),
            Words.of("run.login-origin.cause"),
            Words.of("run.login-origin.next")));
  }

  private static void checkLine(String secret) {
    if (secret.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
      throw new SetupException(
          Problem.answers(
              "login-characters",
              "",
              Words.of("run.login-characters.sentence"),
              Words.of("run.login-characters.cause"),
              Words.of("run.login-characters.next")));
    }
  }

  /** Plain where possible: Python before 3.11 takes quotes in a netrc for part of the word. */
  static String netrcWord(String word) {
    boolean plain =
        !word.isEmpty()
            && word.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"' || c == '\\');
    return plain ? word : "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  static String percent(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean unreserved =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~".indexOf(c) >= 0;
      if (unreserved) {
        encoded.append(c);
      } else {
        encoded.append(String.format("%%%02X", b & 0xff));
      }
    }
    return encoded.toString();
  }
}
