package org.megatronsetup.wizard.kit;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** How far something is, in words and as a fraction. */
public abstract class Counted {
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);

  protected final void say(String now) {
    words.set(now);
  }

  /**
   * @param now from 0 to 1; below 0: nobody knows how long it goes on
   */
  protected final void fill(double now) {
    fraction.set(now);
  }

  public final void clear() {
    words.set("");
    fraction.set(-1);
  }

  /** Empty: there is nothing to say. */
  public final ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** From 0 to 1; below 0: nobody knows how long it goes on. */
  public final ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }
}
