package org.megatronsetup.wizard.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.megatronsetup.run.log.LogStyle;

/** Which classes of {@code log.css} make a piece of a line look as the tool asked for. */
final class StyleClasses {
  private StyleClasses() {}

  static List<String> of(LogStyle style) {
    List<String> classes = new ArrayList<>();
    classes.add("log-text");
    if (style.color() != LogStyle.Color.DEFAULT) {
      classes.add("log-" + style.color().name().toLowerCase(Locale.ROOT));
    }
    addIf(classes, style.bold(), "log-bold");
    addIf(classes, style.dim(), "log-dim");
    addIf(classes, style.italic(), "log-italic");
    addIf(classes, style.underline(), "log-underline");
    return classes;
  }

  private static void addIf(List<String> classes, boolean wanted, String name) {
    if (wanted) {
      classes.add(name);
    }
  }
}
