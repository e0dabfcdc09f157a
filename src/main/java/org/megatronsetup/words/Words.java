package org.megatronsetup.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Every sentence of the engine, from one bundle. The language is that of the JVM's default locale:
 * the window leaves it as the system says, the command line sets it to English. A key that is not
 * there is a defect, and fails.
 */
public final class Words {
  private static final String BUNDLE = "org.megatronsetup.words.words";

  /** Where a language is missing, the texts are English, whatever the system speaks. */
  private static final Control ENGLISH_OTHERWISE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private Words() {}

  /**
   * The language of the sentences, as a tag such as {@code en}: English where there is no other.
   */
  public static String language() {
    String found =
        ResourceBundle.getBundle(BUNDLE, Locale.getDefault(), ENGLISH_OTHERWISE)
            .getLocale()
            .toLanguageTag();
    return found.equals("und") ? "en" : found;
  }

  /**
   * The sentence of a key.
   *
   * @param values for {@code {0}} and so on: as they are, a number without marks of thousands
   */
  public static String of(String key, Object... values) {
    Locale locale = Locale.getDefault();
    String text = ResourceBundle.getBundle(BUNDLE, locale, ENGLISH_OTHERWISE).getString(key);
    Object[] plain = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      plain[i] = values[i] instanceof Number number ? number.toString() : values[i];
    }
    // always: an apostrophe is written twice in all texts, with values or without
    return new MessageFormat(text, locale).format(plain);
  }

  /** The sentence of {@code key.one} or {@code key.many}, with the count as {@code {0}}. */
  public static String count(String key, long count) {
    return of(count == 1 ? key + ".one" : key + ".many", count);
  }
}
