package org.megatronsetup.validate;

import java.util.function.Consumer;
import org.megatronsetup.model.Check;

/** Hears what the ladder does, in order, on one thread of the shell's. */
@FunctionalInterface
public interface ValidationListener extends Consumer<Check> {

  /** A check begins; its row follows when it ends. */
  default void started(String id, String group, String title) {}

  /** A check has ended. */
  @Override
  void accept(Check check);
}
