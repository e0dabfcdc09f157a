package org.megatronsetup.wizard.install;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.megatronsetup.run.progress.ProgressState;
import org.megatronsetup.wizard.kit.Formats;
import org.megatronsetup.wizard.kit.Texts;

/** What the tool of the running step says that it is doing, in words and as a fraction. */
final class Activity {
  private final Texts texts;
  private final Formats formats;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);

  Activity(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
  }

  void show(ProgressState state) {
    words.set(
        switch (state.unit()) {
          case NONE -> state.label();
          case BYTES ->
              texts.get(
                  "install.activity.of",
                  state.label(),
                  formats.bytes(state.done()),
                  formats.bytes(state.total()));
          case ITEMS ->
              texts.get("install.activity.of", state.label(), state.done(), state.total());
          case PERCENT -> texts.get("install.activity.percent", state.label(), state.done());
        });
    fraction.set(state.fraction().orElse(-1));
  }

  void clear() {
    words.set("");
    fraction.set(-1);
  }

  /** Empty: the tool has not said. */
  ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** From 0 to 1; below 0: nobody knows how long it goes on. */
  ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }
}
