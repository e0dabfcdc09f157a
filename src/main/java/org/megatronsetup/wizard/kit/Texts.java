package org.megatronsetup.wizard.kit;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.megatronsetup.words.Words;

/** Every text of the screen. A key that is not there is a defect, and fails. */
public final class Texts {

  /** For views, which name their texts themselves. */
  public ResourceBundle bundle() {
    return Words.bundle();
  }

  public Locale locale() {
    return Words.locale();
  }

  /** The text of a key, with {@code {0}} … filled in; thousands of numbers are set apart. */
  public String get(String key, Object... values) {
    Object[] shown = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      shown[i] =
          values[i] instanceof Number number
              ? NumberFormat.getInstance(locale()).format(number)
              : values[i];
    }
    return Words.of(key, shown);
  }

  /** The text of {@code key.one} or {@code key.many}, with the count as {@code {0}}. */
  public String count(String key, int count) {
    return get(count == 1 ? key + ".one" : key + ".many", count);
  }
}
