package org.megatronsetup.index;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;

/** Looks into folders on the target. */
final class TargetFolders {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int PIECE = 1 << 20;

  private final Shell shell;

  TargetFolders(Shell shell) {
    this.shell = shell;
  }

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
  Found look(String path, boolean indexPage) throws InterruptedException {
    String answer = ask("look", path, indexPage ? "page" : "files");
    int end = answer.indexOf('\n');
    String kind = end < 0 ? answer : answer.substring(0, end);
    String rest = end < 0 ? "" : answer.substring(end + 1);
    return switch (kind) {
      case "folder" -> new Found.Folder(rest.lines().toList());
      case "page" -> new Found.Page(rest);
      default -> new Found.Nothing();
    };
  }

  /** Size of a file; empty if there is none that this user may read. */
  Optional<Long> size(String path) throws InterruptedException {
    String answer = ask("size", path, "").strip();
    return answer.matches("\\d+") ? Optional.of(Long.valueOf(answer)) : Optional.empty();
  }

  byte[] read(String path, long offset, int length) throws InterruptedException {
    try {
      return shell.readFile(path, offset, length);
    } catch (ContactException e) {
      throw lost(e);
    }
  }

  /** The whole file; empty if it cannot be read or is larger than {@code most} bytes. */
  Optional<byte[]> readAll(String path, int most) throws InterruptedException {
    Optional<Long> size = size(path);
    if (size.isEmpty() || size.get() > most) {
      return Optional.empty();
    }
    byte[] all = new byte[Math.toIntExact(size.get())];
    int filled = 0;
    while (filled < all.length) {
      byte[] piece = read(path, filled, Math.min(PIECE, all.length - filled));
      if (piece.length == 0) {
        return Optional.empty();
      }
      System.arraycopy(piece, 0, all, filled, piece.length);
      filled += piece.length;
    }
    return Optional.of(all);
  }

  /** What a login prints before the script's own marker is no part of the answer. */
  private String ask(String what, String path, String how) throws InterruptedException {
    try {
      Shell.Finished finished =
          shell.run(Scripts.load("index/folder.sh", List.of(what, path, how)), LIMIT);
      String output = new String(finished.output(), StandardCharsets.UTF_8);
      int marker = output.indexOf("==answer==\n");
      return marker < 0 ? "" : output.substring(marker + "==answer==\n".length());
    } catch (ContactException e) {
      throw lost(e);
    }
  }

  private SetupException lost(ContactException e) {
    return new SetupException(
        List.of(SourceProblems.lostContact(shell.machine(), String.valueOf(e.getMessage()))), e);
  }
}
