package org.megatronsetup.validate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.address.WebAddress;

/**
 * What was printed on a target, fit to be shown and sent: nothing in it can steer a terminal or
 * turn text around, and no address in it holds a login.
 */
public final class Printable {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;:]*m");
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s\"<>]+");
  private static final int ESCAPE = 0x1b;
  private static final int PICTURES = 0x2400;
  private static final int PICTURE_OF_DELETE = 0x2421;
  private static final char UNKNOWN = '\ufffd';

  private Printable() {}

  /** Lines stay lines; control characters become their pictures, colours are left out. */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    String bare = withoutColours(text.replace("\r\n", "\n"));
    bare.codePoints().forEach(character -> plain.appendCodePoint(shown(character)));
    return withoutLogins(plain.toString());
  }

  /** The same on one line. */
  public static String line(String text) {
    return of(text).strip().replaceAll("\\s+", " ");
  }

  private static String withoutColours(String text) {
    return text.indexOf(ESCAPE) < 0 ? text : COLOUR.matcher(text).replaceAll("");
  }

  private static int shown(int character) {
    if (character == '\n' || character == '\t') {
      return character;
    }
    if (character < ' ') {
      return PICTURES + character;
    }
    if (character == 0x7f) {
      return PICTURE_OF_DELETE;
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.SURROGATE -> UNKNOWN;
      case Character.FORMAT -> turnsAround(character) ? UNKNOWN : character;
      default -> (character & 0xfffe) == 0xfffe ? UNKNOWN : character;
    };
  }

  /** The characters that change the direction of what follows. */
  private static boolean turnsAround(int character) {
    return (character >= 0x202a && character <= 0x202e)
        || (character >= 0x2066 && character <= 0x2069);
  }

  private static String withoutLogins(String text) {
    return text.contains("://")
        ? ADDRESS
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(WebAddress.withoutLogin(found.group())))
        : text;
  }
}
