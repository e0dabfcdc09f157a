package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.megatronsetup.engine.Opener;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ssh.Hop;
import org.megatronsetup.shell.ssh.SshDialog;
import org.megatronsetup.wizard.flow.Page;

/** Ways through the window into a container, over an engine that does as it is told. */
final class ContainerFlowsTest {
  private final FakeSetup setup = new FakeSetup();
  private final FakeContainerHost host = new FakeContainerHost(GroundworkSamples.fresh());
  private final List<Target> opened = new CopyOnWriteArrayList<>();
  private final Opener opener =
      (target, dialog) -> {
        opened.add(target);
        return setup;
      };

  ContainerFlowsTest() {
    setup.host = Optional.of(host);
  }

  private WizardDriver open() throws Exception {
    WizardDriver driver = new WizardDriver(opener, WizardDriver.LINUX);
    driver.press("container");
    driver.until("an image", () -> !image(driver).getEditor().getText().isEmpty());
    return driver;
  }

  private static ComboBox<?> image(WizardDriver driver) {
    return driver.find("image", ComboBox.class);
  }

  private static void typeImage(WizardDriver driver, String text) {
    driver.onScreen(
        () -> {
          image(driver).getEditor().setText(text);
          return text;
        });
  }

  /** The word that stands for the state of a row. */
  private static String stage(WizardDriver driver, String key) {
    return driver.onScreen(() -> driver.find("stage-" + key, Node.class).getAccessibleText());
  }

  @Test
  void aNewContainerIsFetchedStartedAndInstalledInto() throws Exception {
    host.engine = List.of("sudo", "docker");
    host.pullGate = new Semaphore(0);
    try (WizardDriver driver = open()) {
      assertThat(image(driver).getEditor().getText()).isEqualTo(GroundworkSamples.NGC);
      assertThat(driver.text("imageWords")).contains("tested with", "01.build.yml");
      assertThat(driver.text("next")).isEqualTo("_Start and go on");
      driver.press("next");
      driver.until("pulling", () -> driver.shownNow("pulling"));
      assertThat(driver.text("pullWords")).contains("of 11.4 GB");
      assertThat(
              driver.onScreen(() -> driver.find("pullProgress", ProgressBar.class).getProgress()))
          .isBetween(0.1, 0.5);
      assertThat(stage(driver, "engine")).isEqualTo("Engine, Done");
      assertThat(stage(driver, "image")).isEqualTo("Image, Running");
      assertThat(driver.onScreen(() -> driver.find("fields", Node.class).isDisabled())).isTrue();
      host.pullGate.release();
      driver.untilPage(Page.PREFLIGHT);
      assertThat(host.calls).containsSubsequence("look", "lay");
      Target.Container made = (Target.Container) opened.getLast();
      assertThat(made.image()).contains(GroundworkSamples.NGC);
      assertThat(driver.onScreen(driver.stage::getTitle))
          .isEqualTo("Megatron Core Setup on megatron-core (This computer)");
      driver.goTo(Page.REVIEW);
      assertThat(setup.lastAnswers.orElseThrow().target()).isEqualTo(made);
      assertThat(setup.lastAnswers.orElseThrow().environment())
          .isEqualTo(new Environment.Existing("/usr/bin/python3"));
      driver.goTo(Page.DONE);
      driver.until(
          "the way in",
          () -> commandsNow(driver).contains("sudo docker exec -it megatron-core bash"));
      assertThat(driver.shown("keep")).isTrue();
    }
  }

  /** The commands of the last page; from the thread of the screen. */
  private static List<String> commandsNow(WizardDriver driver) {
    return driver.stage.getScene().getRoot().lookupAll("#uses .mono").stream()
        .map(node -> ((Labeled) node).getText())
        .toList();
  }

  @Test
  void theCommandFollowsWhatIsTyped() throws Exception {
    try (WizardDriver driver = open()) {
      typeImage(driver, "ubuntu:24.04");
      driver.type("containerName", "mcore");
      driver.press("noGpus");
      driver.press("podman");
      driver.press("hostNetwork");
      driver.until(
          "the command",
          () -> {
            String text =
                ((Labeled) driver.stage.getScene().lookup("#commandHolder .mono")).getText();
            return text.startsWith("podman run")
                && text.contains("--name mcore")
                && text.contains("--network=host")
                && text.contains("ubuntu:24.04")
                && !text.contains("gpu=");
          });
      driver.onScreen(
          () -> {
            ((ButtonBase) driver.stage.getScene().lookup("#commandHolder .copy")).fire();
            return true;
          });
      assertThat(driver.copied.getLast()).startsWith("podman run");
    }
  }

