package org.megatronsetup.wizard.review;

import org.megatronsetup.model.BringEvent;
import org.megatronsetup.wizard.kit.Counted;
import org.megatronsetup.wizard.kit.Formats;
import org.megatronsetup.wizard.kit.Texts;

/** How far the bringing of wheels to the machine is, in words and as a fraction. */
final class BringModel extends Counted {
  private final Texts texts;
  private final Formats formats;

  BringModel(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
  }

  void show(BringEvent event) {
    switch (event) {
      case BringEvent.Moved(String file, int number, int count, long done, long total) -> {
        say(
            texts.get(
                "review.bring.moved",
                file,
                number,
                count,
                formats.bytes(done),
                formats.bytes(total)));
        fill(total == 0 ? -1 : (double) done / total);
      }
      case BringEvent.Checking(int count) -> {
        say(texts.count("review.bring.checking", count));
        fill(-1);
      }
      case BringEvent.ContactLost(String reason) -> say(texts.get("review.bring.lost", reason));
      case BringEvent.ContactBack() -> say(texts.get("review.bring.back"));
      case BringEvent.Done(int count, long total, long sent) -> clear();
    }
  }
}
