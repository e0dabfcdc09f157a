package org.megatronsetup.shell;

import java.time.Duration;
import java.util.List;
import org.megatronsetup.words.Words;

/** Reads and writes files by scripts: for shells that have no better way. */
public final class FileScripts {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Shell shell;
  private final String where;

  /**
   * @param where as it stands in a message, such as {@code on ada@node7}
   */
  public FileScripts(Shell shell, String where) {
    this.shell = shell;
    this.where = where;
  }

  /** As {@link Shell#writeFile} says. */
  public void write(String path, byte[] content, int mode)
      throws ContactException, InterruptedException {
    Shell.Finished finished =
        shell.run(
            Scripts.load(
                "file/write-file.sh",
                List.of(path, Integer.toOctalString(mode), Integer.toString(content.length)),
                content),
            LIMIT);
    if (finished.exitStatus() != 0) {
      throw new ContactException(Words.of("shell.file.not-written.there", path, where));
    }
  }

  /** As {@link Shell#readFile} says. */
  public byte[] read(String path, long offset, int limit)
      throws ContactException, InterruptedException {
    Shell.Finished finished =
        shell.run(
            Scripts.load(
                "file/read-file.sh", List.of(path, Long.toString(offset), Integer.toString(limit))),
            LIMIT);
    if (finished.exitStatus() != 0) {
      throw new ContactException(Words.of("shell.file.not-read.there", path, where));
    }
    return finished.output();
  }
}
