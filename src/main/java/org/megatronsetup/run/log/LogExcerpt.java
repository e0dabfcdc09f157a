package org.megatronsetup.run.log;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.run.log.LogStore.Extent;

/**
 * A piece of a log as text, without control sequences, lines parted by a line feed. Lines that are
 * capped on the screen are whole where their end is part of the piece.
 */
public final class LogExcerpt {
  private static final int BLOCK = 1 << 16;

  /** Bytes that the program needs beside what is copied. */
  private static final long KEPT_FREE = 64L << 20;

  private final LogStore store;
  private final Place from;
  private final Place to;
  private final BareLine bare = new BareLine();
  private long size;
  private boolean ascii = true;

  public LogExcerpt(LogStore store, Place from, Place to) {
    this.store = store;
    this.from = from;
    this.to = to;
  }

  /**
   * Reads it. Not for the UI thread. It goes through a file, so that a hundred megabytes are held
   * in memory once and not twice.
   *
   * @throws SetupException there is not enough memory for it
   */
  public String read() throws IOException, InterruptedException {
    Path file = Files.createTempFile("megatron-setup-", ".txt");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BLOCK)) {
        new LogScan(store)
            .scan(
                from.line(),
                to.line() + 1,
                (line, bytes, at, length, extent) -> write(out, line, bytes, at, length, extent));
      }
      if (!fits()) {
        throw tooLong();
      }
      return Files.readString(file);
    } catch (OutOfMemoryError e) {
      // it is one array that was not to be had: nothing else is amiss
      throw tooLong();
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private void write(OutputStream out, int line, byte[] bytes, int at, int length, Extent extent) {
    try {
      if (line > from.line()) {
        out.write('\n');
        size++;
      }
      boolean inner = line > from.line() && line < to.line();
      if (inner && extent.length() == length && bare.read(bytes, at, length)) {
        out.write(bare.bytes(), bare.from(), bare.to() - bare.from());
        size += bare.to() - bare.from();
      } else {
        write(out, piece(line, LineParser.text(bytes, at, length, extent), extent));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("What was selected could not be copied.", e);
    }
  }

  private void write(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ascii &= bytes.length == text.length();
    out.write(bytes);
    size += bytes.length;
  }

  /** What of a line belongs to it. */
  private String piece(int line, String shown, Extent extent) throws IOException {
    boolean toItsEnd = line < to.line() || to.column() >= shown.length();
    String text = toItsEnd && extent.length() > LogStore.LINE_LIMIT ? whole(extent) : shown;
    int begin = line == from.line() ? Math.min(from.column(), text.length()) : 0;
    return text.substring(begin, toItsEnd ? text.length() : Math.max(begin, to.column()));
  }

  private String whole(Extent extent) throws IOException {
    byte[] bytes = new byte[(int) extent.length()];
    int got = store.spool().read(extent.start(), bytes, bytes.length);
    return LineParser.text(bytes, 0, got, extent);
  }

  /** Text that is not all ASCII is twice as large in memory as its bytes, beside them. */
  private boolean fits() {
    return size * (ascii ? 1 : 3) <= Runtime.getRuntime().maxMemory() - KEPT_FREE;
  }

  private SetupException tooLong() {
    return new SetupException(
        Problem.preflight(
            "selection-too-long",
            "",
            "The selection is too long to be copied.",
            "It has " + size / 1_000_000 + " MB, more than fits into this program's memory.",
            "Select less, or save the log as a file."));
  }
}
