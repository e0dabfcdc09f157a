package org.megatronsetup.wizard.kit;

/** Asks before something that cannot be taken back. */
@FunctionalInterface
public interface Confirm {

  /**
   * @param key of its texts: the question, {@code .text}, {@code .yes} and {@code .no}
   */
  boolean ask(String key);
}
