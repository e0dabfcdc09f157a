package org.megatronsetup.bring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.megatronsetup.model.BringEvent;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.WheelFolder;
import org.megatronsetup.run.BackOff;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.shell.Uploads;

/**
 * Brings folders of wheels to a target, once. Every round begins with a look at what is there, so a
 * broken connection, a file that came over wrong and a second start are all one matter: what is
 * missing is sent, from where it ends.
 */
public final class Bringer {
  private final Shell shell;
  private final Uploads uploads;
  private final List<WheelFolder> folders;
  private final Consumer<BringEvent> listener;
  private final Tally tally;
  private final BackOff backOff = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(15));
  private boolean lost;

  /**
   * @param uploads the shell's own
   * @param listener is called on the thread that brings
   */
  public Bringer(
      Shell shell, Uploads uploads, List<WheelFolder> folders, Consumer<BringEvent> listener) {
    this.shell = shell;
    this.uploads = uploads;
    this.folders = List.copyOf(folders);
    this.listener = listener;
    this.tally = new Tally(folders, listener);
  }

  /**
   * Returns when everything is there. A target out of reach is called again without end.
   *
   * @throws SetupException if files cannot be read here, or not be written there
   * @throws InterruptedException if the thread was interrupted; what came over stays there
   */
  public void bring() throws InterruptedException {
    for (WheelFolder folder : folders) {
      bring(folder);
    }
    tally.finish();
  }

  private void bring(WheelFolder folder) throws InterruptedException {
    List<WheelFolder.Wheel> left = folder.files();
    Set<String> wrong = new HashSet<>();
    while (true) {
      try {
        listener.accept(new BringEvent.Checking(left.size()));
        Settled settled = Settled.of(shell, folder, left);
        answered();
        tally.there(left.stream().filter(f -> settled.good().contains(f.name())).toList());
        left = left.stream().filter(f -> !settled.good().contains(f.name())).toList();
        if (left.isEmpty()) {
          return;
        }
        for (String name : settled.bad()) {
          if (!wrong.add(name)) {
            throw new SetupException(BringProblems.mismatch(shell.machine(), folder, name));
          }
        }
        checkRoom(folder, left, settled);
        for (WheelFolder.Wheel file : left) {
          send(folder, file, settled.offset(file));
        }
      } catch (ContactException e) {
        lost = true;
        listener.accept(new BringEvent.ContactLost(String.valueOf(e.getMessage())));
        backOff.pause();
      }
    }
  }

  private void answered() {
    if (lost) {
      lost = false;
      listener.accept(new BringEvent.ContactBack());
    }
  }

  private void checkRoom(WheelFolder folder, List<WheelFolder.Wheel> left, Settled settled) {
    long needs = left.stream().mapToLong(f -> f.size() - settled.offset(f)).sum();
    if (settled.free().isPresent() && settled.free().getAsLong() < needs) {
      throw new SetupException(
          BringProblems.noRoom(shell.machine(), folder, needs, settled.free().getAsLong()));
    }
  }

  private void send(WheelFolder folder, WheelFolder.Wheel file, long offset)
      throws ContactException, InterruptedException {
    Path from = Path.of(folder.from()).resolve(file.name());
    try {
      if (Files.size(from) != file.size()) {
        throw new SetupException(BringProblems.changed(folder, file.name()));
      }
      tally.begin(file, offset);
      uploads.write(
          from,
          offset,
          folder.to() + "/" + file.name() + ".part",
          reached -> {
            if (tally.reached(reached)) {
              backOff.reset();
            }
          });
    } catch (ContactException e) {
      throw e;
    } catch (Uploads.RefusedException e) {
      // says what is the matter, if it is the disk
      Settled settled = Settled.of(shell, folder, List.of(file));
      checkRoom(folder, List.of(file), settled);
      throw new SetupException(
          List.of(BringProblems.refused(shell.machine(), folder, file.name(), e.getMessage())), e);
    } catch (IOException e) {
      throw new SetupException(
          List.of(BringProblems.unreadable("sources.bringWheels", from, e)), e);
    }
  }
}