  @Test
  void foldersArePickedOnThisComputerAndTypedForAnother() throws Exception {
    try (WizardDriver driver = open()) {
      driver.picked = Optional.of(java.nio.file.Path.of("/srv/data"));
      driver.press("addMount");
      driver.press("mountPick");
      driver.type("mountTarget", "/data");
      driver.press("mountReadOnly");
      driver.until("next", () -> driver.wizard.flow().model().ready().get());
      driver.press("there");
      assertThat(driver.shown("mountPick")).isFalse();
      assertThat(driver.text("hint")).isEqualTo("Say which machine.");
      driver.press("here");
      driver.nextTo(Page.PREFLIGHT);
      Target.Container made = (Target.Container) opened.getLast();
      assertThat(made.mounts())
          .containsExactly(new org.megatronsetup.model.Mount("/srv/data", "/data", true));
      // going back loses nothing, and the container runs
      driver.press("back");
      assertThat(driver.onScreen(() -> driver.find("mountTarget", TextField.class).getText()))
          .isEqualTo("/data");
      assertThat(driver.text("next")).isEqualTo("_Next");
      driver.press("mountRemove");
      driver.until("another", () -> driver.text("next").equals("_Start and go on"));
    }
  }

  static List<Problem> obstacles() {
    return List.of(
        GroundworkSamples.ENGINE_MISSING,
        GroundworkSamples.NO_PERMISSION,
        GroundworkSamples.NAME_TAKEN,
        GroundworkSamples.NO_GPU);
  }

  @ParameterizedTest
  @MethodSource("obstacles")
  void whatStandsInTheWayIsSaidAndNothingStarted(Problem problem) throws Exception {
    host.found = GroundworkSamples.blocked(problem);
    try (WizardDriver driver = open()) {
      driver.press("next");
      driver.until("a problem", () -> driver.shownNow("containerProblem"));
      assertThat(words(driver, "containerProblem"))
          .contains(problem.sentence(), problem.cause(), problem.nextStep());
      assertThat(words(driver, "hostVerdicts")).contains("Blocks");
      assertThat(driver.page()).isEqualTo(Page.TARGET);
      assertThat(host.calls).doesNotContain("lay");
      // mended, the same button goes on
      host.found = GroundworkSamples.fresh();
      driver.nextTo(Page.PREFLIGHT);
    }
  }

  private static String words(WizardDriver driver, String id) {
    return driver.onScreen(
        () ->
            String.join(
                "\n",
                driver.find(id, Node.class).lookupAll(".label").stream()
                    .map(node -> ((Labeled) node).getText())
                    .toList()));
  }

  @Test
  void anImageThatCouldNotBeFetchedIsFetchedAgain() throws Exception {
    host.pullProblem = Optional.of(GroundworkSamples.PULL_LIMITED);
    try (WizardDriver driver = open()) {
      driver.press("next");
      driver.until("a problem", () -> driver.shownNow("containerProblem"));
      assertThat(words(driver, "containerProblem")).contains("toomanyrequests");
      assertThat(stage(driver, "image")).isEqualTo("Image, Failed");
      driver.nextTo(Page.PREFLIGHT);
      assertThat(host.calls.stream().filter(call -> call.matches("look|lay")))
          .containsExactly("look", "lay", "look", "lay");
    }
  }

  @Test
  void aPullCanBeStopped() throws Exception {
    host.pullGate = new Semaphore(0);
    try (WizardDriver driver = open()) {
      driver.press("next");
      driver.until("pulling", () -> driver.shownNow("pulling"));
      driver.press("stopContainer");
      driver.until("stopped", () -> driver.shownNow("check"));
      assertThat(host.calls).contains("stop");
      assertThat(driver.page()).isEqualTo(Page.TARGET);
      assertThat(stage(driver, "image")).isEqualTo("Image, Cancelled");
      assertThat(driver.text("layingNote"))
          .isEqualTo("Stopped. Docker keeps no part of an image that did not come whole.");
      assertThat(driver.shown("containerProblem")).isFalse();
      host.pullGate.release(10);
      driver.nextTo(Page.PREFLIGHT);
    }
  }

