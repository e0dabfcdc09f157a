package org.megatronsetup.engine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.index.ImageTags;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.EngineFacts;
import org.megatronsetup.model.ImageOffer;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Target;
import org.megatronsetup.plan.ContainerChecks;
import org.megatronsetup.plan.ContainerCommands;
import org.megatronsetup.plan.ContainerPlanner;
import org.megatronsetup.plan.ImageCost;
import org.megatronsetup.probe.EngineProbe;
import org.megatronsetup.probe.EngineVerdicts;
import org.megatronsetup.run.RunRequest;
import org.megatronsetup.run.Runs;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/** A container's host, over the host's shell. What takes long is a run there, like any other. */
final class HostedContainer implements ContainerHost {
  /** Keeping a container as an image copies what was installed, many gigabytes with everything. */
  private static final Duration COMMIT_LIMIT = Duration.ofMinutes(30);

  private static final Duration REMOVE_LIMIT = Duration.ofMinutes(5);
  private static final int LOG_TAIL = 64 * 1024;

  private final Shell host;
  private final Target.Container target;
  private final FailureBook failures;
  private Optional<String> laying = Optional.empty();
  private Optional<String> stateFolder = Optional.empty();
  private Optional<List<String>> words = Optional.empty();

  HostedContainer(Shell host, Target.Container target, FailureBook failures) {
    this.host = host;
    this.target = target;
    this.failures = failures;
  }

  @Override
  public Groundwork look() throws InterruptedException {
    EngineFacts facts = EngineProbe.probe(host, target);
    if (ContainerChecks.ofEngine(target, facts).isEmpty()) {
      wordsAre(facts.command());
    }
    List<Problem> ofTheRegistry = new ArrayList<>();
    Optional<ImageCost> cost = cost(facts, ofTheRegistry);
    List<Problem> problems = new ArrayList<>(ContainerChecks.of(target, facts, cost));
    problems.addAll(ofTheRegistry);
    return new Groundwork(
        facts,
        EngineVerdicts.of(target, facts, problems),
        problems,
        ContainerPlanner.plan(target, facts, cost),
        ContainerCommands.of(target, facts).text());
  }

  private Optional<ImageCost> cost(EngineFacts facts, List<Problem> problems)
      throws InterruptedException {
    boolean fetches =
        facts.state() == EngineFacts.State.READY
            && facts.image().isEmpty()
            && facts.container().isEmpty();
    if (!fetches || target.image().isEmpty()) {
      return Optional.empty();
    }
    try {
      return ImageCosts.ask(host, facts, target.image().get());
    } catch (SetupException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  @Override
  public void lay(Groundwork groundwork, Consumer<RunEvent> listener) throws InterruptedException {
    if (!groundwork.problems().isEmpty()) {
      throw new SetupException(groundwork.problems());
    }
    if (groundwork.laid()) {
      return;
    }
    Runs runs = runs();
    String id = begin(runs, groundwork.plan());
    RunState end = runs.follow(id, listener);
    synchronized (this) {
      laying = Optional.empty();
    }
    if (!(end instanceof RunState.Succeeded)) {
      throw failed(runs, id, end);
    }
  }

  /** Takes up what goes on already: the same container is not made twice. */
  private synchronized String begin(Runs runs, Plan plan) throws InterruptedException {
    if (laying.isPresent() && !runs.state(laying.get()).ended()) {
      return laying.get();
    }
    Optional<String> other = underWay(runs, plan);
    String id = other.isPresent() ? other.get() : runs.start(request(plan));
    laying = Optional.of(id);
    return id;
  }

  private static Optional<String> underWay(Runs runs, Plan plan) throws InterruptedException {
    return runs.list().stream()
        .filter(run -> run.environmentRoot().equals(plan.environmentRoot()))
        .filter(run -> run.state() instanceof RunState.Running)
        .map(run -> run.id())
        .findFirst();
  }

  private RunRequest request(Plan plan) {
    return new RunRequest(
        plan,
        Answers.about(target),
        new ReleaseMetadata(
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Map.of(), ""),
        Credentials.NONE,
        new char[0],
        Map.of(
            ContainerPlanner.PULL_TOOL,
            Scripts.bytes("container/" + ContainerPlanner.PULL_TOOL),
            ContainerPlanner.SIZE_TOOL,
            Scripts.bytes("container/" + ContainerPlanner.SIZE_TOOL),
            ContainerPlanner.MAKE_TOOL,
            Scripts.bytes("container/" + ContainerPlanner.MAKE_TOOL)),
        Optional.of(Words.of("engine.container.run", target.name())));
  }

  private SetupException failed(Runs runs, String id, RunState end) throws InterruptedException {
    String log = new String(runs.logTail(id, LOG_TAIL), StandardCharsets.UTF_8);
    return new SetupException(LayingProblems.of(target, end, log, failures));
  }

  @Override
  public void stopLaying() throws InterruptedException {
    Optional<String> id;
    synchronized (this) {
      id = laying;
      laying = Optional.empty();
    }
    if (id.isPresent()) {
      runs().cancel(id.get());
    }
  }

  @Override
  public List<ImageOffer> images(Optional<Release> release) throws InterruptedException {
    return new ImageTags().offers(host, Sources.defaults(), Credentials.NONE, release);
  }

  @Override
  public void commit(String image) throws InterruptedException {
    call(COMMIT_LIMIT, "container-not-kept", "commit", target.name(), image);
  }

  @Override
  public void remove() throws InterruptedException {
    call(REMOVE_LIMIT, "container-not-removed", "rm", "--force", "--volumes", target.name());
  }

  private void call(Duration limit, String code, String... what) throws InterruptedException {
    List<String> all = new ArrayList<>(words());
    all.addAll(List.of(what));
    try {
      Shell.Finished finished = host.run(Scripts.load("container/call.sh", all), limit);
      if (finished.exitStatus() != 0) {
        throw new SetupException(
            List.of(
                new Problem(
                    Problem.Kind.STEP,
                    code,
                    what[0].equals("commit")
                        ? Words.of("engine.container-not-kept.sentence", target.name())
                        : Words.of("engine.container-not-removed.sentence", target.name()),
                    new String(finished.errors(), StandardCharsets.UTF_8).strip(),
                    Words.of("engine.container.by-hand.next", String.join(" ", all)),
                    "")));
      }
    } catch (ContactException e) {
      throw Contact.lost(host, e);
    }
  }

  /** The words that call the engine; found once. */
  synchronized List<String> words() throws InterruptedException {
    if (words.isEmpty()) {
      EngineFacts facts = EngineProbe.probe(host, target);
      List<Problem> problems = ContainerChecks.ofEngine(target, facts);
      if (!problems.isEmpty()) {
        throw new SetupException(problems);
      }
      words = Optional.of(facts.command());
    }
    return words.get();
  }

  @Override
  public List<String> call() throws InterruptedException {
    // a person may be asked for a password
    return words().stream().filter(word -> !word.equals("-n")).toList();
  }

  private synchronized void wordsAre(List<String> found) {
    words = Optional.of(found);
  }

  private synchronized Runs runs() throws InterruptedException {
    if (stateFolder.isEmpty()) {
      stateFolder = Optional.of(StateFolder.find(host));
    }
    return new Runs(host, stateFolder.get());
  }
}
