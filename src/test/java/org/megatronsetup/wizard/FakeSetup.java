package org.megatronsetup.wizard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import org.megatronsetup.engine.ContainerHost;
import org.megatronsetup.engine.Preparation;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.BringEvent;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.GitRef;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Receipt;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.RunSummary;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.StepState;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.model.Version;
import org.megatronsetup.validate.ValidationListener;
import org.megatronsetup.validate.ValidationRequest;

/**
 * An engine that does as it is told. Its runs outlive the window that started them, and it refuses
 * to be called on the thread of the screen.
 */
public final class FakeSetup implements Setup {
  public static final Instant BEGAN = Instant.parse("2026-11-24T10:12:00Z");

  /** What a test may change before it begins, or while it goes on. */
  public volatile Facts.Sudo sudo = Facts.Sudo.WITHOUT_PASSWORD;

  public volatile boolean rootSteps;
  public volatile List<Verdict> verdicts = Samples.verdicts();
  public volatile List<Version> versions = Samples.versions();
  public volatile Function<Optional<String>, ReleaseMetadata> metadata = Samples::metadata;
  public volatile Function<Boolean, Plan> plan = Samples::plan;
  public volatile Optional<Problem> versionsProblem = Optional.empty();
  public volatile Optional<Problem> prepareProblem = Optional.empty();
  public volatile String failingStep = "";
  public volatile List<Check> checks = Samples.greenChecks();
  public volatile boolean hang;
  public volatile Optional<ValidationRequest> lastValidation = Optional.empty();
  public volatile Optional<Problem> validateProblem = Optional.empty();

  /** What happens on the way to the target, before it is looked at. */
  public volatile Arrival arrival = () -> {};

  public volatile Semaphore stepGate = new Semaphore(1_000_000);
  public volatile List<BringEvent> bringEvents = List.of();
  public volatile List<String> brought = List.of();
  public volatile Semaphore bringGate = new Semaphore(1_000_000);
  public volatile Semaphore checkGate = new Semaphore(1_000_000);

  public final List<String> calls = new CopyOnWriteArrayList<>();
  private final Map<String, FakeRun> runs = new LinkedHashMap<>();
  public volatile char[] lastPassword = new char[0];
  public volatile Credentials lastCredentials = Credentials.NONE;
  public volatile Optional<Answers> lastAnswers = Optional.empty();

  /** Where its containers are, if it stands for one. */
  public volatile Optional<FakeContainerHost> host = Optional.empty();

  /** Something on the way. */
  public interface Arrival {
    void happen() throws InterruptedException;
  }

  private void called(String name) throws InterruptedException {
    if (isScreenThread()) {
      throw new AssertionError(name + " was called on the thread of the screen");
    }
    calls.add(name);
    while (hang) {
      Thread.sleep(20);
    }
  }

  static boolean isScreenThread() {
    try {
      return Platform.isFxApplicationThread();
    } catch (IllegalStateException e) {
      return false;
    }
  }

  @Override
  public String targetName() {
    return "this computer";
  }

  @Override
  public Optional<ContainerHost> containerHost() {
    return host.map(ContainerHost.class::cast);
  }

  @Override
  public void close() {
    calls.add("close");
  }

  @Override
  public Facts probe(List<String> paths, List<String> pythons) throws InterruptedException {
    called("probe");
    arrival.happen();
    return Samples.facts(sudo);
  }

  @Override
  public List<Verdict> preflight(Facts facts) {
    return verdicts;
  }

  @Override
  public List<Version> versions(Sources sources, Credentials credentials, Facts facts)
      throws InterruptedException {
    called("versions");
    lastCredentials = credentials;
    versionsProblem.ifPresent(
        problem -> {
          throw new SetupException(problem);
        });
    return versions;
  }

  @Override
  public List<GitRef> refs(Sources sources, Credentials credentials) throws InterruptedException {
    called("refs");
    return Samples.refs();
  }

