package org.megatronsetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Target;
import org.megatronsetup.wizard.FakeContainerHost;
import org.megatronsetup.wizard.FakeSetup;
import org.megatronsetup.wizard.GroundworkSamples;
import org.megatronsetup.wizard.Samples;

/** A container as the target of each command. */
final class ContainerTargetTest {
  private static final String NGC = "--image=" + GroundworkSamples.NGC;

  private final FakeSetup setup = new FakeSetup();
  private final FakeContainerHost host = new FakeContainerHost(GroundworkSamples.fresh());
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Optional<Target> opened = Optional.empty();

  private int run(String... words) {
    setup.host = Optional.of(host);
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]), print(out), print(err), Optional.empty());
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--target=container");
    return new CommandLineFront(
            new Context(
                terminal,
                (target, _) -> {
                  opened = Optional.of(target);
                  return setup;
                }))
        .run(all.toArray(String[]::new));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void anEngineThatNeedsRootIsEnteredAsRoot() {
    host.engine = List.of("sudo", "docker");
    assertThat(run("install", NGC, "--yes")).isZero();
    assertThat(said()).contains("container: sudo docker exec -it megatron-core bash");
  }

  @Test
  void anInstallLaysTheGroundworkFirst() {
    assertThat(run("install", NGC, "--yes")).isZero();
    assertThat(host.calls).containsExactly("look", "lay");
    assertThat(setup.calls).startsWith("prepare", "bring", "start");
    assertThat(said())
        .containsSubsequence(
            "Room for images",
            "1. Fetch the image " + GroundworkSamples.NGC,
            "docker pull " + GroundworkSamples.NGC,
            "This starts it:",
            "docker run --detach --init --name megatron-core",
            "11.4 GB to download",
            "running    Fetch the image",
            "done       Start the container",
            "The container runs.",
            "Run 2026",
            "To go into the container: docker exec -it megatron-core bash");
    // what the engine prints is no part of the install's log
    assertThat(printed()).contains("==> ").doesNotContain("==> Fetch the image");
  }

  @Test
  void withoutATerminalAndAYesNothingIsStarted() {
    assertThat(run("install", NGC)).isEqualTo(2);
    assertThat(host.calls).containsExactly("look");
    assertThat(setup.calls).doesNotContain("prepare");
    assertThat(said()).contains("add --yes");
  }

  @Test
  void aContainerThatRunsIsUsedAsItIs() {
    host.found = GroundworkSamples.running();
    assertThat(run("install", "--yes")).isZero();
    assertThat(host.calls).containsExactly("look");
    assertThat(environment()).isEqualTo(new Environment.Existing("/usr/bin/python3"));
    assertThat(said()).contains("The container runs.");
  }

  @Test
  void theEnvironmentFollowsFromTheImageUnlessItIsNamed() {
    assertThat(run("install", "--image=ubuntu:24.04", "--yes")).isZero();
    assertThat(environment())
        .isEqualTo(new Environment.NewVenv("/opt/megatron-core/venv", Optional.empty()));
    assertThat(run("install", NGC, "--yes")).isZero();
    assertThat(environment()).isEqualTo(new Environment.Existing("/usr/bin/python3"));
    assertThat(run("install", "--venv=/srv/venv", "--yes")).isZero();
    assertThat(environment()).isEqualTo(new Environment.NewVenv("/srv/venv", Optional.empty()));
  }

  private Environment environment() {
    return setup.lastAnswers.orElseThrow().environment();
  }

  @Test
  void aRelativeEnvironmentIsRefusedBeforeAnythingIsLookedAt() {
    assertThat(run("install", NGC, "--venv=here", "--yes")).isEqualTo(2);
    assertThat(host.calls).isEmpty();
    assertThat(said()).contains("In a container a path must be absolute");
  }

  @Test
  void wrongAnswersAreSaidBeforeALargeImageIsFetched() {
    assertThat(run("install", NGC, "--require=!!", "--yes")).isEqualTo(2);
    assertThat(host.calls).isEmpty();
  }

  @Test
  void whatStandsInTheWayEndsIt() {
    host.found = GroundworkSamples.blocked(GroundworkSamples.NO_PERMISSION);
    for (String command : List.of("install", "plan", "probe")) {
      assertThat(run(command, NGC)).as(command).isEqualTo(3);
      assertThat(said()).contains("may not ask Docker", "Next: Join its group");
    }
    assertThat(host.calls).containsOnly("look");
  }

  @Test
  void anImageThatCannotBeFetchedEndsItWithTheCause() {
    host.pullProblem = Optional.of(GroundworkSamples.PULL_LIMITED);
    assertThat(run("install", NGC, "--yes")).isEqualTo(3);
    assertThat(said()).contains("failed     Fetch the image", "toomanyrequests");
    assertThat(setup.calls).doesNotContain("prepare");
  }

  @Test
  void anInterruptWhileTheImageIsFetchedStopsIt() {
    host.pullInterrupted = true;
    assertThat(run("install", NGC, "--yes")).isEqualTo(130);
    assertThat(host.calls).containsExactly("look", "lay", "stop");
    assertThat(said())
        .contains(
            "Cancelled: nothing was installed."
                + " Docker keeps no part of an image that did not come whole.");
    assertThat(setup.calls).doesNotContain("prepare");
  }

  @Test
  void machinesHearOfTheGroundwork() throws Exception {
    assertThat(run("install", NGC, "--yes", "--json")).isZero();
    List<String> events = new ArrayList<>();
    for (String line : printed().lines().toList()) {
      events.add(Json.mapper().readTree(line).get("event").asText());
    }
    assertThat(events)
        .startsWith("groundwork", "run", "step", "output")
        .containsSubsequence("laid", "plan", "started", "finished", "enter");
    assertThat(said()).isEmpty();
  }

  @Test
  void aGreenResultIsKeptAndTheContainerRemovedAsWished() {
    assertThat(run("install", NGC, "--yes", "--commit=lab/mcore:1", "--remove")).isZero();
    assertThat(host.calls).containsExactly("look", "lay", "commit lab/mcore:1", "remove");
    assertThat(said())
        .contains("kept as the image lab/mcore:1", "megatron-core was removed")
        .doesNotContain("docker exec");
  }

  @Test
  void aRedResultIsNeitherKeptNorRemoved() {
    setup.checks = Samples.redChecks();
    assertThat(run("install", NGC, "--yes", "--commit=lab/mcore:1", "--remove")).isEqualTo(1);
    assertThat(host.calls).containsExactly("look", "lay");
    assertThat(said()).contains("left as it is", "docker exec -it megatron-core bash");
  }

  @Test
  void aResultThatCannotBeKeptIsNotRemoved() {
    host.commitProblem = Optional.of(GroundworkSamples.COMMIT_FULL);
    assertThat(run("install", NGC, "--yes", "--commit=lab/mcore:1", "--remove")).isEqualTo(4);
    assertThat(host.calls).doesNotContain("remove");
    assertThat(said()).contains("no space left");
  }

  @Test
  void aPlanForAContainerThatDoesNotRunIsThatOfItsHost() throws Exception {
    assertThat(run("plan", NGC)).isZero();
    assertThat(printed()).contains("This starts it:", "planned once the container runs");
    out.reset();
    assertThat(run("plan", NGC, "--json")).isZero();
    assertThat(Json.mapper().readTree(printed()).at("/groundwork/plan/steps/0/id").asText())
        .isEqualTo("image");
    assertThat(run("plan", NGC, "--format=sh")).isEqualTo(3);
    assertThat(host.calls).containsOnly("look");
    assertThat(setup.calls).containsOnly("close");
  }

  @Test
  void aPlanForAContainerThatRunsIsThatOfTheInstall() {
    host.found = GroundworkSamples.running();
    assertThat(run("plan", NGC)).isZero();
    assertThat(setup.calls).contains("prepare");
    assertThat(printed()).contains("Megatron Core");
  }

  @Test
  void aProbeLooksInsideWhereItCan() throws Exception {
    assertThat(run("probe", NGC)).isZero();
    assertThat(setup.calls).doesNotContain("probe");
    assertThat(printed()).contains("Container engine", "This starts it:");
    host.found = GroundworkSamples.running();
    out.reset();
    assertThat(run("probe")).isZero();
    assertThat(printed()).containsSubsequence("Container engine", "In the container:", "Python");
    out.reset();
    assertThat(run("probe", "--json")).isZero();
    assertThat(Json.mapper().readTree(printed()).at("/groundwork/facts/version").asText())
        .isEqualTo("28.5.1");
  }

  @Test
  void theOtherCommandsGoIntoTheContainer() {
    assertThat(run("runs", "--on=ada@node7", "--name=mcore")).isZero();
    assertThat(setup.calls).contains("runs");
    assertThat(opened.orElseThrow())
        .isInstanceOfSatisfying(
            Target.Container.class,
            container -> {
              assertThat(container.name()).isEqualTo("mcore");
              assertThat(container.host()).isInstanceOf(Target.Ssh.class);
            });
    assertThat(host.calls).isEmpty();
  }
}
