package org.megatronsetup.engine;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.megatronsetup.bring.Bringer;
import org.megatronsetup.bring.WheelFolders;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.BringEvent;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.WheelFolder;
import org.megatronsetup.shell.Shell;

/**
 * Folders of wheels of this computer, on their way to a target. Where the target is this computer
 * they are used as they lie.
 */
final class WheelTransport {
  private final Shell shell;
  private final WheelFolders folders = new WheelFolders();

  /** Found whole there while this was open. */
  private final Set<WheelFolder> there = ConcurrentHashMap.newKeySet();

  WheelTransport(Shell shell) {
    this.shell = shell;
  }

  /** The answers as the target can be asked about them, before anything was brought. */
  Answers before(Answers answers) {
    Sources sources = answers.sources();
    return shell.uploads().isPresent()
        ? answers
        : answers.from(sources.placed(sources.bringWheels()));
  }

  /** What is to be brought; nothing where it is there already. */
  List<WheelFolder> read(Sources sources, String stateDir) throws InterruptedException {
    return shell.uploads().isPresent() ? folders.read(sources.bringWheels(), stateDir) : List.of();
  }

  /** The answers as the target sees them once everything was brought. */
  Answers after(Answers before, List<WheelFolder> brought) {
    return before.from(before.sources().placed(brought.stream().map(WheelFolder::to).toList()));
  }

  /** Sentences to read before anything is agreed to. */
  static List<String> notes(List<WheelFolder> brought) {
    return brought.stream().map(WheelFolders::note).toList();
  }

  void bring(List<WheelFolder> wanted, Consumer<BringEvent> listener) throws InterruptedException {
    List<WheelFolder> missing = wanted.stream().filter(folder -> !there.contains(folder)).toList();
    if (!missing.isEmpty()) {
      new Bringer(shell, shell.uploads().orElseThrow(), missing, listener).bring();
      there.addAll(missing);
    }
  }
}
