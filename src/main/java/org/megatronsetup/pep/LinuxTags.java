package org.megatronsetup.pep;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which wheels CPython on a Linux machine can use.
 *
 * @param arch as {@code uname -m} says it
 * @param libc such as {@code glibc 2.39} or {@code musl}; empty: not known, so not a hindrance
 */
public record LinuxTags(String arch, String libc) {
  private static final Pattern PLATFORM =
      Pattern.compile("(manylinux|musllinux)_(\\d+)_(\\d+)_(.+)");
  private static final Pattern OLD_PLATFORM = Pattern.compile("(manylinux(?:1|2010|2014))_(.+)");
  private static final Map<String, Integer> OLD_MINORS =
      Map.of("manylinux1", 5, "manylinux2010", 12, "manylinux2014", 17);
  private static final Pattern PYTHON = Pattern.compile("(py|cp)(\\d)(\\d*)");
  private static final Pattern GLIBC = Pattern.compile("glibc (\\d+)\\.(\\d+).*");

  /**
   * Whether the wheel can be installed.
   *
   * @param python version of the interpreter; empty: any
   */
  public boolean canUse(WheelName wheel, Optional<PyVersion> python) {
    return wheel.platforms().stream().anyMatch(this::isPlatform)
        && (python.isEmpty() || isPython(wheel, python.get()));
  }

  private static boolean isPython(WheelName wheel, PyVersion python) {
    List<Long> numbers = python.release();
    long major = numbers.get(0);
    long minor = numbers.size() > 1 ? numbers.get(1) : 0;
    return wheel.pythons().stream()
        .anyMatch(tag -> wheel.abis().stream().anyMatch(abi -> fits(tag, abi, major, minor)));
  }

  private static boolean fits(String tag, String abi, long major, long minor) {
    Matcher m = PYTHON.matcher(tag);
    if (!m.matches() || Long.parseLong(m.group(2)) != major) {
      return false;
    }
    boolean any = m.group(3).isEmpty();
    long wanted = any ? 0 : Long.parseLong(m.group(3));
    if (m.group(1).equals("py")) {
      return abi.equals("none") && wanted <= minor;
    }
    if (abi.equals("abi3")) {
      return !any && wanted <= minor;
    }
    // the m of Python 3.7 and before is part of its ABI's name
    return (any || wanted == minor)
        && (abi.equals("none") || abi.equals(tag) || abi.equals(tag + "m"));
  }

  private boolean isPlatform(String platform) {
    if (platform.equals("any") || platform.equals("linux_" + arch)) {
      return true;
    }
    Matcher m = PLATFORM.matcher(platform);
    if (m.matches()) {
      int major = Integer.parseInt(m.group(2));
      int minor = Integer.parseInt(m.group(3));
      return m.group(4).equals(arch)
          && (m.group(1).equals("musllinux") ? isMusl() : isGlibc(major, minor));
    }
    Matcher old = OLD_PLATFORM.matcher(platform);
    return old.matches()
        && old.group(2).equals(arch)
        && isGlibc(2, OLD_MINORS.getOrDefault(old.group(1), 0));
  }

  private boolean isMusl() {
    return libc.isEmpty() || libc.startsWith("musl");
  }

  private boolean isGlibc(int major, int minor) {
    Matcher m = GLIBC.matcher(libc);
    if (!m.matches()) {
      return libc.isEmpty();
    }
    int ourMajor = Integer.parseInt(m.group(1));
    int ourMinor = Integer.parseInt(m.group(2));
    return ourMajor > major || (ourMajor == major && ourMinor >= minor);
  }
}