  @Test
  void aContainerThatRunsIsGoneIntoAndItsRunsAreOffered() throws Exception {
    host.found = GroundworkSamples.running("ubuntu:24.04");
    setup.stepGate = new Semaphore(1);
    WizardDriver first = open();
    typeImage(first, "");
    first.goTo(Page.INSTALL);
    first.close();
    try (WizardDriver driver = open()) {
      typeImage(driver, "");
      driver.type("containerName", "mine");
      driver.press("check");
      driver.press("follow-20261124-1012-1");
      driver.untilPage(Page.INSTALL);
      assertThat(host.calls).doesNotContain("lay");
      assertThat(setup.lastAnswers.orElseThrow().environment())
          .isEqualTo(new Environment.NewVenv("/opt/megatron-core/venv", Optional.empty()));
      setup.stepGate.release(100);
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
    }
  }

  @Test
  void anEngineBehindSshIsCalledInStages() throws Exception {
    Hop hop =
        new Hop("node7", "node7", 22, "ada", "node7", List.of(), true, Optional.empty(), List.of());
    Semaphore gate = new Semaphore(0);
    List<SshDialog> asking = new CopyOnWriteArrayList<>();
    host.arrival =
        () -> {
          asking.getLast().passed(hop, SshDialog.Stage.REACHED);
          gate.acquire();
        };
    Opener remembering =
        (target, dialog) -> {
          opened.add(target);
          asking.add(dialog);
          return setup;
        };
    try (WizardDriver driver = new WizardDriver(remembering, WizardDriver.LINUX)) {
      driver.press("container");
      driver.press("there");
      driver.typeHost("ada@node7");
      assertThat(driver.shown("test")).isFalse();
      driver.press("check");
      driver.until("reached", () -> stage(driver, "reach").equals("Connection, Done"));
      driver.press("stopContainer");
      driver.until("stopped", () -> driver.shownNow("check"));
      gate.release(10);
      driver.press("check");
      driver.until("facts", () -> stage(driver, "facts").equals("Facts, Done"));
      driver.nextTo(Page.PREFLIGHT);
      assertThat(opened.getLast())
          .isInstanceOfSatisfying(
              Target.Container.class,
              made -> assertThat(made.host()).isInstanceOf(Target.Ssh.class));
      assertThat(driver.onScreen(driver.stage::getTitle))
          .isEqualTo("Megatron Core Setup on megatron-core (ada@node7)");
      // the form of the machine is the card's again
      driver.press("back");
      driver.press("ssh");
      assertThat(driver.shown("test")).isTrue();
      assertThat(driver.onScreen(() -> driver.find("stages", Node.class).isVisible())).isFalse();
    }
  }

  @Test
  void whatWasWishedForTheEndIsDoneOnce() throws Exception {
    try (WizardDriver driver = open()) {
      driver.press("keeps");
      driver.type("keptImage", "lab/mcore:1");
      driver.press("removes");
      driver.goTo(Page.DONE);
      driver.until("removed", () -> driver.text("containerSaid").contains("was removed"));
      assertThat(host.calls).endsWith("commit lab/mcore:1", "remove");
      assertThat(driver.shown("uses")).isFalse();
      assertThat(driver.shown("keep")).isFalse();
      assertThat(words(driver, "again")).contains("docker run", "lab/mcore:1");
    }
  }

  @Test
  void aContainerIsKeptAndRemovedByHand() throws Exception {
    host.commitProblem = Optional.of(GroundworkSamples.COMMIT_FULL);
    try (WizardDriver driver = open()) {
      driver.goTo(Page.DONE);
      driver.type("keptAs", "lab/mcore:2");
      driver.press("keep");
      driver.until("a problem", () -> driver.shownNow("endProblem"));
      host.commitProblem = Optional.empty();
      driver.press("keep");
      driver.until("kept", () -> driver.text("containerSaid").contains("lab/mcore:2"));
      driver.pressAndAnswer("remove", "confirmNo");
      assertThat(host.calls).doesNotContain("remove");
      driver.pressAndAnswer("remove", "confirmYes");
      driver.until("removed", () -> driver.text("containerSaid").contains("was removed"));
      assertThat(host.calls).endsWith("remove");
    }
  }

  @Test
  void aRedResultIsLeftAsItIs() throws Exception {
    setup.checks = Samples.redChecks();
    try (WizardDriver driver = open()) {
      driver.press("keeps");
      driver.type("keptImage", "lab/mcore:1");
      driver.press("removes");
      driver.goTo(Page.DONE);
      assertThat(driver.text("containerSaid")).contains("left as it is");
      assertThat(host.calls).noneMatch(call -> call.startsWith("commit") || call.equals("remove"));
    }
  }
}
