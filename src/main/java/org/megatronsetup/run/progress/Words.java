package org.megatronsetup.run.progress;

import java.util.regex.MatchResult;

/** Small help with labels. */
final class Words {
  private Words() {}

  /** The one group of an alternative that took part. */
  static String anyGroup(MatchResult match) {
    for (int i = 1; i <= match.groupCount(); i++) {
      if (match.group(i) != null) {
        return match.group(i);
      }
    }
    return "";
  }

  static String packages(String verb, int count) {
    return verb + " " + count + (count == 1 ? " package" : " packages");
  }
}
