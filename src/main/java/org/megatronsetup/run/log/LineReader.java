package org.megatronsetup.run.log;

import org.megatronsetup.run.log.LogStore.Extent;

/** Looks at the bytes of one line after the other. */
@FunctionalInterface
interface LineReader {

  /**
   * @param bytes has the line, or what is shown of it, from {@code at} on; only for now
   * @param length at most {@link LogStore#LINE_LIMIT}
   */
  void read(int line, byte[] bytes, int at, int length, Extent extent);
}
