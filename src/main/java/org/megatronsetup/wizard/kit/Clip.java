package org.megatronsetup.wizard.kit;

/** Takes text that the person wants to paste elsewhere. */
@FunctionalInterface
public interface Clip {
  void copy(String text);
}
