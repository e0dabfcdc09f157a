package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Problem;
import org.megatronsetup.wizard.flow.Page;

/** Pictures of the validation panel in each of its states, to be looked at. */
@ParameterizedClass
@EnumSource(ColorScheme.class)
final class ValidationPicturesTest {
  private static final Problem LOST =
      new Problem(
          Problem.Kind.CONTACT,
          "contact-lost",
          "There is no answer from ada@node7.",
          "The connection was closed by the other side.",
          "Check that the machine runs and the network is there, then run the checks again.",
          "");

  private final ColorScheme scheme;
  private final FakeSetup setup = new FakeSetup();

  ValidationPicturesTest(ColorScheme scheme) {
    this.scheme = scheme;
  }

  private WizardDriver open(List<Check> checks) throws Exception {
    setup.checks = checks;
    WizardDriver driver = new WizardDriver(setup);
    driver.onScreen(() -> driver.schemeIs(scheme));
    driver.goTo(Page.VALIDATE);
    return driver;
  }

  private static void untilChecked(WizardDriver driver) {
    driver.until("checked", () -> driver.wizard.flow().model().ready().get());
  }

  private void shoot(WizardDriver driver, String name) throws IOException {
    Picture.take(driver, "panel-" + name + "-" + scheme.name().toLowerCase(Locale.ROOT));
  }

  /** The whole of the panel, part by part; nothing may stick out of the page. */
  private void shootAll(WizardDriver driver, String name) throws IOException {
    driver.scroll(0);
    shoot(driver, name);
    driver.scroll(1);
    shoot(driver, name + "-below");
    assertThat(driver.onScreen(() -> sticksOut(driver))).as("rows wider than the page").isFalse();
  }

  private static boolean sticksOut(WizardDriver driver) {
    double right = driver.find("heads", Node.class).localToScene(0, 0).getX();
    double width = driver.find("heads", Node.class).getLayoutBounds().getWidth();
    return driver.find("rows", Node.class).lookupAll(".check-row").stream()
        .filter(Node::isVisible)
        .anyMatch(row -> row.localToScene(row.getLayoutBounds()).getMaxX() > right + width + 1);
  }

  @Test
  void green() throws Exception {
    try (WizardDriver driver = open(ValidationSamples.green())) {
      untilChecked(driver);
      shootAll(driver, "green");
      driver.scroll(0);
      for (String id : List.of("again-driver", "details-driver", "save")) {
        driver.onScreen(
            () -> {
              driver.find(id, Node.class).requestFocus();
              return true;
            });
        shoot(driver, "focus-" + id);
      }
      driver.onScreen(
          () -> {
            driver.find("save", MenuButton.class).show();
            return true;
          });
      Picture.takeMenu(driver, "panel-save-" + scheme.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void withoutGpu() throws Exception {
    try (WizardDriver driver = open(ValidationSamples.withoutGpu())) {
      untilChecked(driver);
      shootAll(driver, "cpu");
      driver.onScreen(
          () -> {
            driver.stage.getScene().getRoot().lookupAll(".group-toggle").stream()
                .filter(Node::isVisible)
                .forEach(link -> ((javafx.scene.control.Hyperlink) link).fire());
            return true;
          });
      driver.scroll(0.6);
      shoot(driver, "cpu-all");
    }
  }

  @Test
  void oneFailureOpened() throws Exception {
    try (WizardDriver driver = open(ValidationSamples.red())) {
      untilChecked(driver);
      shoot(driver, "red");
      driver.press("details-import-megatron-core");
      driver.scroll(0.3);
      shoot(driver, "red-open");
    }
  }

  @Test
  void warnings() throws Exception {
    try (WizardDriver driver = open(ValidationSamples.amber())) {
      untilChecked(driver);
      shootAll(driver, "warnings");
    }
  }

  @Test
  void running() throws Exception {
    setup.checkGate = new Semaphore(6);
    try (WizardDriver driver = open(ValidationSamples.green())) {
      driver.until("rows", () -> driver.shownNow("check-dataset-helpers"));
      shoot(driver, "running");
      driver.press("stop");
      shoot(driver, "stopped");
      setup.checkGate.release(1000);
      driver.press("again");
      untilChecked(driver);
      setup.checkGate = new Semaphore(0);
      driver.press("again-megatron-core");
      driver.until("again", () -> driver.text("summary").startsWith("Checking again"));
      shoot(driver, "running-one");
      setup.checkGate.release(1);
    }
  }

  @Test
  void contactLost() throws Exception {
    setup.checkGate = new Semaphore(4);
    try (WizardDriver driver = open(ValidationSamples.green())) {
      driver.until("rows", () -> driver.shownNow("check-requirements"));
      setup.validateProblem = Optional.of(LOST);
      setup.checkGate.release(1000);
      driver.until("lost", () -> driver.shownNow("problem"));
      shoot(driver, "lost");
    }
  }

  @Test
  void longVersionsInANarrowWindow() throws Exception {
    try (WizardDriver driver = open(ValidationSamples.longVersions())) {
      untilChecked(driver);
      shootAll(driver, "long");
      driver.onScreen(
          () -> {
            driver.stage.setWidth(860);
            driver.stage.setHeight(600);
            return true;
          });
      shootAll(driver, "narrow");
    }
  }

  @Test
  void aFailureInANarrowWindow() throws Exception {
    try (WizardDriver driver = open(ValidationSamples.red())) {
      untilChecked(driver);
      driver.onScreen(
          () -> {
            driver.stage.setWidth(860);
            driver.stage.setHeight(600);
            return true;
          });
      driver.press("details-import-megatron-core");
      driver.scroll(0.4);
      shoot(driver, "narrow-red");
    }
  }

  @Test
  void cannotBegin() throws Exception {
    try (WizardDriver driver = open(ValidationSamples.cannotBegin())) {
      untilChecked(driver);
      shoot(driver, "cannot-begin");
    }
  }
}
