package org.megatronsetup.words;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Every text of the program, from one bundle. The language is that of the JVM's default locale: the
 * window leaves it as the system says, the command line sets it to English. A key that is not there
 * is a defect, and fails.
 */
public final class Words {
  private static final String BUNDLE = "org.megatronsetup.words.words";

  /** Where a language is missing, the texts are English, whatever the system speaks. */
  private static final Control ENGLISH_OTHERWISE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  private Words() {}

  private static ResourceBundle texts() {
    return ResourceBundle.getBundle(BUNDLE, Locale.getDefault(), ENGLISH_OTHERWISE);
  }

  /** The locale that the texts are written for: English where there is no other. */
  public static Locale locale() {
    Locale found = texts().getLocale();
    return found.equals(Locale.ROOT) ? Locale.ENGLISH : found;
  }

  /**
   * The text of a key.
   *
   * @param values for {@code {0}} and so on: as they are, a number without marks of thousands
   */
  public static String of(String key, Object... values) {
    Object[] plain = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      plain[i] = values[i] instanceof Number number ? number.toString() : values[i];
    }
    // always: an apostrophe is written twice in all texts, with values or without
    return new MessageFormat(texts().getString(key), locale()).format(plain);
  }

  /** The text of {@code key.one} or {@code key.many}, with the count as {@code {0}}. */
  public static String count(String key, long count) {
    return of(count == 1 ? key + ".one" : key + ".many", count);
  }

  /** The texts for what reads its own from a bundle. */
  public static ResourceBundle bundle() {
    ResourceBundle texts = texts();
    return new ResourceBundle() {
      @Override
      protected Object handleGetObject(String key) {
        return texts.containsKey(key) ? of(key) : null;
      }

      @Override
      public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
      }
    };
  }
}
