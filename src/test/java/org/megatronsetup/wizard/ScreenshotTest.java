package org.megatronsetup.wizard;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.ColorScheme;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.megatronsetup.engine.Opener;
import org.megatronsetup.model.BringEvent;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ssh.Hop;
import org.megatronsetup.shell.ssh.SshDialog;
import org.megatronsetup.wizard.flow.Page;
import org.megatronsetup.wizard.target.ThisComputer;

/** Takes a picture of every page, to be looked at: {@code target/screenshots}. */
final class ScreenshotTest {
  private ColorScheme scheme = ColorScheme.LIGHT;

  private WizardDriver open(FakeSetup setup, ThisComputer computer) throws Exception {
    WizardDriver driver = new WizardDriver(setup, computer);
    driver.onScreen(
        () -> {
          driver.scheme.set(scheme);
          return scheme;
        });
    return driver;
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void everyPage(ColorScheme wanted) throws Exception {
    scheme = wanted;
    try (WizardDriver driver = open(new FakeSetup(), WizardDriver.LINUX)) {
      for (Page page : Page.values()) {
        if (page != Page.TARGET) {
          driver.nextTo(page);
        }
        driver.until("ready", () -> driver.wizard.flow().model().ready().get());
        shoot(driver, page.key());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void targetsAndPreflights(ColorScheme wanted) throws Exception {
    scheme = wanted;
    FakeSetup setup = new FakeSetup();
    try (WizardDriver driver =
        open(setup, new ThisComputer("studio", "Mac OS X 15.1, aarch64", false))) {
      shoot(driver, "target-not-here");
    }
    setup.stepGate = new Semaphore(1);
    try (WizardDriver driver = open(setup, WizardDriver.LINUX)) {
      driver.goTo(Page.INSTALL);
      driver.until("a download", () -> !driver.find("activity", Labeled.class).getText().isEmpty());
      shoot(driver, "install-running");
    }
    try (WizardDriver driver = open(setup, WizardDriver.LINUX)) {
      driver.until("offers", () -> driver.stage.getScene().lookup("#offers .button") != null);
      driver.press("why");
      shoot(driver, "target-offers-why");
      setup.hang = true;
      driver.nextTo(Page.PREFLIGHT);
      shoot(driver, "preflight-looking");
      setup.verdicts = Samples.blockingVerdicts();
      setup.hang = false;
      driver.until("found", () -> driver.stage.getScene().lookup("#verdicts .table-row") != null);
      shoot(driver, "preflight-blocks");
    }
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void machinesOverSsh(ColorScheme wanted) throws Exception {
    scheme = wanted;
    FakeSetup setup = new FakeSetup();
    Hop node = hop("node7", "192.0.2.7");
    AtomicReference<SshDialog> asking = new AtomicReference<>();
    Opener opener =
        (target, asked) -> {
          asking.set(asked);
          return setup;
        };
    setup.arrival =
        () -> {
          SshDialog to = asking.get();
          to.warn("ProxyCommand in your SSH configuration is not understood and was left out.");
          to.passed(hop("gate", "gate.example"), SshDialog.Stage.PASSED_THROUGH);
          to.passed(node, SshDialog.Stage.REACHED);
          if (!to.accept(node, "ED25519", "SHA256:2kBzHrV0b0JZkyJmFq7N1dYw0cM5uTq1nC1cP1b3GxE")) {
            throw new SetupException(Samples.HOST_KEY_REFUSED);
          }
          to.passed(node, SshDialog.Stage.KNOWN);
          to.password(node);
          to.password(node);
          to.answers(
              node,
              "Second factor",
              "Your account needs a one-time code.",
              List.of(
                  new SshDialog.Prompt("One-time code: ", false),
                  new SshDialog.Prompt("Project: ", true)));
          to.passed(node, SshDialog.Stage.SIGNED_IN);
          to.passed(node, SshDialog.Stage.SHELL);
        };
    try (WizardDriver driver = new WizardDriver(opener, WizardDriver.LINUX)) {
      driver.onScreen(() -> driver.schemeIs(scheme));
      driver.press("ssh");
      shoot(driver, "target-ssh-empty");
      driver.typeHost("ada@node 7");
      driver.type("port", "port");
      driver.type("identity", "keys/id");
      shoot(driver, "target-ssh-faults");
      driver.typeHost("node7");
      driver.type("port", "");
      driver.type("user", "ada");
      driver.type("identity", "/home/ada/.ssh/id_ed25519");
      driver.type("jumps", "ada@gate:2222");
      driver.press("test");
      driver.until("asked", () -> driver.anywhere("fingerprint").isPresent());
      shootDialog(driver, "ask-host-key");
      shoot(driver, "target-ssh-testing");
      driver.answer("answerNo");
      driver.until("refused", () -> driver.shownNow("sshProblem"));
      driver.scroll(1);
      shoot(driver, "target-ssh-refused");
      driver.press("test");
      driver.answer("answerYes");
      driver.until("asked", () -> driver.anywhere("secret").isPresent());
      driver.answer("answerYes");
      driver.until("asked again", () -> driver.anywhereText("refused"));
      shootDialog(driver, "ask-password-again");
      driver.answer("answerYes");
      driver.until("asked a code", () -> driver.anywhere("answer-0").isPresent());
      shootDialog(driver, "ask-answers");
      driver.answer("answerYes");
      driver.until("there", () -> driver.wizard.flow().model().hint().get().isEmpty());
      driver.scroll(1);
      shoot(driver, "target-ssh-ready");
      setup.arrival = () -> {};
      setup.stepGate = new Semaphore(1);
      driver.goTo(Page.RELEASE);
      driver.onScreen(
          () -> {
            driver.find("sources", TitledPane.class).setExpanded(true);
            return true;
          });
      driver.type("brought", "/home/ada/wheels for the node");
      driver.scroll(0.6);
      shoot(driver, "release-sources-remote");
      driver.press("reload");
      driver.until("versions", () -> driver.wizard.flow().model().ready().get());
      driver.goTo(Page.REVIEW);
      shoot(driver, "review-remote");
      setup.bringEvents =
          List.of(
              new BringEvent.Moved(
                  "transformer_engine_torch-2.9.0-cp312-cp312-linux_x86_64.whl",
                  7,
                  42,
                  1_800_000_000L,
                  3_100_000_000L));
      setup.bringGate = new Semaphore(0);
      driver.press("next");
      driver.until("bringing", () -> driver.shownNow("bringPart"));
      shoot(driver, "review-bringing");
      setup.bringGate.release();
      driver.untilPage(Page.INSTALL);
      driver.until("a download", () -> !driver.find("activity", Labeled.class).getText().isEmpty());
      setup.loseContact("the connection to ada@192.0.2.7 broke: Connection reset");
      driver.until("banner", () -> driver.shownNow("contact"));
      shoot(driver, "install-reconnecting");
      setup.stepGate.release(100);
      driver.nextTo(Page.VALIDATE);
      driver.nextTo(Page.DONE);
      shoot(driver, "done-remote");
    }
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void containers(ColorScheme wanted) throws Exception {
    scheme = wanted;
    FakeSetup setup = new FakeSetup();
    FakeContainerHost host = new FakeContainerHost(GroundworkSamples.fresh());
    setup.host = Optional.of(host);
    host.pullGate = new Semaphore(0);
    try (WizardDriver driver = open(setup, WizardDriver.LINUX)) {
      driver.press("container");
      driver.until("an image", () -> !driver.find("imageWords", Labeled.class).getText().isEmpty());
      shoot(driver, "target-container");
      driver.scroll(1);
      shoot(driver, "target-container-below");
      driver.type("containerName", "a name");
      driver.press("someGpus");
      driver.type("gpuNumbers", "first");
      driver.press("addMount");
      driver.type("mountSource", "/srv/a folder/with a very long name/that goes on/and on");
      driver.type("mountTarget", "data");
      driver.press("keeps");
      driver.type("keptImage", "Not An Image");
      driver.scroll(0.7);
      shoot(driver, "target-container-faults");
      driver.type("containerName", "megatron-core");
      driver.press("allGpus");
      driver.type("mountTarget", "/data");
      driver.press("mountReadOnly");
      driver.press("hostNetwork");
      driver.type("keptImage", "registry.lab.example:5000/ada/megatron-core:validated");
      driver.press("next");
      driver.until("pulling", () -> driver.shownNow("pulling"));
      driver.scroll(1);
      shoot(driver, "target-container-pulling");
      driver.press("stopContainer");
      driver.until("stopped", () -> driver.shownNow("check"));
      driver.scroll(1);
      shoot(driver, "target-container-stopped");
      host.found = GroundworkSamples.blocked(GroundworkSamples.NO_PERMISSION);
      driver.press("check");
      driver.until("a problem", () -> driver.shownNow("containerProblem"));
      driver.scroll(1);
      shoot(driver, "target-container-blocked");
      host.found = GroundworkSamples.fresh();
      host.pullGate = new Semaphore(1000);
      host.pullProblem = Optional.of(GroundworkSamples.PULL_LIMITED);
      driver.press("next");
      driver.until("failed", () -> host.pullProblem.isEmpty() && driver.shownNow("check"));
      driver.scroll(1);
      shoot(driver, "target-container-pull-failed");
      driver.press("there");
      driver.typeHost("ada@node7");
      driver.scroll(0.35);
      shoot(driver, "target-container-remote");
      driver.press("check");
      driver.until("looked", () -> driver.shownNow("hostVerdicts"));
      driver.scroll(1);
      shoot(driver, "target-container-ready");
      driver.goTo(Page.ENVIRONMENT);
      shoot(driver, "environment-container");
      driver.goTo(Page.DONE);
      driver.until("kept", () -> driver.text("containerSaid").contains("is kept"));
      shoot(driver, "done-container");
      driver.pressAndAnswer("remove", "confirmYes");
      driver.until("removed", () -> driver.text("containerSaid").contains("was removed"));
      shoot(driver, "done-container-removed");
    }
  }

  private static Hop hop(String alias, String host) {
    return new Hop(alias, host, 22, "ada", host, List.of(), true, Optional.empty(), List.of());
  }

  private void shootDialog(WizardDriver driver, String name) throws IOException {
    Picture.takeDialog(driver, name + "-" + scheme.name().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void releases(ColorScheme wanted) throws Exception {
    scheme = wanted;
    FakeSetup setup = new FakeSetup();
    setup.versionsProblem = Optional.of(Samples.NO_INDEX);
    try (WizardDriver driver = open(setup, WizardDriver.LINUX)) {
      driver.goTo(Page.RELEASE);
      driver.until("error", () -> driver.stage.getScene().lookup("#versionsPane .button") != null);
      shoot(driver, "release-error");
      driver.press("commit");
      driver.type("ref", "core_v0.1");
      shoot(driver, "release-commit-typing");
      driver.type("ref", "main");
      driver.press("resolve");
      driver.until("resolved", () -> driver.wizard.flow().model().ready().get());
      shoot(driver, "release-commit");
      driver.type("ref", "no-such-branch");
      driver.press("resolve");
      driver.until("refused", () -> !driver.find("resolve", ButtonBase.class).isDisabled());
      shoot(driver, "release-commit-error");
      setup.versionsProblem = Optional.empty();
      driver.press("stable");
      driver.onScreen(
          () -> {
            driver.find("sources", TitledPane.class).setExpanded(true);
            return true;
          });
      driver.type("index", "https://packages.example/simple");
      driver.type("user", "ada");
      driver.type("password", "secret");
      driver.scroll(1);
      shoot(driver, "release-sources");
    }
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void environments(ColorScheme wanted) throws Exception {
    scheme = wanted;
    FakeSetup setup = new FakeSetup();
    setup.rootSteps = true;
    setup.sudo = Facts.Sudo.WITH_PASSWORD;
    try (WizardDriver driver = open(setup, WizardDriver.LINUX)) {
      driver.goTo(Page.ENVIRONMENT);
      driver.press("extra-ssm");
      driver.type("entry", "mamba-ssm~=2.2");
      driver.press("addRequirement");
      driver.type("entry", "two words");
      driver.press("addRequirement");
      driver.type("maxJobs", "many");
      driver.scroll(0.55);
      shoot(driver, "environment-middle");
      driver.type("maxJobs", "");
      driver.type("entry", "");
      driver.until(
          "forecast", () -> driver.find("forecast", Labeled.class).getText().contains("GB"));
      driver.scroll(1);
      shoot(driver, "environment-forecast");
      driver.press("existing");
      driver.scroll(0);
      shoot(driver, "environment-existing");
      driver.press("fresh");
      setup.prepareProblem = Optional.of(Samples.NOT_EMPTY);
      driver.type(
          "venvPath",
          "/home/ada/a folder/with a very long name/that goes on/and on/and on/for longer than the"
              + " field is wide");
      driver.press("next");
      driver.until("problem", () -> !driver.text("venvProblem").isEmpty());
      driver.scroll(0);
      shoot(driver, "environment-problem");
      setup.prepareProblem = Optional.empty();
      driver.type("venvPath", "/home/ada/megatron-venv");
      driver.nextTo(Page.REVIEW);
      shoot(driver, "review-root");
    }
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void ends(ColorScheme wanted) throws Exception {
    scheme = wanted;
    FakeSetup setup = new FakeSetup();
    setup.failingStep = "core";
    setup.checks = Samples.redChecks();
    try (WizardDriver driver = open(setup, WizardDriver.LINUX)) {
      driver.goTo(Page.INSTALL);
      driver.until("diagnosis", () -> driver.stage.getScene().lookup("#outcome .excerpt") != null);
      shoot(driver, "install-failed");
      setup.failingStep = "";
      setup.checkGate = new Semaphore(4);
      driver.press("resume");
      driver.nextTo(Page.VALIDATE);
      driver.until("rows", () -> driver.stage.getScene().lookup("#check-pip-check") != null);
      shoot(driver, "validate-running");
      setup.checkGate.release(100);
      driver.until("checked", () -> driver.wizard.flow().model().ready().get());
      shoot(driver, "validate-red");
      driver.scroll(0.5);
      shoot(driver, "validate-red-below");
      driver.nextTo(Page.DONE);
      shoot(driver, "done-red");
    }
  }

  private void shoot(WizardDriver driver, String name) throws IOException {
    Picture.take(driver, name + "-" + scheme.name().toLowerCase(Locale.ROOT));
  }
}
