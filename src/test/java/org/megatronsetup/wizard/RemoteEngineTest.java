package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.engine.Targets;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.fixtures.FixtureWheels;
import org.megatronsetup.fixtures.SystemUser;
import org.megatronsetup.shell.ssh.CutProxy;
import org.megatronsetup.shell.ssh.RealSshd;
import org.megatronsetup.wizard.flow.Page;

/**
 * A whole install on another machine through the window: OpenSSH's own server, a host key that
 * nobody knows, a password, and a connection that is cut twice on the way.
 */
final class RemoteEngineTest {
  private static final String PASSWORD = "correct horse";

  @TempDir Path folder;

  @Test
  void toAGreenPanelThroughTwoCuts() throws Exception {
    try (SystemUser user = SystemUser.make(folder, "/bin/sh");
        RealSshd server =
            RealSshd.start(
                Files.createDirectory(folder.resolve("sshd")), "PasswordAuthentication yes");
        CutProxy proxy = new CutProxy(server.port());
        FixtureIndex index =
            FixtureIndex.start()
                .add(FixtureWheels.gated("fixture-patient", user.home.resolve("gate")));
        WizardDriver driver =
            new WizardDriver(new Targets("test", folder.resolve("accepted")), WizardDriver.LINUX)) {
      user.password(PASSWORD);
      connect(driver, proxy.port(), user.name, server.fingerprint());
      driver.untilPage(Page.PREFLIGHT);
      Path venv = user.home.resolve("an env");
      chooseEnvironment(driver, index, venv);
      driver.goTo(Page.INSTALL);
      Path reached = user.home.resolve("gate.reached");
      driver.until("the step that waits", () -> Files.exists(reached));
      for (CutProxy.Cut cut : new CutProxy.Cut[] {CutProxy.Cut.RESET, CutProxy.Cut.HALF_CLOSE}) {
        proxy.refuse(true);
        proxy.cut(cut);
        driver.until("banner", () -> driver.shownNow("contact"));
        assertThat(driver.text("leave")).startsWith("You may close this window");
        assertThat(driver.shown("cancel")).isTrue();
        Picture.take(driver, "remote-reconnecting");
        proxy.refuse(false);
        driver.until("contact", () -> !driver.shownNow("contact"));
      }
      Files.createFile(user.home.resolve("gate"));
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.text("headline")).isEqualTo("Installed");
      driver.nextTo(Page.VALIDATE);
      driver.until("checked", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.text("summary")).startsWith("It works");
      driver.nextTo(Page.DONE);
      Picture.take(driver, "remote-done");
      assertThat(venv.resolve("bin/activate")).exists();
      assertThat(user.home.resolve(".local/state/megatron-setup/runs")).isNotEmptyDirectory();
    }
  }

  private static void connect(WizardDriver driver, int port, String user, String fingerprint) {
    driver.press("ssh");
    driver.typeHost("127.0.0.1");
    driver.type("port", String.valueOf(port));
    driver.type("user", user);
    driver.press("next");
    driver.until("host key", () -> driver.anywhere("fingerprint").isPresent());
    assertThat(
            driver.onScreen(
                () -> ((TextField) driver.anywhere("fingerprint").orElseThrow()).getText()))
        .isEqualTo(fingerprint);
    driver.answer("answerYes");
    typeSecret(driver, "wrong");
    driver.answer("answerYes");
    driver.until("asked again", () -> driver.anywhereText("refused"));
    typeSecret(driver, PASSWORD);
    driver.answer("answerYes");
  }

  private static void typeSecret(WizardDriver driver, String secret) {
    driver.until("password", () -> driver.anywhere("secret").isPresent());
    driver.onScreen(
        () -> {
          ((PasswordField) driver.anywhere("secret").orElseThrow()).setText(secret);
          return secret;
        });
  }

  private static void chooseEnvironment(WizardDriver driver, FixtureIndex index, Path venv) {
    driver.goTo(Page.RELEASE);
    driver.type("index", index.url());
    driver.press("reload");
    driver.until(
        "version",
        () -> {
          ListView<?> list = driver.find("versions", ListView.class);
          for (int row = 0; row < list.getItems().size(); row++) {
            if (list.getItems().get(row).toString().contains("version=0.15.3,")) {
              list.getSelectionModel().select(row);
              return true;
            }
          }
          return false;
        });
    driver.goTo(Page.ENVIRONMENT);
    assertThat(driver.onScreen(() -> driver.find("chooseFolderButton", Node.class).isVisible()))
        .isFalse();
    driver.type("venvPath", venv.toString());
    driver.type("entry", "fixture-patient");
    driver.press("addRequirement");
  }
}
