package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javafx.application.ColorScheme;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.megatronsetup.wizard.flow.Page;

/** A start, and every page after it, without a word of complaint, from style sheets above all. */
final class ComplaintsTest {

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void everyPage(ColorScheme scheme) throws Exception {
    FakeSetup setup = new FakeSetup();
    setup.failingStep = "core";
    setup.checks = Samples.redChecks();
    try (Complaints complaints = new Complaints();
        WizardDriver driver = new WizardDriver(setup)) {
      driver.onScreen(() -> driver.schemeIs(scheme));
      driver.press("ssh");
      popUp(driver, "host");
      driver.typeHost("not a host");
      driver.press("local");
      driver.goTo(Page.RELEASE);
      driver.onScreen(
          () -> {
            driver.find("sources", TitledPane.class).setExpanded(true);
            return true;
          });
      driver.goTo(Page.INSTALL);
      driver.until("failed", () -> driver.stage.getScene().lookup("#resume") != null);
      setup.failingStep = "";
      driver.press("resume");
      driver.goTo(Page.DONE);
      assertThat(complaints.all()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void whatLiesOverTheWindow(ColorScheme scheme) throws Exception {
    FakeSetup setup = new FakeSetup();
    setup.host = Optional.of(new FakeContainerHost(GroundworkSamples.fresh()));
    setup.stepGate = new Semaphore(0);
    try (Complaints complaints = new Complaints();
        WizardDriver driver = new WizardDriver(setup)) {
      driver.onScreen(() -> driver.schemeIs(scheme));
      driver.press("container");
      popUp(driver, "image");
      tip(driver);
      driver.press("local");
      driver.goTo(Page.INSTALL);
      driver.pressAndAnswer("cancel", "confirmNo");
      driver.press("schemeDark");
      driver.press("schemeLight");
      driver.press("schemeSystem");
      driver.onScreen(
          () -> driver.wizard.failures().report(new IllegalStateException("made by a test")));
      driver.until("a dialog", () -> driver.anywhereText("MS-"));
      // the failure itself is logged, as it should be
      assertThat(complaints.all())
          .filteredOn(line -> line.contains("css") || line.contains("CSS"))
          .isEmpty();
      assertThat(complaints.all()).anyMatch(line -> line.contains("MS-"));
      driver.closeDialogs();
    }
  }

  @Test
  void aNameThatIsMissingIsHeard() throws Exception {
    assertThat(heardWith(".label { -fx-text-fill: -no-such-name; }"))
        .anyMatch(line -> line.contains("-no-such-name"));
  }

  @Test
  void aSheetThatIsBrokenIsHeard() throws Exception {
    assertThat(heardWith(".button { -fx-background-color: rgb(1; }")).isNotEmpty();
  }

  private static List<String> heardWith(String css) throws Exception {
    try (Complaints complaints = new Complaints();
        WizardDriver driver = new WizardDriver(new FakeSetup())) {
      driver.onScreen(
          () ->
              driver
                  .stage
                  .getScene()
                  .getStylesheets()
                  .add("data:text/css;charset=utf-8," + css.replace(" ", "%20")));
      driver.nextTo(Page.PREFLIGHT);
      return complaints.all();
    }
  }

  private static void popUp(WizardDriver driver, String id) {
    driver.onScreen(
        () -> {
          driver.find(id, ComboBox.class).show();
          return true;
        });
    driver.onScreen(
        () -> {
          driver.find(id, ComboBox.class).hide();
          return true;
        });
  }

  private static void tip(WizardDriver driver) {
    driver.onScreen(
        () -> {
          Tooltip tip = new Tooltip("A tip");
          tip.show(driver.stage, 100, 100);
          tip.hide();
          return true;
        });
  }
}
