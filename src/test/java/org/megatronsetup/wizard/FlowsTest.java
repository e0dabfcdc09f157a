package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Release;
import org.megatronsetup.wizard.flow.Page;

/** Whole ways through the window, over an engine that refuses to be called on its thread. */
final class FlowsTest {
  private final FakeSetup setup = new FakeSetup();

  @Test
  void toAGreenPanel() throws Exception {
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.ENVIRONMENT);
      driver.press("extra-dev");
      driver.type("entry", "mamba-ssm~=2.2");
      driver.press("addRequirement");
      driver.goTo(Page.INSTALL);
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.text("headline")).isEqualTo("Installed");
      driver.nextTo(Page.VALIDATE);
      driver.until("checked", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.text("summary"))
          .isEqualTo("It works: every check that applies here passed.");
      assertThat(driver.shown("check-several")).isTrue();
      driver.nextTo(Page.DONE);
      assertThat(driver.text("headline")).contains("0.19.1").contains("it works");
      Answers answers = setup.lastAnswers.orElseThrow();
      assertThat(answers.release()).isEqualTo(new Release.Stable(Optional.of("0.19.1")));
      assertThat(answers.extras()).containsExactly("dev");
      assertThat(answers.requirements()).containsExactly("mamba-ssm~=2.2");
      assertThat(setup.calls).contains("start", "receipt").doesNotContain("cancel");
      driver.press("next");
      driver.until("closed", () -> !driver.stage.isShowing());
    }
  }

  @Test
  void toARedPanelAndOnceMore() throws Exception {
    setup.checks = Samples.redChecks();
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.VALIDATE);
      driver.until("checked", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.text("summary")).isEqualTo("One check failed: transformer_engine.pytorch.");
      setup.checks = Samples.greenChecks();
      driver.press("again");
      driver.until("again", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.text("summary"))
          .isEqualTo("It works: every check that applies here passed.");
    }
  }

  @Test
  void aFailureIsExplainedAndResumed() throws Exception {
    setup.failingStep = "core";
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.INSTALL);
      driver.until("cause", () -> setup.calls.contains("diagnose"));
      driver.until("failed", () -> driver.stage.getScene().lookup("#resume") != null);
      assertThat(driver.text("headline")).contains("Install Megatron Core");
      assertThat(driver.onScreen(() -> driver.wizard.flow().model().ready().get())).isFalse();
      setup.failingStep = "";
      driver.press("resume");
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
      assertThat(setup.calls).containsOnlyOnce("start", "resume");
    }
  }

  @Test
  void aFailureLeadsBackToTheAnswers() throws Exception {
    setup.failingStep = "core";
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.ENVIRONMENT);
      driver.type("venvPath", "/srv/elsewhere");
      driver.goTo(Page.INSTALL);
      driver.press("changeAnswers");
      driver.untilPage(Page.ENVIRONMENT);
      assertThat(driver.onScreen(() -> driver.find("venvPath", TextField.class).getText()))
          .isEqualTo("/srv/elsewhere");
    }
  }

  @Test
  void whatTheToolCountsIsShownWhileItsStepRuns() throws Exception {
    setup.stepGate = new Semaphore(0);
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.INSTALL);
      driver.until(
          "download",
          () -> driver.text("activity").equals("Downloading torch 2.9.0: 412 MB of 888 MB"));
      assertThat(
              driver.onScreen(
                  () -> driver.find("activityProgress", ProgressBar.class).getProgress()))
          .isBetween(0.46, 0.47);
      setup.stepGate.release(1000);
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.text("activity")).isEmpty();
      assertThat(driver.shown("activityProgress")).isFalse();
    }
  }

  @Test
  void theTitleTheIconAndADesktopThatLooksElsewhereTellOfTheRun() throws Exception {
    setup.stepGate = new Semaphore(0);
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.INSTALL);
      driver.until("a step", () -> driver.text("headline").startsWith("Step 1 of"));
      assertThat(driver.onScreen(driver.stage::getTitle))
          .startsWith("Step 1 of ")
          .endsWith(" \u2013 Megatron Core Setup");
      driver.until("time left", () -> !driver.text("remaining").isEmpty());
      // it runs for 95 s, and 20 s were guessed
      assertThat(driver.text("remaining"))
          .startsWith("This step takes longer than the plan guessed. The steps after it: about ");
      driver.onScreen(
          () -> {
            driver.stage.setIconified(true);
            return driver.stage;
          });
      setup.stepGate.release(1000);
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.text("remaining")).isEmpty();
      assertThat(driver.attention.told)
          .containsExactly("Installed | Megatron Core Setup: the window shows the details.");
      assertThat(driver.attention.progress).startsWith(0.0).endsWith(-1.0).contains(0.25);
      driver.nextTo(Page.VALIDATE);
      assertThat(driver.onScreen(driver.stage::getTitle)).isEqualTo("Megatron Core Setup");
    }
  }

  @Test
  void whoSeesTheEndIsNotToldOfIt() throws Exception {
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.INSTALL);
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.onScreen(driver.stage::isFocused)).isTrue();
      assertThat(driver.attention.told).isEmpty();
    }
  }

  @Test
  void aCancelIsConfirmed() throws Exception {
    setup.stepGate = new Semaphore(1);
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.INSTALL);
      driver.pressAndAnswer("cancel", "confirmNo");
      assertThat(setup.calls).doesNotContain("cancel");
      driver.pressAndAnswer("cancel", "confirmYes");
      driver.until("cancelled", () -> driver.stage.getScene().lookup("#resume") != null);
      assertThat(driver.text("headline")).isEqualTo("Cancelled");
      setup.stepGate = new Semaphore(1000);
      driver.press("resume");
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
    }
  }

  @Test
  void aWindowThatWasKilledIsForgottenByTheRunButNotTheRunByTheNextWindow() throws Exception {
    setup.stepGate = new Semaphore(1);
    WizardDriver first = new WizardDriver(setup);
    first.goTo(Page.INSTALL);
    first.close();
    try (WizardDriver second = new WizardDriver(setup)) {
      second.press("follow-20261124-1012-1");
      second.untilPage(Page.INSTALL);
      assertThat(second.shown("cancel")).isTrue();
      setup.stepGate.release(1000);
      second.until("installed", () -> second.wizard.flow().model().ready().get());
      second.nextTo(Page.VALIDATE);
      assertThat(setup.calls).containsOnlyOnce("start");
    }
  }

  @Test
  void aRunIsShownInOneWindow() throws Exception {
    setup.stepGate = new Semaphore(1);
    try (WizardDriver first = new WizardDriver(setup)) {
      first.goTo(Page.INSTALL);
      first.onScreen(
          () -> {
            first.stage.setIconified(true);
            return first.stage;
          });
      try (WizardDriver second = new WizardDriver(setup)) {
        second.press("follow-20261124-1012-1");
        second.until("refused", () -> second.shownNow("problem"));
        assertThat(second.page()).isEqualTo(Page.TARGET);
        first.until("first in front", () -> !first.stage.isIconified());
        first.onScreen(
            () -> {
              first.stage.close();
              return first.stage;
            });
        second.press("follow-20261124-1012-1");
        second.untilPage(Page.INSTALL);
        setup.stepGate.release(1000);
      }
    }
  }

  @Test
  void closingDuringARunSaysThatItGoesOn() throws Exception {
    setup.stepGate = new Semaphore(0);
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.INSTALL);
      javafx.application.Platform.runLater(
          () ->
              driver.stage.fireEvent(
                  new WindowEvent(driver.stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
      driver.answer("confirmNo");
      assertThat(driver.onScreen(driver.stage::isShowing)).isTrue();
      assertThat(setup.calls).doesNotContain("cancel");
    }
  }

  @Test
  void backKeepsWhatWasTyped() throws Exception {
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.RELEASE);
      driver.press("commit");
      driver.type("ref", "core_v0.15.3");
      driver.press("resolve");
      driver.goTo(Page.ENVIRONMENT);
      driver.type("venvPath", "/srv/with a space");
      driver.type("maxJobs", "3");
      driver.press("extra-ssm");
      driver.goTo(Page.REVIEW);
      for (int i = 0; i < 4; i++) {
        driver.press("back");
      }
      assertThat(driver.page()).isEqualTo(Page.TARGET);
      driver.goTo(Page.REVIEW);
      Answers answers = setup.lastAnswers.orElseThrow();
      assertThat(answers.release())
          .isEqualTo(new Release.Commit("0123456789abcdef0123456789abcdef01234567"));
      assertThat(answers.environment())
          .isEqualTo(new Environment.NewVenv("/srv/with a space", Optional.empty()));
      assertThat(answers.maxJobs()).contains(3);
      assertThat(answers.extras()).containsExactly("ssm");
    }
  }

  @Test
  void aProblemStandsAtItsField() throws Exception {
    setup.prepareProblem =
        Optional.of(
            Problem.answers(
                "venv-not-empty",
                "environment.path",
                "This folder is not empty.",
                "It holds no environment.",
                "Choose another folder."));
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.ENVIRONMENT);
      driver.press("next");
      driver.until("problem", () -> !driver.text("venvProblem").isEmpty());
      assertThat(driver.page()).isEqualTo(Page.ENVIRONMENT);
      assertThat(driver.text("venvProblem"))
          .isEqualTo("This folder is not empty. Choose another folder.");
      setup.prepareProblem = Optional.empty();
      driver.type("venvPath", "/home/ada/other");
      assertThat(driver.text("venvProblem")).isEmpty();
      driver.nextTo(Page.REVIEW);
    }
  }

  @Test
  void anExistingEnvironmentIsChosenFromThoseFound() throws Exception {
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.ENVIRONMENT);
      driver.onScreen(
          () -> {
            driver.find("existing", RadioButton.class).setSelected(true);
            return true;
          });
      driver.type("existingPath", "/opt/venv/bin/python3");
      driver.nextTo(Page.REVIEW);
      assertThat(setup.lastAnswers.orElseThrow().environment())
          .isEqualTo(new Environment.Existing("/opt/venv/bin/python3"));
    }
  }

  @Test
  void aPasswordIsAskedOnlyWhereSudoAsksAndHandedOverOnce() throws Exception {
    setup.rootSteps = true;
    setup.sudo = Facts.Sudo.WITH_PASSWORD;
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.REVIEW);
      assertThat(driver.text("hint")).contains("password");
      driver.type("rootPassword", "open sesame");
      PasswordField field = driver.find("rootPassword", PasswordField.class);
      driver.nextTo(Page.INSTALL);
      assertThat(new String(setup.lastPassword)).isEqualTo("open sesame");
      String left = driver.onScreen(field::getText);
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aLoginGoesIntoTheCredentialsAndNeverIntoTheAnswers(@TempDir Path folder) throws Exception {
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.RELEASE);
      driver.type("index", "https://ada:s3cret@index.example/simple");
      driver.until("stale", () -> driver.text("hint").contains("Load the versions again"));
      driver.press("reload");
      driver.goTo(Page.REVIEW);
      assertThat(setup.lastCredentials.logins())
          .singleElement()
          .satisfies(
              login -> {
                assertThat(login.origin()).isEqualTo("https://index.example");
                assertThat(login.user()).isEqualTo("ada");
                assertThat(login.password()).isEqualTo("s3cret");
              });
      driver.picked = Optional.of(folder);
      driver.press("save");
      Path saved = folder.resolve("answers.json");
      driver.until("saved", () -> Files.exists(saved) && !driver.text("saved").isEmpty());
      assertThat(Json.mapper().readValue(saved.toFile(), Answers.class))
          .isEqualTo(setup.lastAnswers.orElseThrow());
      assertThat(saved).content().doesNotContain("s3cret").contains("https://index.example/simple");
      driver.press("copyCommand");
      assertThat(driver.copied).containsExactly("megatron-setup install --release stable:0.19.1");
    }
  }

  @Test
  void whatTakesLongCanBeStopped() throws Exception {
    setup.hang = true;
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.nextTo(Page.PREFLIGHT);
      assertThat(driver.onScreen(() -> driver.wizard.flow().model().ready().get())).isFalse();
      driver.press("back");
      driver.untilPage(Page.TARGET);
      setup.hang = false;
      driver.nextTo(Page.PREFLIGHT);
      driver.until("looked", () -> driver.wizard.flow().model().ready().get());
    }
  }
}
