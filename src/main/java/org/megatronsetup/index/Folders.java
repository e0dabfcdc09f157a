package org.megatronsetup.index;

import java.util.List;
import java.util.Optional;

/** Looks into folders with packages in them, wherever they are. */
interface Folders {

  /** What is at a path. */
  sealed interface Found {
    /** Names of the files in a folder that could be packages. */
    record Folder(List<String> names) implements Found {}

    /** The text of an HTML page. */
    record Page(String text) implements Found {}

    record Nothing() implements Found {}
  }

  /**
   * Looks at a path: a page if it is one, the page {@code index.html} of a folder if asked for, or
   * the files of a folder.
   */
  Found look(String path, boolean indexPage) throws InterruptedException;

  /** Size of a file; empty if there is none that this user may read. */
  Optional<Long> size(String path) throws InterruptedException;

  byte[] read(String path, long offset, int length) throws InterruptedException;

  /** The whole file; empty if it cannot be read or is larger than {@code most} bytes. */
  default Optional<byte[]> readAll(String path, int most) throws InterruptedException {
    Optional<Long> size = size(path);
    if (size.isEmpty() || size.get() > most) {
      return Optional.empty();
    }
    byte[] all = new byte[Math.toIntExact(size.get())];
    int filled = 0;
    while (filled < all.length) {
      byte[] piece = read(path, filled, Math.min(1 << 20, all.length - filled));
      if (piece.length == 0) {
        return Optional.empty();
      }
      System.arraycopy(piece, 0, all, filled, piece.length);
      filled += piece.length;
    }
    return Optional.of(all);
  }
}
