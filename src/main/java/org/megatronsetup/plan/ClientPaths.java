package org.megatronsetup.plan;

import java.util.Optional;
import java.util.regex.Pattern;
import org.megatronsetup.model.Problem;

/** Which paths of the computer that this program runs on may stand in answers. */
final class ClientPaths {
  private static final Pattern ABSOLUTE = Pattern.compile("/[^/].*|[A-Za-z]:[\\\\/].*");

  private ClientPaths() {}

  /** Whether it says by itself where it is, with nothing in it that a screen would not show. */
  static boolean isPlain(String path) {
    return path.codePoints().noneMatch(Character::isISOControl) && ABSOLUTE.matcher(path).matches();
  }

  static Optional<Problem> wheels(String path, String field) {
    return isPlain(path)
        ? Optional.empty()
        : Optional.of(
            Problem.answers(
                "client-path-form",
                field,
                "The folder of wheels is not named by an absolute path.",
                "It lies on this computer; “~” is not replaced, and control characters are not"
                    + " taken.",
                "Write the whole path, such as /home/me/wheels."));
  }
}
