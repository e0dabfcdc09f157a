package org.megatronsetup.wizard;

import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;

/** Which colours the person wants: the system's, or always the same. */
enum Scheme {
  SYSTEM,
  LIGHT,
  DARK;

  /** The scheme in force where the system has another. */
  ColorScheme over(ColorScheme system) {
    return switch (this) {
      case SYSTEM -> system;
      case LIGHT -> ColorScheme.LIGHT;
      case DARK -> ColorScheme.DARK;
    };
  }

  /** The word that is remembered. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scheme of a remembered word; of any other, the system's. */
  static Scheme of(Optional<String> word) {
    for (Scheme scheme : values()) {
      if (word.filter(scheme.word()::equals).isPresent()) {
        return scheme;
      }
    }
    return SYSTEM;
  }
}
