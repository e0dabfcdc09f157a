package org.megatronsetup.launcher;

import java.util.function.BooleanSupplier;

/** Waits for what must happen; how long it takes is nobody's business. */
final class Waiting {
  private Waiting() {}

  static void until(String what, BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 6_000; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("never happened: " + what);
  }
}
