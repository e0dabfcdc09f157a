package org.megatronsetup.run.progress;

import java.util.regex.MatchResult;

/** Small help with regular expressions of alternatives. */
final class Groups {
  private Groups() {}

  /** The one group of an alternative that took part. */
  static String any(MatchResult match) {
    for (int i = 1; i <= match.groupCount(); i++) {
      if (match.group(i) != null) {
        return match.group(i);
      }
    }
    return "";
  }
}
