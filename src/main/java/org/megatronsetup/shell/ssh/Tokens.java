package org.megatronsetup.shell.ssh;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for something else in the paths of an SSH configuration: {@code ~}, {@code ${NAME}},
 * and {@code %} with a letter, as ssh_config(5) lists them.
 */
final class Tokens {
  private static final Pattern TOKEN = Pattern.compile("%(.?)|\\$\\{([^}]*)\\}");

  private final Surroundings here;
  private final Map<String, String> letters;

  /**
   * @param typed the host as it was typed
   * @param keyName the name that its key is kept under
   */
  Tokens(
      Surroundings here, String typed, String host, int port, String remoteUser, String keyName) {
    this.here = here;
    this.letters =
        Map.of(
            "%",
            "%",
            "d",
            here.home().toString(),
            "h",
            host,
            "n",
            typed,
            "p",
            Integer.toString(port),
            "r",
            remoteUser,
            "u",
            here.user(),
            "k",
            keyName);
  }

  /** The path that is meant; empty if a token in it is not known here. */
  Optional<Path> path(String written) {
    Matcher token = TOKEN.matcher(withHome(written));
    StringBuilder text = new StringBuilder();
    while (token.find()) {
      String value =
          token.group(1) == null
              ? here.variables().get(token.group(2))
              : letters.get(token.group(1));
      if (value == null) {
        return Optional.empty();
      }
      token.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    try {
      return Optional.of(here.home().resolve(token.appendTail(text).toString()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private String withHome(String written) {
    boolean own = written.equals("~") || written.startsWith("~/");
    // a home folder may itself hold a sign that would be taken for a token
    return own ? here.home().toString().replace("%", "%%") + written.substring(1) : written;
  }
}
