package org.megatronsetup.wizard;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.megatronsetup.wizard.kit.Attention;

/** Keeps what the desktop would have shown. */
final class RecordedAttention implements Attention {
  final List<String> told = new CopyOnWriteArrayList<>();

  /** From 0 to 1; -1: nothing goes on. */
  final List<Double> progress = new CopyOnWriteArrayList<>();

  @Override
  public void goesOn(double fraction) {
    progress.add(Math.max(0, fraction));
  }

  @Override
  public void nothingGoesOn() {
    progress.add(-1.0);
  }

  @Override
  public void tell(String title, String text) {
    told.add(title + " | " + text);
  }
}
