package org.megatronsetup.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.RunSummary;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;

/**
 * The runs of one target. A run goes on by itself once it is started: this only starts, follows and
 * ends it. Throws {@link org.megatronsetup.model.SetupException} with what can be shown; safe for
 * use by several threads.
 */
public final class Runs {
  /** Patience that does not end by itself. */
  public static final Duration FOR_EVER = Duration.ofDays(36_500);

  private static final Duration CANCEL_LIMIT = Duration.ofSeconds(90);
  private static final Duration TAIL_LIMIT = Duration.ofSeconds(30);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final int PIECE = 1 << 20;

  private final Shell shell;
  private final String stateDir;
  private final States states;
  private final Starter starter;
  private final Supplier<BackOff> backOff;

  /**
   * @param stateDir absolute path on the target, {@code Facts.stateDir()}
   */
  public Runs(Shell shell, String stateDir) {
    this(shell, stateDir, () -> new BackOff(Duration.ofMillis(200), Duration.ofSeconds(15)));
  }

  Runs(Shell shell, String stateDir, Supplier<BackOff> backOff) {
    this.shell = shell;
    this.stateDir = stateDir;
    this.backOff = backOff;
    states = new States(shell, stateDir);
    starter = new Starter(shell, stateDir);
  }

  /** Starts a run, detached; returns its id. The request's root password is wiped. */
  public String start(RunRequest request) throws InterruptedException {
    try {
      return starter.start(request);
    } catch (ContactException e) {
      throw RunProblems.contact(e);
    } finally {
      Arrays.fill(request.rootPassword(), '\0');
    }
  }

  /**
   * Starts a run that ended without success again, from the step that did not finish; its log goes
   * on. The root password is wiped.
   */
  public void resume(String id, Credentials credentials, char[] rootPassword)
      throws InterruptedException {
    try {
      Plan plan = read(id, "plan.json", Plan.class);
      starter.resume(id, plan, credentials, rootPassword);
    } catch (ContactException e) {
      throw RunProblems.contact(e);
    } finally {
      Arrays.fill(rootPassword, '\0');
    }
  }

  /** All runs of the target, newest first. */
  public List<RunSummary> list() throws InterruptedException {
    try {
      return states.all();
    } catch (ContactException e) {
      throw RunProblems.contact(e);
    }
  }

  /** Where a run stands; unknown when the target cannot be reached. */
  public RunState state(String id) throws InterruptedException {
    try {
      return states.read(checked(id));
    } catch (ContactException e) {
      return new RunState.Unknown(e.getMessage());
    }
  }

  /** Ends a run with everything that it started; returns when nothing of it is left. */
  public RunState cancel(String id) throws InterruptedException {
    try {
      Shell.Finished finished =
          shell.run(Scripts.load("run/cancel.sh", List.of(directory(id))), CANCEL_LIMIT);
      if (finished.exitStatus() == 3) {
        throw RunProblems.unknownRun(id);
      }
      RunState state = states.read(id);
      if (!state.ended()) {
        throw RunProblems.cancelIncomplete(id);
      }
      return state;
    } catch (ContactException e) {
      throw RunProblems.contact(e);
    }
  }

  /** Follows a run to its end, however long the target is out of reach meanwhile. */
  public RunState follow(String id, Consumer<RunEvent> listener) throws InterruptedException {
    return follow(id, listener, FOR_EVER);
  }

  /**
   * Follows a run from its first byte to its end, every byte once and in order. While the target is
   * out of reach the listener hears the state unknown. Interrupting ends the following, not the
   * run. The listener is called on the calling thread.
   *
   * @param patience how long the target may be out of reach before this returns unknown
   */
  public RunState follow(String id, Consumer<RunEvent> listener, Duration patience)
      throws InterruptedException {
    return new Follower(shell, directory(id), id, listener, backOff.get(), patience).follow();
  }

  /** What the run directory says. */
  public RunRecord open(String id) throws InterruptedException {
    try {
      return new RunRecord(
          id,
          read(id, "plan.json", Plan.class),
          read(id, "answers.json", Answers.class),
          read(id, "metadata.json", ReleaseMetadata.class));
    } catch (ContactException e) {
      throw RunProblems.contact(e);
    }
  }

  /** Copies the log, as it is now, byte for byte. */
  public void copyLog(String id, OutputStream to) throws IOException, InterruptedException {
    copy(directory(id) + "/log", to);
  }

  /** A piece of the log, fewer bytes than {@code limit} only at its end. */
  public byte[] log(String id, long offset, int limit) throws InterruptedException {
    try {
      return shell.readFile(directory(id) + "/log", offset, limit);
    } catch (ContactException e) {
      throw RunProblems.contact(e);
    }
  }

  /** The end of the log, at most so many bytes of it. */
  public byte[] logTail(String id, int limit) throws InterruptedException {
    try {
      Shell.Finished finished =
          shell.run(
              Scripts.load("run/tail.sh", List.of(directory(id), Integer.toString(limit))),
              TAIL_LIMIT);
      return finished.output();
    } catch (ContactException e) {
      throw RunProblems.contact(e);
    }
  }

  /** How many bytes the log has just now; 0: it has not begun, or there is no such run. */
  public long logSize(String id) throws InterruptedException {
    try {
      Shell.Finished finished =
          shell.run(Scripts.load("run/size.sh", List.of(directory(id))), TAIL_LIMIT);
      return Long.parseLong(new String(finished.output(), StandardCharsets.UTF_8).strip());
    } catch (ContactException e) {
      throw RunProblems.contact(e);
    }
  }

  /** Writes a file beside the run's own, such as its receipt. */
  public void keep(String id, String name, byte[] content) throws InterruptedException {
    try {
      shell.writeFile(directory(id) + "/" + name, content, 0600);
    } catch (ContactException e) {
      throw RunProblems.contact(e);
    }
  }

  /** The run directory, an absolute path on the target. */
  public String directory(String id) {
    return stateDir + "/runs/" + checked(id);
  }

  private <T> T read(String id, String name, Class<T> type)
      throws ContactException, InterruptedException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try {
      copy(directory(id) + "/" + name, content);
      return Json.mapper().readValue(content.toByteArray(), type);
    } catch (ContactException e) {
      // a run that does not exist is another matter than a target that does not answer
      states.read(id);
      throw e;
    } catch (IOException e) {
      throw RunProblems.unreadable(id, name);
    }
  }

  private void copy(String path, OutputStream to) throws IOException, InterruptedException {
    long offset = 0;
    byte[] piece;
    do {
      piece = shell.readFile(path, offset, PIECE);
      to.write(piece);
      offset += piece.length;
    } while (piece.length == PIECE);
  }

  /** Ids come from people too: nothing that could name another folder. */
  private static String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw RunProblems.unknownRun(id);
    }
    return id;
  }
}
