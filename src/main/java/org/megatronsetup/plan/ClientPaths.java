package org.megatronsetup.plan;

import java.util.Optional;
import java.util.regex.Pattern;
import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

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
                Words.of("plan.client-path-form.sentence"),
                Words.of("plan.client-path-form.cause"),
                Words.of("plan.client-path-form.next")));
  }
}
