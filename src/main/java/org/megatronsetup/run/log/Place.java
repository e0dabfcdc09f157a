package org.megatronsetup.run.log;

import java.util.Comparator;

/**
 * Between two characters of a log.
 *
 * @param line counted from 0
 * @param column how many characters of the line's shown text come before
 */
public record Place(int line, int column) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
