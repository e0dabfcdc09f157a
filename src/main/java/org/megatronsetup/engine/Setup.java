package org.megatronsetup.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.BringEvent;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.GitRef;
import org.megatronsetup.model.Receipt;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.RunSummary;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.model.Version;
import org.megatronsetup.validate.ValidationListener;
import org.megatronsetup.validate.ValidationRequest;

/**
 * The engine for one target. Every method blocks; interrupting the thread cancels what it waits
 * for. Whatever goes wrong as it may is a {@link org.megatronsetup.model.SetupException} whose
 * problems can be shown as they are.
 */
public interface Setup extends AutoCloseable {

  /** What the target is called on a screen. */
  String targetName();

  /** The machine that the target lives on, where it is a container; empty: it is no container. */
  default Optional<ContainerHost> containerHost() {
    return Optional.empty();
  }

  /**
   * Looks at the target; changes nothing there.
   *
   * @param paths paths to look at beside the usual ones: a chosen environment, folders of wheels
   * @param pythons interpreters to describe beside those that are found
   */
  Facts probe(List<String> paths, List<String> pythons) throws InterruptedException;

  /** The preflight: facts with verdicts. */
  List<Verdict> preflight(Facts facts);

  /** Versions in the index (or folders of wheels) in force, newest first. */
  List<Version> versions(Sources sources, Credentials credentials, Facts facts)
      throws InterruptedException;

  /** Branches and tags of the repository in force, tags newest first. */
  List<GitRef> refs(Sources sources, Credentials credentials) throws InterruptedException;

  /** Resolves a release to exactly one: a version that exists, a full hash. */
  ReleaseMetadata metadata(
      Release release,
      Sources sources,
      Credentials credentials,
      Facts facts,
      Optional<String> pythonVersion)
      throws InterruptedException;

  /** Probes, resolves and plans. Throws with every problem found, not only the first. */
  Preparation prepare(Answers answers, Credentials credentials) throws InterruptedException;

  /**
   * Brings the wheels of a preparation to the target, as far as they are not there yet. A lost
   * connection is called again for as long as nobody interrupts; what came over stays there for the
   * next time. The listener is called on the calling thread, a few times a second.
   */
  void bring(Preparation preparation, Consumer<BringEvent> listener) throws InterruptedException;

  /**
   * Starts a run, detached, and returns at once. What {@link #bring} has not brought yet is brought
   * first.
   *
   * @param rootPassword for sudo, empty where none is needed; wiped before this returns
   * @return the run's id
   */
  String start(Preparation preparation, Credentials credentials, char[] rootPassword)
      throws InterruptedException;

  /** Starts a failed, cancelled or died run again, from the step that did not finish. */
  void resume(String runId, Credentials credentials, char[] rootPassword)
      throws InterruptedException;

  /** Runs on the target, newest first. */
  List<RunSummary> runs() throws InterruptedException;

  /** What the run directory says. */
  RunDetails open(String runId) throws InterruptedException;

  /**
   * Follows a run from its first byte to its end, every byte once and in order; returns the final
   * state. Interrupting ends the following, not the run. The listener is called on one thread.
   */
  RunState follow(String runId, Consumer<RunEvent> listener) throws InterruptedException;

  /** How many bytes a run's log has just now: what a follower hears beyond them is new. */
  long logSize(String runId) throws InterruptedException;

  /** Ends a run with everything that it started; returns when nothing of it is left. */
  RunState cancel(String runId) throws InterruptedException;

  /** What the log of a failed run says about the cause. */
  Diagnosis diagnose(String runId, String stepId) throws InterruptedException;

  /**
   * Runs the validation ladder; {@link RunDetails#validation} makes the request that fits a run.
   *
   * @param listener hears each check as it begins and its row as it ends
   */
  List<Check> validate(ValidationRequest request, ValidationListener listener)
      throws InterruptedException;

  /**
   * What is installed beside an interpreter: names and versions, sorted by name; nothing where it
   * cannot say.
   *
   * @param python absolute path on the target
   */
  Map<String, String> packages(String python) throws InterruptedException;

  /** Makes the receipt of a run and keeps it in the run directory. */
  Receipt receipt(String runId, List<Check> checks) throws InterruptedException;

  /**
   * Lets the target go, and forgets what was typed to sign in. Runs go on. Never blocks for long.
   */
  @Override
  void close();
}
