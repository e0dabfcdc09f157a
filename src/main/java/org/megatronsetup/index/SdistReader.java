package org.megatronsetup.index;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import org.megatronsetup.words.Words;

/** Reads {@code PKG-INFO} out of a source distribution. */
final class SdistReader {
  private static final int BLOCK = 512;
  private static final int LARGEST_FILE = 8 << 20;

  private SdistReader() {}

  /**
   * The text of {@code <name>-<version>/PKG-INFO}; empty if the archive has none.
   *
   * @throws DataFormatException if the archive cannot be read
   */
  static Optional<String> pkgInfo(byte[] tarGz) throws DataFormatException {
    try (InputStream tar = new GZIPInputStream(new ByteArrayInputStream(tarGz))) {
      while (true) {
        byte[] header = tar.readNBytes(BLOCK);
        if (header.length < BLOCK || header[0] == 0) {
          return Optional.empty();
        }
        String name = text(header, 0, 100);
        long size = Long.parseLong("0" + text(header, 124, 12).strip(), 8);
        if (name.matches("[^/]+/PKG-INFO") && size <= LARGEST_FILE) {
          return Optional.of(new String(tar.readNBytes((int) size), StandardCharsets.UTF_8));
        }
        tar.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
      }
    } catch (IOException | NumberFormatException e) {
      DataFormatException damaged = new DataFormatException(Words.of("index.archive.damaged"));
      damaged.initCause(e);
      throw damaged;
    }
  }

  private static String text(byte[] header, int offset, int length) {
    int end = offset;
    while (end < offset + length && header[end] != 0) {
      end++;
    }
    return new String(header, offset, end - offset, StandardCharsets.UTF_8);
  }
}
