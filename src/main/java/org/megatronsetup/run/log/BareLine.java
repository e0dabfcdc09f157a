package org.megatronsetup.run.log;

import java.nio.charset.StandardCharsets;

/**
 * The text of a line as bytes, where it is nothing but ASCII and colours, as nearly all lines are:
 * taking the colours out of a million lines costs less than parsing them. Not thread-safe.
 */
final class BareLine {
  private final byte[] room = new byte[LogStore.LINE_LIMIT];
  private byte[] bytes = room;
  private int from;
  private int to;

  /**
   * Takes in a line.
   *
   * @return false: there is more in it than ASCII and colours, and it has to be parsed
   */
  boolean read(byte[] line, int at, int length) {
    int end = at + length;
    // a carriage return before the line's end is not part of it
    while (end > at && line[end - 1] == '\r') {
      end--;
    }
    int plain = plainUntil(line, at, end);
    if (plain == end) {
      bytes = line;
      from = at;
      to = end;
      return true;
    }
    bytes = room;
    from = 0;
    to = 0;
    return withoutColours(line, at, plain, end);
  }

  private boolean withoutColours(byte[] line, int at, int firstOther, int end) {
    int start = at;
    int other = firstOther;
    while (true) {
      System.arraycopy(line, start, room, to, other - start);
      to += other - start;
      if (other == end) {
        return true;
      }
      start = afterColour(line, other, end);
      if (start < 0) {
        return false;
      }
      other = plainUntil(line, start, end);
    }
  }

  private static int plainUntil(byte[] line, int at, int end) {
    int i = at;
    // bytes of other characters than ASCII are below zero
    while (i < end && line[i] >= ' ' && line[i] != 0x7f) {
      i++;
    }
    return i;
  }

  /** Where it goes on after {@code ESC [ numbers m}; -1: something else stands there. */
  private static int afterColour(byte[] line, int at, int end) {
    if (line[at] != 0x1b || at + 1 >= end || line[at + 1] != '[') {
      return -1;
    }
    int i = at + 2;
    while (i < end && line[i] >= '0' && line[i] <= ';') {
      i++;
    }
    return i < end && line[i] == 'm' ? i + 1 : -1;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Index of the first byte. */
  int from() {
    return from;
  }

  /** Index after the last byte. */
  int to() {
    return to;
  }

  String text() {
    return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
  }
}
