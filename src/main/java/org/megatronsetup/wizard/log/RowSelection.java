package org.megatronsetup.wizard.log;

import java.util.BitSet;

/** Which rows are selected: the one in the lead, and those that keys and mouse added. */
final class RowSelection {
  private final BitSet rows = new BitSet();
  private final Runnable changed;
  private int anchor = -1;
  private int lead = -1;

  RowSelection(Runnable changed) {
    this.changed = changed;
  }

  void clear() {
    rows.clear();
    anchor = -1;
    lead = -1;
    changed.run();
  }

  /** This row alone. */
  void select(int row) {
    rows.clear();
    rows.set(row);
    anchor = row;
    lead = row;
    changed.run();
  }

  /** All from where the selection began to this row. */
  void extendTo(int row) {
    if (anchor < 0) {
      anchor = row;
    }
    rows.clear();
    rows.set(Math.min(anchor, row), Math.max(anchor, row) + 1);
    lead = row;
    changed.run();
  }

  /** This row too, or not any more. */
  void toggle(int row) {
    rows.flip(row);
    anchor = row;
    lead = row;
    changed.run();
  }

  void selectAll(int count) {
    rows.set(0, count);
    anchor = 0;
    lead = count - 1;
    changed.run();
  }

  boolean contains(int row) {
    return rows.get(row);
  }

  /** The row that was selected last; -1: none. */
  int lead() {
    return lead;
  }

  /** Selected rows in order. */
  int[] rows() {
    return rows.stream().toArray();
  }
}
