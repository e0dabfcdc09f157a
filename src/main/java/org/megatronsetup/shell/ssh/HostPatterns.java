package org.megatronsetup.shell.ssh;

import java.util.Locale;

/** The names a line of a known_hosts file is for: {@code *}, {@code ?}, {@code !} and commas. */
final class HostPatterns {

  private HostPatterns() {}

  /** Whether one pattern of the list is met and none of those that begin with {@code !} is. */
  static boolean matchesList(String patterns, String name) {
    boolean found = false;
    for (String pattern : patterns.split(",", -1)) {
      boolean negated = pattern.startsWith("!");
      if (matches(negated ? pattern.substring(1) : pattern, name)) {
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
    String wanted = pattern.toLowerCase(Locale.ROOT);
    String given = name.toLowerCase(Locale.ROOT);
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