  @Override
  public ReleaseMetadata metadata(
      Release release,
      Sources sources,
      Credentials credentials,
      Facts facts,
      Optional<String> pythonVersion)
      throws InterruptedException {
    called("metadata");
    if (release instanceof Release.Commit(String ref)) {
      String hash =
          Samples.refs().stream()
              .filter(one -> one.name().equals(ref) || one.hash().equals(ref))
              .map(GitRef::hash)
              .findFirst()
              .orElseThrow(
                  () ->
                      new SetupException(
                          Problem.answers(
                              "no-such-commit",
                              "release.ref",
                              "The repository has no branch, tag or commit “" + ref + "”.",
                              "It was asked for all its branches and tags.",
                              "Check the spelling, or choose one from the list.")));
      return metadata.apply(Optional.of(hash));
    }
    return metadata.apply(Optional.empty());
  }

  @Override
  public Preparation prepare(Answers answers, Credentials credentials) throws InterruptedException {
    called("prepare");
    lastAnswers = Optional.of(answers);
    prepareProblem.ifPresent(
        problem -> {
          throw new SetupException(problem);
        });
    Optional<String> commit =
        answers.release() instanceof Release.Commit(String hash)
            ? Optional.of(hash)
            : Optional.empty();
    return new Preparation(
        answers,
        Samples.facts(sudo),
        metadata.apply(commit),
        verdicts,
        plan.apply(rootSteps),
        List.of());
  }

  @Override
  public void bring(Preparation preparation, Consumer<BringEvent> listener)
      throws InterruptedException {
    called("bring");
    brought = preparation.answers().sources().bringWheels();
    for (BringEvent event : bringEvents) {
      listener.accept(event);
    }
    bringGate.acquire();
  }

  @Override
  public synchronized String start(
      Preparation preparation, Credentials credentials, char[] rootPassword)
      throws InterruptedException {
    called("start");
    lastPassword = rootPassword.clone();
    lastCredentials = credentials;
    Arrays.fill(rootPassword, '\0');
    String id = "20261124-1012-" + (runs.size() + 1);
    FakeRun run =
        new FakeRun(
            new RunDetails(
                id,
                preparation.answers(),
                preparation.metadata(),
                preparation.plan(),
                preparation.facts().stateDir() + "/runs/" + id));
    runs.put(id, run);
    run.go(failingStep, stepGate);
    return id;
  }

  @Override
  public void resume(String runId, Credentials credentials, char[] rootPassword)
      throws InterruptedException {
    called("resume");
    Arrays.fill(rootPassword, '\0');
    run(runId).go(failingStep, stepGate);
  }

  @Override
  public synchronized List<RunSummary> runs() throws InterruptedException {
    called("runs");
    List<RunSummary> all = new ArrayList<>();
    for (FakeRun run : runs.values()) {
      all.addFirst(
          new RunSummary(
              run.details.id(),
              BEGAN,
              run.state,
              run.details.plan().environmentRoot(),
              "megatron-core 0.19.1"));
    }
    return all;
  }

  private synchronized FakeRun run(String id) {
    return Optional.ofNullable(runs.get(id)).orElseThrow();
  }

  @Override
  public RunDetails open(String runId) throws InterruptedException {
    called("open");
    return run(runId).details;
  }

  @Override
  public RunState follow(String runId, Consumer<RunEvent> listener) throws InterruptedException {
    called("follow");
    return run(runId).follow(listener);
  }

  @Override
  public long logSize(String runId) {
    return run(runId).size();
  }

  @Override
  public RunState cancel(String runId) throws InterruptedException {
    called("cancel");
    return run(runId).cancel();
  }

  @Override
  public Diagnosis diagnose(String runId, String stepId) throws InterruptedException {
    called("diagnose");
    return new Diagnosis(
        "no-space",
        "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
        "The disk that holds the environment or the temporary folder is full.",
        List.of("export TMPDIR=/var/tmp"),
        "pip");
  }

