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
    String start = String.join(" ", engine) + " ";
    return switch (status) {
      case "none" -> throw gone();
      case "paused" ->
          throw problem(
              "container-paused",
              "The container " + name + " is paused.",
              "Everything in it stands still, and goes on where it was.",
              "Let it go on with: " + start + "unpause " + name);
      case "running" ->
          throw problem(
              "container-takes-nothing",
              "Nothing can be run in the container " + name + ".",
              "It runs, and the engine said: " + lastLine(said),
              "It needs a POSIX shell with the usual tools, as every Ubuntu or NGC image has.");
      case "exited", "created", "stopped", "dead", "removing", "configured", "initialized" ->
          throw stopped(answer, start);
      default -> new ContactException("the engine of " + name + " does not answer: " + said);
    };
  }

  private SetupException gone() {
    return problem(
        "container-gone",
        "There is no container " + name + " on " + host.machine() + ".",
        "It was removed, or never made; what was in it is gone with it.",
        "Choose an image to make it of, or the name of one that is there.");
  }

  private SetupException stopped(String answer, String start) {
    String[] words = answer.split(" ", 2);
    String how = words.length > 1 ? " with exit status " + words[1] : "";
    return problem(
        "container-stopped",
        "The container " + name + " is not running.",
        "It stopped"
            + how
            + ", and what ran in it stopped with it: a restart of the host does that, and so does a"
            + " person.",
        "Start it with “"
            + start
            + "start "
            + name
            + "”; then the install there can be resumed, and finished steps stay finished.");
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
