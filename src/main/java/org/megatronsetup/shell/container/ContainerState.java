package org.megatronsetup.shell.container;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/** Finds out why a container did not take a script. */
final class ContainerState {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Shell host;
  private final String name;

  ContainerState(Shell host, String name) {
    this.host = host;
    this.name = name;
  }

  /**
   * Asks the engine.
   *
   * @param said what it said instead of starting the script
   * @return what to throw where another try may help
   * @throws SetupException where only the person can
   * @throws ContactException if the host does not answer
   */
  ContactException explain(List<String> engine, String said)
      throws ContactException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(name));
    words.addAll(engine);
    Shell.Finished finished = host.run(Scripts.load("container/state.sh", words), LIMIT);
    String answer = new String(finished.output(), StandardCharsets.UTF_8).strip();
    String status = answer.split(" ", 2)[0];
    String program = String.join(" ", engine);
    return switch (status) {
      case "none" -> throw gone();
      case "paused" ->
          throw problem(
              "container-paused",
              Words.of("shell.container-paused.sentence", name),
              Words.of("shell.container-paused.cause"),
              Words.of("shell.container-paused.next", program, name));
      case "running" ->
          throw problem(
              "container-takes-nothing",
              Words.of("shell.container-takes-nothing.sentence", name),
              Words.of("shell.container-takes-nothing.cause", lastLine(said)),
              Words.of("shell.container-takes-nothing.next"));
      case "exited", "created", "stopped", "dead", "removing", "configured", "initialized" ->
          throw stopped(answer, program);
      default -> new ContactException(Words.of("shell.container-no-answer", name, said));
    };
  }

  private SetupException gone() {
    return problem(
        "container-gone",
        Words.of("shell.container-gone.sentence", name, host.machine()),
        Words.of("shell.container-gone.cause"),
        Words.of("shell.container-gone.next"));
  }

  private SetupException stopped(String answer, String program) {
    String[] words = answer.split(" ", 2);
    return problem(
        "container-stopped",
        Words.of("shell.container-stopped.sentence", name),
        words.length > 1
            ? Words.of("shell.container-stopped.status", words[1])
            : Words.of("shell.container-stopped.cause"),
        Words.of("shell.container-stopped.next", program, name));
  }

  private static String lastLine(String said) {
    return said.substring(said.lastIndexOf('\n') + 1);
  }

  private static SetupException problem(
      String code, String sentence, String cause, String nextStep) {
    return new SetupException(
        List.of(new Problem(Problem.Kind.STEP, code, sentence, cause, nextStep, "target")));
  }
}
