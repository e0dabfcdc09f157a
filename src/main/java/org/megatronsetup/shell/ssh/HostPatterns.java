package org.megatronsetup.shell.ssh;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Patterns of names as OpenSSH has them: {@code *}, {@code ?}, {@code !}, in lists. */
final class HostPatterns {

  private HostPatterns() {}

  /** Whether one pattern of the list is met and none of those that begin with {@code !} is. */
  static boolean matchesList(String patterns, String name) {
    return listed(List.of(patterns.split(",", -1)), pattern -> matches(pattern, name));
  }

  /** The same for a list that is taken apart already, and any way to judge one pattern. */
  static boolean listed(List<String> patterns, Predicate<String> fits) {
    boolean found = false;
    for (String pattern : patterns) {
      boolean negated = pattern.startsWith("!");
      if (fits.test(negated ? pattern.substring(1) : pattern)) {
        if (negated) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  /** Case does not count: names of hosts have none. */
  static boolean matches(String pattern, String name) {
    return glob(pattern.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
  }

  /** Case counts: aliases in a configuration are told apart by it. */
  static boolean glob(String wanted, String given) {
    int p = 0;
    int g = 0;
    // where to go on when the last star has to take one character more
    int star = -1;
    int taken = 0;
    while (g < given.length()) {
      if (p < wanted.length() && wanted.charAt(p) == '*') {
        star = p++;
        taken = g;
      } else if (p < wanted.length()
          && (wanted.charAt(p) == '?' || wanted.charAt(p) == given.charAt(g))) {
        p++;
        g++;
      } else if (star >= 0) {
        p = star + 1;
        g = ++taken;
      } else {
        return false;
      }
    }
    while (p < wanted.length() && wanted.charAt(p) == '*') {
      p++;
    }
    return p == wanted.length();
  }
}