  @Override
  public List<Check> validate(ValidationRequest request, ValidationListener listener)
      throws InterruptedException {
    called("validate");
    lastValidation = Optional.of(request);
    List<Check> wanted =
        checks.stream()
            .filter(check -> request.only().isEmpty() || request.only().contains(check.id()))
            .toList();
    for (Check check : wanted) {
      listener.started(check.id(), check.group(), check.title());
      checkGate.acquire();
      validateProblem.ifPresent(
          problem -> {
            throw new SetupException(problem);
          });
      listener.accept(check);
    }
    return wanted;
  }

  @Override
  public Map<String, String> packages(String python) throws InterruptedException {
    called("packages");
    return Map.of("megatron-core", "0.19.1");
  }

  @Override
  public Receipt receipt(String runId, List<Check> found) throws InterruptedException {
    called("receipt");
    RunDetails details = run(runId).details;
    return new Receipt(
        Receipt.SCHEMA_VERSION,
        "0.1.0",
        runId,
        BEGAN,
        details.answers(),
        details.metadata(),
        details.plan(),
        Map.of("megatron-core", "0.19.1"),
        found);
  }

  /** The newest run cannot be seen any more; it goes on. */
  public synchronized void loseContact(String reason) {
    List.copyOf(runs.values()).getLast().lose(reason);
  }

  /** A run on its own thread, whom nobody needs to watch. */
  private static final class FakeRun {
    private final RunDetails details;
    private final List<RunEvent> events = new ArrayList<>();
    private final Map<String, StepState> states = new LinkedHashMap<>();
    private volatile RunState state = new RunState.Waiting();
    private volatile Thread thread;
    private long offset;

    FakeRun(RunDetails details) {
      this.details = details;
    }

    void go(String failingStep, Semaphore gate) {
      change(new RunState.Running());
      thread = Thread.ofVirtual().start(() -> steps(details.plan(), failingStep, gate));
    }

    private void steps(Plan plan, String failingStep, Semaphore gate) {
      for (Step step : plan.steps()) {
        if (states.get(step.id()) == StepState.DONE) {
          continue;
        }
        step(step, StepState.RUNNING, 0);
        print("==> " + step.title() + "\n");
        print(
            "Collecting torch\n  Downloading torch-2.9.0-cp312-cp312-manylinux_2_28_x86_64.whl (888"
                + " MB)\nProgress 104857600 of 887900000\nProgress 412345678 of 887900000\n");
        try {
          gate.acquire();
        } catch (InterruptedException e) {
          step(step, StepState.CANCELLED, 0);
          change(new RunState.Cancelled());
          return;
        }
        for (int i = 1; i <= 12; i++) {
          print(
              "Collecting package-"
                  + i
                  + "\n  Downloading package_"
                  + i
                  + "-1.0-py3-none-any.whl (12 kB)\n");
        }
        if (step.id().equals(failingStep)) {
          print(
              "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on"
                  + " device\n");
          step(step, StepState.FAILED, 1);
          change(new RunState.Failed(step.id(), 1));
          return;
        }
        step(step, StepState.DONE, 0);
      }
      change(new RunState.Succeeded(true));
    }

    private synchronized void step(Step step, StepState now, int status) {
      states.put(step.id(), now);
      add(
          new RunEvent.StepChanged(
              step.id(), now, BEGAN.plusSeconds(events.size()), offset, status));
    }

    synchronized long size() {
      return offset;
    }

    private synchronized void print(String text) {
      add(new RunEvent.Output(offset, text));
      offset += text.length();
    }

    void lose(String reason) {
      add(new RunEvent.StateChanged(new RunState.Unknown(reason)));
    }

    private synchronized void change(RunState now) {
      state = now;
      add(new RunEvent.StateChanged(now));
    }

    private synchronized void add(RunEvent event) {
      events.add(event);
      notifyAll();
    }

    RunState follow(Consumer<RunEvent> listener) throws InterruptedException {
      int next = 0;
      while (true) {
        RunEvent event;
        synchronized (this) {
          while (next == events.size()) {
            if (state.ended()) {
              return state;
            }
            wait();
          }
          event = events.get(next++);
        }
        listener.accept(event);
      }
    }

    RunState cancel() throws InterruptedException {
      thread.interrupt();
      thread.join();
      return state;
    }
  }
}
