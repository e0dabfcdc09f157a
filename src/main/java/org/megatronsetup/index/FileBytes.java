package org.megatronsetup.index;

/** A file that is read in pieces, wherever it is. */
interface FileBytes {

  /**
   * The end of the file; the whole of it where pieces cannot be had.
   *
   * @param size of the whole file
   */
  record Tail(byte[] bytes, long size) {}

  Tail tail(int length) throws InterruptedException;

  /** A piece of the file, shorter only where the file ends. */
  byte[] read(long offset, int length) throws InterruptedException;

  /** All of it. */
  byte[] all() throws InterruptedException;
}
