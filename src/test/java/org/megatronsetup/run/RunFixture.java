package org.megatronsetup.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.megatronsetup.fixtures.FixtureRequest;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.StepState;
import org.megatronsetup.shell.LocalShell;

/** Real runs in a temporary folder, under the shell that a test names. */
final class RunFixture {
  final Path folder;
  final LocalShell shell;
  final Runs runs;

  /**
   * @param sh {@code dash} or {@code bash}: it becomes the folder's {@code sh}
   */
  RunFixture(Path folder, String sh) throws IOException {
    this(folder, link(folder, sh), Map.of("PATH", bin(folder, sh) + ":" + System.getenv("PATH")));
  }

  /**
   * @param interpreter runs the scripts; {@code environment} needs a PATH with an sh in it
   */
  RunFixture(Path folder, Path interpreter, Map<String, String> environment) {
    this.folder = folder;
    Map<String, String> all = new HashMap<>(Map.of("HOME", folder.toString()));
    all.putAll(environment);
    shell = new LocalShell(interpreter.toString(), all);
    runs = new Runs(shell, state().toString(), RunFixture::quick);
  }

  private static Path bin(Path folder, String sh) {
    return folder.resolve("bin-" + sh);
  }

  private static Path link(Path folder, String sh) throws IOException {
    Path link = Files.createDirectories(bin(folder, sh)).resolve("sh");
    return Files.exists(link) ? link : Files.createSymbolicLink(link, find(sh));
  }

  static BackOff quick() {
    return new BackOff(Duration.ofMillis(20), Duration.ofMillis(100));
  }

  static Path find(String program) {
    for (String folder : System.getenv("PATH").split(":")) {
      Path path = Path.of(folder, program);
      if (Files.isExecutable(path)) {
        return path;
      }
    }
    throw new IllegalStateException("no " + program + " here");
  }

  Path state() {
    return folder.resolve("state");
  }

  Path directory(String id) {
    return state().resolve("runs").resolve(id);
  }

  String start(Step... steps) throws InterruptedException {
    return runs.start(request(Credentials.NONE, steps));
  }

  RunRequest request(Credentials credentials, Step... steps) {
    return request(folder.resolve("venv").toString(), credentials, steps);
  }

  RunRequest request(String environment, Credentials credentials, Step... steps) {
    return FixtureRequest.of(
        environment,
        credentials,
        Map.of("hello.txt", "a tool\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        steps);
  }

  static Step step(String id, String text) {
    return step(id, text, "");
  }

  static Step step(String id, String text, String doneWhen) {
    return FixtureRequest.step(id, text, doneWhen);
  }

  /** A step that makes what the ones after it are about. */
  static Step freshStep(String id, String text, String doneWhen) {
    Step step = step(id, text, doneWhen);
    return new Step(
        id, id, step.why(), step.commands(), false, step.doneWhen(), true, step.estimate());
  }

  static Step rootStep(String id, String text) {
    Step step = step(id, text);
    return new Step(id, id, step.why(), step.commands(), true, step.doneWhen(), step.estimate());
  }

  /** The process that a record of the run names. */
  ProcessHandle handle(String id, String record) throws IOException {
    String pid = Files.readString(directory(id).resolve(record)).split(" ")[0];
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  /** Kills it, and waits until it is gone. */
  void kill(String id, String record) throws IOException, InterruptedException {
    kill(handle(id, record));
  }

  static void kill(ProcessHandle process) throws InterruptedException {
    process.destroyForcibly();
    // not isAlive: one that is dead may wait long until init collects it
    while (running(process.pid())) {
      Thread.sleep(5);
    }
  }

  private static boolean running(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return !stat.contains(") Z ");
    } catch (IOException e) {
      return false;
    }
  }

  /** What a follower heard. */
  static final class Heard {
    final List<RunEvent> events = new ArrayList<>();
    RunState end = new RunState.Waiting();

    String log() {
      return events.stream()
          .filter(RunEvent.Output.class::isInstance)
          .map(event -> ((RunEvent.Output) event).text())
          .collect(Collectors.joining());
    }

    /** Steps with their states, in order, such as {@code one=DONE}. */
    List<String> steps() {
      return events.stream()
          .filter(RunEvent.StepChanged.class::isInstance)
          .map(RunEvent.StepChanged.class::cast)
          .filter(event -> event.state() != StepState.RUNNING)
          .map(event -> event.stepId() + "=" + event.state())
          .toList();
    }

    List<RunState> states() {
      return events.stream()
          .filter(RunEvent.StateChanged.class::isInstance)
          .map(event -> ((RunEvent.StateChanged) event).state())
          .toList();
    }
  }

  Heard follow(String id) throws InterruptedException {
    Heard heard = new Heard();
    heard.end = runs.follow(id, heard.events::add);
    return heard;
  }
}
