package org.megatronsetup.wizard.kit;

/** Tells of something in this window to a person who looks elsewhere. */
public interface Attention {

  /**
   * How far something is that goes on.
   *
   * @param fraction from 0 to 1; below 0: nobody knows
   */
  void goesOn(double fraction);

  void nothingGoesOn();

  /** Says that something has ended, wherever the person looks. */
  void tell(String title, String text);

  /** Lets go of what it took to do so. */
  default void close() {}
}
