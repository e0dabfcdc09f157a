package org.megatronsetup.shell;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.megatronsetup.words.Words;

/** Sends a file in pieces, each by a script of its own: what a shell can do without more. */
public final class PieceUploads implements Uploads {
  /** The unit in which the script counts places in a file. */
  private static final int BLOCK = 32_768;

  /** Large enough that starting a script costs little beside it. */
  private static final int PIECE = 256 * BLOCK;

  /** For one piece; a slow link passes it in that time. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Shell shell;

  public PieceUploads(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void write(Path from, long offset, String to, LongConsumer progress)
      throws IOException, InterruptedException {
    try (RandomAccessFile file = new RandomAccessFile(from.toFile(), "r")) {
      long at = offset - offset % BLOCK;
      byte[] piece = new byte[PIECE];
      int length;
      do {
        file.seek(at);
        length = fill(file, piece);
        send(Arrays.copyOf(piece, length), at / BLOCK, to);
        at += length;
        progress.accept(at);
      } while (length == PIECE);
    }
  }

  private static int fill(RandomAccessFile file, byte[] piece) throws IOException {
    int length = 0;
    int more;
    while (length < piece.length && (more = file.read(piece, length, piece.length - length)) > 0) {
      length += more;
    }
    return length;
  }

  private void send(byte[] piece, long blocks, String to) throws IOException, InterruptedException {
    Shell.Finished finished =
        shell.run(
            Scripts.load("bring/append.sh", List.of(to, Long.toString(blocks)), piece), LIMIT);
    if (finished.exitStatus() != 0) {
      String said = new String(finished.errors(), StandardCharsets.UTF_8).strip();
      throw new RefusedException(
          Words.of("shell.upload.said", said.lines().findFirst().orElse("")), null);
    }
  }
}
