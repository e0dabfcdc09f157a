package org.megatronsetup.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decodes UTF-8 that comes in pieces so that no character is cut in two; what is not UTF-8 becomes
 * U+FFFD.
 */
final class Utf8Pieces {
  private byte[] rest = {};
  private long offset;

  /** Where in the log the next text begins. */
  long offset() {
    return offset;
  }

  /** The text that is complete with these bytes; may be empty. */
  String next(byte[] bytes, int from, int length) {
    byte[] all = bytes;
    int start = from;
    int size = length;
    if (rest.length > 0) {
      all = Arrays.copyOf(rest, rest.length + length);
      System.arraycopy(bytes, from, all, rest.length, length);
      start = 0;
      size = all.length;
    }
    int whole = size - unfinished(all, start, size);
    rest = Arrays.copyOfRange(all, start + whole, start + size);
    offset += whole;
    return new String(all, start, whole, StandardCharsets.UTF_8);
  }

  /** What is left at the end: half a character, shown as U+FFFD. */
  String end() {
    String text = new String(rest, StandardCharsets.UTF_8);
    offset += rest.length;
    rest = new byte[0];
    return text;
  }

  /** How many bytes at the end begin a character that is not complete. */
  private static int unfinished(byte[] bytes, int start, int size) {
    for (int back = 1; back <= Math.min(3, size); back++) {
      int b = bytes[start + size - back] & 0xff;
      if (b < 0x80) {
        return 0;
      }
      if (b >= 0xc0) {
        int needed = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
        return needed > back ? back : 0;
      }
    }
    return 0;
  }
}
