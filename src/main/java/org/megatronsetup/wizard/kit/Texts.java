package org.megatronsetup.wizard.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every text of the screen, from one bundle. A key that is not there is a defect, and fails. */
public final class Texts {
  private static final String BUNDLE = "org.megatronsetup.wizard.texts";

  private final ResourceBundle bundle;

  public Texts(Locale locale) {
    this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
  }

  public ResourceBundle bundle() {
    return bundle;
  }

  public Locale locale() {
    return bundle.getLocale();
  }

  /** The text of a key, with {@code {0}} … filled in. */
  public String get(String key, Object... values) {
    String text = bundle.getString(key);
    return values.length == 0 ? text : new MessageFormat(text, locale()).format(values);
  }

  /** The text of {@code key.one} or {@code key.many}, with the count as {@code {0}}. */
  public String count(String key, int count) {
    return get(count == 1 ? key + ".one" : key + ".many", count);
  }
}
