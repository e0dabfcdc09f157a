package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.engine.ShellSetup;
import org.megatronsetup.fixtures.CleanEnvironment;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.wizard.flow.Page;
import org.testfx.util.WaitForAsyncUtils;

/** The mouse is unplugged: nothing but keys is pressed, and the engine is the real one. */
final class KeyboardTest {
  private static final int ENOUGH = 60;

  @TempDir Path home;

  @Test
  void aWholeInstallByKeysAlone() throws Exception {
    Setup setup = new ShellSetup(new LocalShell("sh", CleanEnvironment.variables(home)), "test");
    try (FixtureIndex index = FixtureIndex.start();
        WizardDriver driver = new WizardDriver(setup)) {
      assertThat(focused(driver)).isEqualTo("local");
      next(driver, Page.PREFLIGHT);
      next(driver, Page.RELEASE);

      tabTo(driver, "sources");
      push(driver, KeyCode.SPACE);
      tabTo(driver, "index");
      push(driver, KeyCode.SHORTCUT, KeyCode.A);
      driver.robot.write(index.url(), 0);
      push(driver, KeyCode.ALT, KeyCode.O);
      driver.until("versions", () -> driver.wizard.flow().model().ready().get());
      next(driver, Page.ENVIRONMENT);

      tabTo(driver, "venvPath");
      push(driver, KeyCode.SHORTCUT, KeyCode.A);
      driver.robot.write(home.resolve("an env").toString(), 0);
      tabTo(driver, "extra-dev");
      push(driver, KeyCode.SPACE);
      next(driver, Page.REVIEW);
      next(driver, Page.INSTALL);
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
      next(driver, Page.VALIDATE);
      driver.until("checked", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.text("summary")).startsWith("It works");
      next(driver, Page.DONE);
      assertThat(home.resolve("an env/bin/activate")).exists();

      // the way back, and to the end
      push(driver, KeyCode.ALT, KeyCode.B);
      driver.untilPage(Page.VALIDATE);
      next(driver, Page.DONE);
      push(driver, KeyCode.ENTER);
      driver.until("closed", () -> !driver.stage.isShowing());
    }
  }

  /** Enter is Next wherever one is, as soon as the way is open. */
  private static void next(WizardDriver driver, Page page) {
    driver.until("the way to " + page, () -> !driver.find("next", Node.class).isDisabled());
    push(driver, KeyCode.ENTER);
    driver.untilPage(page);
  }

  private static void push(WizardDriver driver, KeyCode... keys) {
    driver.robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String focused(WizardDriver driver) {
    return driver.onScreen(
        () -> {
          Node owner = driver.stage.getScene().getFocusOwner();
          return owner == null || owner.getId() == null ? "" : owner.getId();
        });
  }

  private static void tabTo(WizardDriver driver, String id) {
    for (int i = 0; i < ENOUGH; i++) {
      if (focused(driver).equals(id)) {
        return;
      }
      push(driver, KeyCode.TAB);
    }
    throw new AssertionError("Tab never comes to " + id);
  }
}
