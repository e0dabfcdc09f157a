package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.wizard.flow.Page;

/** The switch between the system's colours, light and dark. */
final class SchemeTest {
  private static final Color LIGHT = Color.web("#ffffff");
  private static final Color DARK = Color.web("#12151d");

  @TempDir Path folder;

  private WizardDriver open() throws Exception {
    return new WizardDriver(
        (target, dialog) -> new FakeSetup(), WizardDriver.LINUX, folder.resolve("window.json"));
  }

  @Test
  void followsTheSystemUntilOneIsChosen() throws Exception {
    try (WizardDriver driver = open()) {
      assertThat(page(driver)).isEqualTo(LIGHT);
      driver.onScreen(() -> driver.schemeIs(ColorScheme.DARK));
      assertThat(page(driver)).isEqualTo(DARK);
      driver.press("schemeLight");
      assertThat(page(driver)).isEqualTo(LIGHT);
      driver.onScreen(() -> driver.schemeIs(ColorScheme.LIGHT));
      driver.press("schemeDark");
      assertThat(page(driver)).isEqualTo(DARK);
      driver.press("schemeSystem");
      assertThat(page(driver)).isEqualTo(LIGHT);
    }
  }

  @Test
  void isRemembered() throws Exception {
    try (WizardDriver driver = open()) {
      assertThat(folder.resolve("window.json")).doesNotExist();
      driver.press("schemeDark");
    }
    assertThat(Files.readString(folder.resolve("window.json"))).contains("\"dark\"");
    try (WizardDriver driver = open()) {
      assertThat(page(driver)).isEqualTo(DARK);
      assertThat(driver.onScreen(() -> driver.find("schemeDark", ToggleButton.class).isSelected()))
          .isTrue();
    }
  }

  @Test
  void oneIsAlwaysPressed() throws Exception {
    try (WizardDriver driver = open()) {
      driver.press("schemeDark");
      driver.press("schemeDark");
      assertThat(driver.onScreen(() -> driver.find("schemeDark", ToggleButton.class).isSelected()))
          .isTrue();
      assertThat(page(driver)).isEqualTo(DARK);
    }
  }

  @Test
  void openDialogsChangeToo() throws Exception {
    FakeSetup setup = new FakeSetup();
    setup.stepGate = new java.util.concurrent.Semaphore(0);
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.INSTALL);
      javafx.application.Platform.runLater(
          () -> driver.find("cancel", javafx.scene.control.Button.class).fire());
      driver.until("a dialog", () -> driver.anywhere("confirmNo").isPresent());
      assertThat(dialog(driver)).isEqualTo(LIGHT);
      driver.onScreen(() -> driver.schemeIs(ColorScheme.DARK));
      assertThat(dialog(driver)).isEqualTo(DARK);
      driver.answer("confirmNo");
      setup.stepGate.release(1000);
    }
  }

  /** The colour of the page's upper right corner. */
  private static Color page(WizardDriver driver) {
    return driver.onScreen(() -> corner(driver.stage.getScene()));
  }

  private static Color dialog(WizardDriver driver) {
    return driver.onScreen(
        () ->
            Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene.getRoot() instanceof DialogPane)
                .map(SchemeTest::corner)
                .findFirst()
                .orElseThrow());
  }

  private static Color corner(Scene scene) {
    return scene.snapshot(null).getPixelReader().getColor((int) scene.getWidth() - 4, 4);
  }
}
