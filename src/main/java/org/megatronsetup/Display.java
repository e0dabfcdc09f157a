package org.megatronsetup;

import java.util.Locale;

/** Whether a window can be opened, as far as that can be told without trying. */
final class Display {
  private Display() {}

  static boolean present() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    boolean headless = "Headless".equals(System.getProperty("glass.platform"));
    return !linux || headless || named("DISPLAY");
  }

  private static boolean named(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }
}
