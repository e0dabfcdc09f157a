package org.megatronsetup.engine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/** Where the target keeps its runs, without a whole probe. */
final class StateFolder {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private StateFolder() {}

  static String find(Shell shell) throws InterruptedException {
    try {
      Shell.Finished finished = shell.run(Scripts.load("run/state-folder.sh", List.of()), LIMIT);
      String path = new String(finished.output(), StandardCharsets.UTF_8).strip();
      if (finished.exitStatus() == 0 && path.startsWith("/")) {
        return path;
      }
      throw new SetupException(
          Problem.preflight(
              "no-state-folder",
              "",
              Words.of("engine.no-state-folder.sentence", shell.machine()),
              new String(finished.errors(), StandardCharsets.UTF_8).strip(),
              Words.of("engine.no-state-folder.next")));
    } catch (ContactException e) {
      throw Contact.lost(shell, e);
    }
  }
}
