package org.megatronsetup.bench;

import java.util.Random;
import org.megatronsetup.fixtures.FixtureFile;
import org.megatronsetup.fixtures.WheelBuilder;

/**
 * A wheel after torch's: as many modules, which is what pip takes its time for, and an eighth of
 * the packed size. The CPU build of torch 2.13 has 2,371 modules of 20 KB, and 190 MB packed.
 */
final class HeavyWheel {
  static final String PROJECT = "fixture-heavy";
  static final int MODULES = 2_371;
  static final int LIBRARY_MEGABYTES = 24;

  private static final int FUNCTIONS = 60;

  private HeavyWheel() {}

  static FixtureFile build() {
    byte[] library = new byte[LIBRARY_MEGABYTES << 20];
    new Random(1).nextBytes(library);
    WheelBuilder wheel = new WheelBuilder(PROJECT, "1.0").file("fixture_heavy/library.so", library);
    for (int i = 0; i < MODULES; i++) {
      wheel.file("fixture_heavy/module_" + i + ".py", module(i));
    }
    return wheel.file("fixture_heavy/__init__.py", "").build();
  }

  /** About 11 KB. */
  private static String module(int number) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < FUNCTIONS; i++) {
      text.append(
          """
          def layer_%d_%d(batch, weight, bias=None, *, scale=1.0, training=False):
              total = [sum(a * b for a, b in zip(row, weight)) * scale for row in batch]
              return [value + (bias or 0) for value in total] if training else total
          """
              .formatted(number, i));
    }
    return text.toString();
  }
}
