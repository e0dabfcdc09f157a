package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Mend;
import org.megatronsetup.wizard.flow.Page;

/** The panel, worked through the window. */
final class ValidationFlowsTest {
  private final FakeSetup setup = new FakeSetup();

  private static void untilChecked(WizardDriver driver) {
    driver.until("checked", () -> driver.wizard.flow().model().ready().get());
  }

  /** All texts of a row, from the thread of the screen. */
  private static List<String> row(WizardDriver driver, String id) {
    return driver.onScreen(
        () ->
            driver.find("check-" + id, Node.class).lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
  }

  private static boolean disabled(WizardDriver driver, String id) {
    return driver.onScreen(() -> driver.find(id, Node.class).isDisabled());
  }

  @Test
  void oneCheckIsRunAgainAndTheOthersStay() throws Exception {
    setup.checks = Samples.redChecks();
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.VALIDATE);
      untilChecked(driver);
      driver.press("details-import-te");
      Node before = driver.onScreen(() -> driver.find("check-import-te", Node.class));
      List<Check> mended = new ArrayList<>(setup.checks);
      mended.replaceAll(
          c ->
              c.id().equals("import-te")
                  ? check("import-te", Status.PASSED, "It imports")
                  : check(c.id(), Status.FAILED, "nobody asked"));
      setup.checks = mended;
      setup.checkGate = new Semaphore(0);
      driver.press("again-import-te");
      driver.until("running", () -> row(driver, "import-te").contains("Running"));
      assertThat(driver.text("summary")).isEqualTo("Checking again: transformer_engine.pytorch …");
      assertThat(row(driver, "driver")).contains("Passed").doesNotContain("Running");
      assertThat(disabled(driver, "again-driver")).isTrue();
      assertThat(disabled(driver, "save")).isTrue();
      assertThat(driver.onScreen(() -> driver.wizard.flow().model().ready().get())).isFalse();
      setup.checkGate.release(1);
      untilChecked(driver);
      assertThat(setup.lastValidation.orElseThrow().only()).containsExactly("import-te");
      assertThat(row(driver, "import-te")).contains("Passed", "It imports");
      assertThat(row(driver, "driver")).contains("Passed", "NVIDIA H100 80GB HBM3");
      assertThat(driver.text("summary"))
          .isEqualTo("It works, with one warning: Optional features.");
      Node after = driver.onScreen(() -> driver.find("check-import-te", Node.class));
      assertThat(after).as("the row itself, where one was looking").isSameAs(before);
      assertThat(setup.calls.stream().filter("receipt"::equals)).hasSize(2);
    }
  }

  private static Check check(String id, Status status, String summary) {
    return Samples.check(id, "Imports", "transformer_engine.pytorch", status, summary, null, 1);
  }

  @Test
  void whatIsUnderWayCanBeEnded() throws Exception {
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.VALIDATE);
      untilChecked(driver);
      setup.checkGate = new Semaphore(0);
      driver.press("again-training");
      driver.until("running", () -> row(driver, "training").contains("Running"));
      driver.press("again-training");
      driver.until("ended", () -> row(driver, "training").contains("Passed"));
      assertThat(driver.text("summary")).startsWith("It works");
      driver.onScreen(
          () -> {
            driver.find("again", Node.class).requestFocus();
            return true;
          });
      driver.robot.push(KeyCode.SPACE);
      driver.until("stop has the focus", () -> driver.find("stop", Node.class).isFocused());
      setup.checkGate.release(2);
      driver.until("the third", () -> driver.text("summary").equals("Checking: megatron-core …"));
      driver.robot.push(KeyCode.ENTER);
      assertThat(driver.onScreen(() -> driver.find("again", Node.class).isFocused())).isTrue();
      assertThat(driver.text("summary"))
          .isEqualTo("The checks were stopped after 2 of them, none of which failed.");
      assertThat(driver.text("hint")).isEqualTo("Run the checks again to go on.");
      setup.checkGate.release(100);
      driver.press("again");
      untilChecked(driver);
      assertThat(driver.text("summary")).startsWith("It works");
    }
  }

  @Test
  void lostContactIsNeitherGoodNorBad() throws Exception {
    try (WizardDriver driver = new WizardDriver(setup)) {
      setup.checkGate = new Semaphore(4);
      driver.goTo(Page.VALIDATE);
      driver.until("four rows", () -> driver.shownNow("check-pip-check"));
      setup.validateProblem = Optional.of(Samples.NO_INDEX);
      setup.checkGate.release(100);
      driver.until("lost", () -> driver.shownNow("problem"));
      assertThat(driver.text("summary"))
          .isEqualTo("Contact was lost; what is not listed below is not known.");
      assertThat(driver.onScreen(() -> driver.wizard.flow().model().ready().get())).isFalse();
      assertThat(driver.onScreen(() -> driver.find("rows", VBox.class).getChildren()))
          .as("headings with rows")
          .hasSize(2);
      driver.press("again-core");
      driver.until("lost again", () -> !driver.text("summary").startsWith("Checking"));
      assertThat(row(driver, "core")).contains("Passed");
      setup.validateProblem = Optional.empty();
      driver.press("again");
      untilChecked(driver);
      assertThat(driver.shownNow("problem")).isFalse();
    }
  }

  private void offer(Mend mend, Status status) {
    List<Check> checks = new ArrayList<>(Samples.greenChecks());
    checks.add(
        new Check(
            "feature-x",
            "Imports",
            "Mamba",
            status,
            "Not there: Mamba layers cannot be built.",
            Optional.empty(),
            0.1,
            "mamba_ssm: absent",
            "",
            "",
            Optional.of(mend)));
    setup.checks = checks;
  }

  @Test
  void aMissingPackageLeadsToAPlanThatBringsItAndNothingIsRun() throws Exception {
    offer(new Mend(Mend.Kind.PACKAGES, List.of("mamba-ssm")), Status.SKIPPED);
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.ENVIRONMENT);
      driver.press("extra-dev");
      driver.goTo(Page.VALIDATE);
      untilChecked(driver);
      assertThat(driver.text("mend-feature-x")).isEqualTo("Add mamba-ssm~=2.2 and show the plan");
      driver.press("mend-feature-x");
      driver.untilPage(Page.REVIEW);
      untilChecked(driver);
      Answers answers = setup.lastAnswers.orElseThrow();
      assertThat(answers.requirements()).containsExactly("mamba-ssm~=2.2");
      assertThat(answers.extras()).containsExactly("dev");
      assertThat(setup.calls).containsOnlyOnce("start");
      driver.press("back");
      driver.untilPage(Page.ENVIRONMENT);
      assertThat(driver.onScreen(() -> driver.find("requirements", Node.class).lookupAll(".label")))
          .anyMatch(label -> ((Labeled) label).getText().equals("mamba-ssm~=2.2"));
      driver.goTo(Page.VALIDATE);
      assertThat(setup.calls.stream().filter("start"::equals)).hasSize(2);
    }
  }

  @Test
  void aMissingExtraIsChosenOnItsPageToo() throws Exception {
    offer(new Mend(Mend.Kind.PACKAGES, List.of("transformer-engine[pytorch]")), Status.SKIPPED);
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.VALIDATE);
      untilChecked(driver);
      assertThat(driver.text("mend-feature-x")).isEqualTo("Add the extra te and show the plan");
      driver.press("mend-feature-x");
      driver.untilPage(Page.REVIEW);
      untilChecked(driver);
      assertThat(setup.lastAnswers.orElseThrow().extras()).containsExactly("te");
      driver.press("back");
      driver.untilPage(Page.ENVIRONMENT);
      assertThat(driver.onScreen(() -> driver.find("extra-te", CheckBox.class).isSelected()))
          .isTrue();
      driver.press("extra-te");
      driver.goTo(Page.REVIEW);
      assertThat(setup.lastAnswers.orElseThrow().extras()).isEmpty();
    }
  }

  /** The plan at hand was made before there was anything: it must be made anew. */
  @Test
  void whatMustBeInstalledAgainIsPlannedAnew() throws Exception {
    offer(new Mend(Mend.Kind.INSTALL, List.of()), Status.FAILED);
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.VALIDATE);
      untilChecked(driver);
      long plans = setup.calls.stream().filter("prepare"::equals).count();
      driver.press("mend-feature-x");
      driver.untilPage(Page.REVIEW);
      untilChecked(driver);
      assertThat(setup.calls.stream().filter("prepare"::equals)).hasSize((int) plans + 1);
      assertThat(setup.calls).containsOnlyOnce("start");
    }
  }

  @Test
  void anotherEnvironmentIsChosenByThePerson() throws Exception {
    offer(new Mend(Mend.Kind.ENVIRONMENT, List.of()), Status.FAILED);
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.VALIDATE);
      untilChecked(driver);
      driver.press("mend-feature-x");
      driver.untilPage(Page.ENVIRONMENT);
      assertThat(setup.calls).containsOnlyOnce("start");
    }
  }

  @Test
  void theReceiptIsSavedAsWhatIsWanted(@TempDir Path folder) throws Exception {
    setup.checks = Samples.redChecks();
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.VALIDATE);
      untilChecked(driver);
      driver.picked = Optional.of(folder);
      for (String[] one :
          new String[][] {
            {"markdown", "receipt.md", "# Megatron Core: receipt"},
            {"html", "receipt.html", "<!DOCTYPE html>"},
            {"json", "receipt.json", "{"}
          }) {
        driver.choose("save", "save-" + one[0]);
        Path file = folder.resolve(one[1]);
        driver.until("saved", () -> driver.text("saved").equals("Saved to " + file));
        assertThat(file).content().startsWith(one[2]).contains("libcudnn.so.9");
      }
      assertThat(Json.mapper().readTree(folder.resolve("receipt.json").toFile()).path("target"))
          .hasToString("\"this computer\"");
      driver.picked = Optional.of(folder.resolve("nowhere"));
      driver.choose("save", "save-html");
      driver.until("problem", () -> driver.shownNow("problem"));
      assertThat(Files.exists(folder.resolve("nowhere"))).isFalse();
    }
  }

  @Test
  void allThatWasPrintedCanBeReadAndCopied() throws Exception {
    setup.checks = Samples.redChecks();
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.VALIDATE);
      untilChecked(driver);
      assertThat(driver.shown("printed-import-te")).isFalse();
      driver.press("details-import-te");
      String printed =
          driver.onScreen(() -> driver.find("printed-import-te", TextArea.class).getText());
      assertThat(printed).startsWith("Traceback").endsWith("No such file or directory");
      driver.press("copy-printed-import-te");
      assertThat(driver.copied).containsExactly(printed);
    }
  }

  /** From the first button to the last with Tab alone; Enter and Space press. */
  @Test
  void theKeyboardReachesEverything() throws Exception {
    setup.checks = Samples.redChecks();
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.VALIDATE);
      untilChecked(driver);
      driver.press("details-import-te");
      driver.onScreen(
          () -> {
            driver.find("again", Node.class).requestFocus();
            return true;
          });
      List<String> reached = new ArrayList<>();
      for (int i = 0; i < 40 && !reached.contains("next"); i++) {
        reached.add(
            driver.onScreen(() -> String.valueOf(driver.stage.getScene().getFocusOwner().getId())));
        driver.robot.push(KeyCode.TAB);
      }
      assertThat(reached)
          .contains(
              "again",
              "save",
              "again-driver",
              "again-import-te",
              "details-import-te",
              "printed-import-te",
              "copy-printed-import-te",
              "again-several",
              "next");
      driver.onScreen(
          () -> {
            driver.find("details-import-te", Node.class).requestFocus();
            return true;
          });
      driver.robot.push(KeyCode.SPACE);
      assertThat(driver.shown("printed-import-te")).isFalse();
      driver.robot.push(KeyCode.ENTER);
      assertThat(driver.shown("printed-import-te")).isTrue();
      assertThat(
              driver.onScreen(() -> driver.find("again-import-te", Node.class).getAccessibleText()))
          .isEqualTo("transformer_engine.pytorch, Failed, 2.9.0: run this check again");
      assertThat(
              driver.onScreen(() -> driver.find("check-import-te", Node.class).getAccessibleText()))
          .startsWith("Failed, transformer_engine.pytorch, 2.9.0.");
    }
  }
}
