package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.engine.ShellSetup;
import org.megatronsetup.fixtures.CleanEnvironment;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.fixtures.FixtureRepository;
import org.megatronsetup.fixtures.FixtureWheels;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.wizard.flow.Page;

/** Whole flows through the window with the real engine: real sh, Python, pip and git. */
final class RealEngineTest {
  @TempDir Path home;

  private Setup setup;

  @BeforeEach
  void openEngine() {
    setup = new ShellSetup(new LocalShell("sh", CleanEnvironment.variables(home)), "test");
  }

  private void chooseVersion(WizardDriver driver, FixtureIndex index, String version) {
    driver.goTo(Page.RELEASE);
    driver.type("index", index.url());
    driver.press("reload");
    driver.until(
        "version " + version,
        () -> {
          ListView<?> list = driver.find("versions", ListView.class);
          for (int row = 0; row < list.getItems().size(); row++) {
            if (list.getItems().get(row).toString().contains("version=" + version + ",")) {
              list.getSelectionModel().select(row);
              return true;
            }
          }
          return false;
        });
  }

  @Test
  void aStableReleaseToAGreenPanel() throws Exception {
    Path venv = home.resolve("an env");
    try (FixtureIndex index = FixtureIndex.start();
        WizardDriver driver = new WizardDriver(setup)) {
      driver.nextTo(Page.PREFLIGHT);
      driver.until("looked", () -> driver.wizard.flow().model().ready().get());
      Picture.take(driver, "real-preflight");
      chooseVersion(driver, index, "0.15.3");
      Picture.take(driver, "real-release");
      driver.goTo(Page.ENVIRONMENT);
      driver.type("venvPath", venv.toString());
      driver.press("extra-dev");
      driver.until("forecast", () -> driver.text("forecast").contains("step"));
      Picture.take(driver, "real-environment");
      driver.scroll(1);
      Picture.take(driver, "real-forecast");
      driver.goTo(Page.REVIEW);
      Picture.take(driver, "real-review");
      driver.scroll(1);
      Picture.take(driver, "real-review-below");
      driver.goTo(Page.INSTALL);
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.text("headline")).isEqualTo("Installed");
      Picture.take(driver, "real-install");
      driver.nextTo(Page.VALIDATE);
      driver.until("checked", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.text("summary")).startsWith("It works");
      Picture.take(driver, "real-validate");
      driver.scroll(1);
      Picture.take(driver, "real-validate-below");
      driver.picked = Optional.of(home);
      driver.choose("save", "save-json");
      driver.until("saved", () -> !driver.find("saved", Labeled.class).getText().isEmpty());
      assertThat(home.resolve("receipt.json")).content().contains("0.15.3");
      driver.press("again-import-megatron-core");
      driver.until("again", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.text("summary")).startsWith("It works");
      driver.nextTo(Page.DONE);
      Picture.take(driver, "real-done");
      assertThat(venv.resolve("bin/activate")).exists();
      driver.press("back");
      driver.untilPage(Page.VALIDATE);
      assertThat(driver.text("mend-feature-tilelang")).isEqualTo("Add tilelang and show the plan");
      driver.press("mend-feature-tilelang");
      driver.untilPage(Page.REVIEW);
      driver.until("planned", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.onScreen(() -> driver.find("steps", Node.class).lookupAll(".mono")))
          .as("the plan that brings it")
          .anyMatch(label -> ((Labeled) label).getText().contains(" tilelang"));
      Picture.take(driver, "real-mend");
    }
  }

  @Test
  void aCommitToAGreenPanel() throws Exception {
    try (FixtureIndex index = FixtureIndex.start();
        WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.RELEASE);
      driver.type("index", index.url());
      driver.type("repository", FixtureRepository.url());
      driver.press("commit");
      driver.press("reload");
      driver.type("ref", "main");
      driver.press("resolve");
      driver.until("resolved", () -> driver.wizard.flow().model().ready().get());
      driver.goTo(Page.ENVIRONMENT);
      driver.type("venvPath", home.resolve("env").toString());
      driver.goTo(Page.INSTALL);
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
      driver.nextTo(Page.VALIDATE);
      driver.until("checked", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.text("summary")).startsWith("It works");
    }
  }

  @Test
  void aFailureIsDiagnosedAndResumed() throws Exception {
    Path mended = home.resolve("mended");
    try (FixtureIndex index =
            FixtureIndex.start().add(FixtureWheels.brokenUntil("fixture-fragile", mended));
        WizardDriver driver = new WizardDriver(setup)) {
      chooseVersion(driver, index, "0.15.3");
      driver.goTo(Page.ENVIRONMENT);
      driver.type("venvPath", home.resolve("env").toString());
      driver.type("entry", "fixture-fragile");
      driver.press("addRequirement");
      driver.goTo(Page.INSTALL);
      driver.until("failed", () -> driver.stage.getScene().lookup("#resume") != null);
      driver.until("cause", () -> driver.stage.getScene().lookup("#outcome .excerpt") != null);
      Picture.take(driver, "real-failed");
      Files.createFile(mended);
      driver.press("resume");
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
    }
  }
}
