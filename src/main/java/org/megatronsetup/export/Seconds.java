package org.megatronsetup.export;

import java.util.Locale;
import org.megatronsetup.model.Check;

/** How long a check took; nothing for one that was skipped. */
final class Seconds {
  private Seconds() {}

  static String of(Check check) {
    if (check.status() == Check.Status.SKIPPED) {
      return "";
    }
    return check.seconds() < 0.05
        ? "< 0.1 s"
        : String.format(Locale.ROOT, "%.1f s", check.seconds());
  }
}
