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
final class TargetFolders implements Folders {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Shell shell;

  TargetFolders(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Found look(String path, boolean indexPage) throws InterruptedException {
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

  @Override
  public Optional<Long> size(String path) throws InterruptedException {
    String answer = ask("size", path, "").strip();
    return answer.matches("\\d+") ? Optional.of(Long.valueOf(answer)) : Optional.empty();
  }

  @Override
  public byte[] read(String path, long offset, int length) throws InterruptedException {
    try {
      return shell.readFile(path, offset, length);
    } catch (ContactException e) {
      throw lost(e);
    }
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
