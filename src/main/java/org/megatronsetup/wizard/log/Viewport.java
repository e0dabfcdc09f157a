package org.megatronsetup.wizard.log;

import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Which part of the rows is in sight: from a row, and how much of it is above the edge, downwards.
 * Rows have heights of their own, and only those near what is in sight are ever asked for theirs,
 * so that a million cost no more than a hundred. The end is kept in sight until the person moves
 * away from it, and again once they are back there. Lengths are pixels.
 */
final class Viewport {
  /** Less than this is not seen. */
  private static final double NOTHING = 0.01;

  private final IntSupplier count;
  private final IntToDoubleFunction heights;
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
  private double space;
  private int first;
  private double above;
  private boolean held;

  /**
   * @param count how many rows there are
   * @param heights of each row
   */
  Viewport(IntSupplier count, IntToDoubleFunction heights) {
    this.count = count;
    this.heights = heights;
  }

  ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  void follow() {
    following.set(true);
  }

  /** Does not follow any more, and keeps what is in sight where it is. */
  void letGo() {
    following.set(false);
  }

  /** Keeps what is in sight where it is for a while, whether it follows or not. */
  void hold(boolean now) {
    held = now;
  }

  /** Makes it right again after rows, their heights or the space for them have changed. */
  void fit(double newSpace) {
    space = newSpace;
    if (following.get() && !held) {
      toEnd();
      return;
    }
    first = Math.clamp(first, 0, Math.max(0, count.getAsInt() - 1));
    above = count.getAsInt() == 0 ? 0 : Math.clamp(above, 0, heights.applyAsDouble(first));
    if (below() < -NOTHING) {
      toEnd();
    }
  }

  private void toEnd() {
    bottomAt(count.getAsInt() - 1);
  }

  /** Places a row at the lower edge, or the first one at the upper if that leaves room. */
  private void bottomAt(int row) {
    upFrom(row + 1, space);
  }

  /** Places the upper edge so much above the beginning of a row, as far as there are rows. */
  private void upFrom(int row, double distance) {
    double left = distance;
    int at = row;
    while (at > 0 && left > 0) {
      at--;
      left -= heights.applyAsDouble(at);
    }
    first = at;
    above = Math.max(0, -left);
  }

  /** How far the rows reach below the lower edge, as far as they are looked at; below 0: room. */
  private double below() {
    double y = -above;
    int row = first;
    while (row < count.getAsInt() && y <= space) {
      y += heights.applyAsDouble(row);
      row++;
    }
    return y - space;
  }

  /** Moves by a length because the person says so; at the end it follows again. */
  void scroll(double length) {
    above += length;
    while (above < 0 && first > 0) {
      first--;
      above += heights.applyAsDouble(first);
    }
    above = Math.max(0, above);
    while (first < count.getAsInt() - 1 && above >= heights.applyAsDouble(first)) {
      above -= heights.applyAsDouble(first);
      first++;
    }
    settle();
  }

  /**
   * Moves a row to the upper edge.
   *
   * @param position of the row, with a part of it that is above the edge
   */
  void scrollTo(double position) {
    first = Math.clamp((int) position, 0, Math.max(0, count.getAsInt() - 1));
    above = count.getAsInt() == 0 ? 0 : (position - first) * heights.applyAsDouble(first);
    settle();
  }

  private void settle() {
    if (below() < NOTHING) {
      toEnd();
      following.set(true);
    } else {
      following.set(false);
    }
  }

  /** Brings a row into sight; one that was far off, to the middle. */
  void reveal(int row) {
    double height = heights.applyAsDouble(row);
    if (row == first - 1 || (row == first && above > 0)) {
      scrollTo(row);
    } else if (row < first || bottom(row) - height > space + height) {
      upFrom(row, Math.floor((space - height) / 2));
      settle();
    } else if (bottom(row) > space + NOTHING) {
      bottomAt(row);
      settle();
    }
  }

  /** Where a row that is not above the edge ends, or far enough below to be out of sight. */
  private double bottom(int row) {
    double y = -above;
    double enough = space + 2 * heights.applyAsDouble(row) + 1;
    for (int at = first; at <= row && y < enough; at++) {
      y += heights.applyAsDouble(at);
    }
    return y;
  }

  int first() {
    return first;
  }

  /** Where the first row begins; below 0 when a part of it is above the edge. */
  double firstY() {
    return -above;
  }

  /** The row at the upper edge, with the part of it that is above. */
  double position() {
    return count.getAsInt() == 0 ? 0 : first + above / heights.applyAsDouble(first);
  }

  /** How many rows are in sight, with the parts of those that are not all there. */
  double inSight() {
    double rows = -(position() - first);
    double y = -above;
    for (int row = first; row < count.getAsInt() && y < space; row++) {
      double height = heights.applyAsDouble(row);
      rows += Math.min(1, (space - y) / height);
      y += height;
    }
    return rows;
  }
}
