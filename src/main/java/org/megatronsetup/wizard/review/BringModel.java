package org.megatronsetup.wizard.review;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.megatronsetup.model.BringEvent;
import org.megatronsetup.wizard.kit.Formats;
import org.megatronsetup.wizard.kit.Texts;

/** How far the bringing of wheels to the machine is, in words and as a fraction. */
final class BringModel {
  private final Texts texts;
  private final Formats formats;
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);

  BringModel(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
  }

  void show(BringEvent event) {
    switch (event) {
      case BringEvent.Moved(String file, int number, int count, long done, long total) -> {
        words.set(
            texts.get(
                "review.bring.moved",
                file,
                number,
                count,
                formats.bytes(done),
                formats.bytes(total)));
        fraction.set(total == 0 ? -1 : (double) done / total);
      }
      case BringEvent.Checking(int count) -> {
        words.set(texts.count("review.bring.checking", count));
        fraction.set(-1);
      }
      case BringEvent.ContactLost(String reason) ->
          words.set(texts.get("review.bring.lost", reason));
      case BringEvent.ContactBack() -> words.set(texts.get("review.bring.back"));
      case BringEvent.Done(int count, long total, long sent) -> clear();
    }
  }

  void clear() {
    words.set("");
    fraction.set(-1);
  }

  /** Empty: nothing is brought just now. */
  ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }

  /** From 0 to 1; below 0: nobody knows how long it goes on. */
  ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }
}
