package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.container.RealDocker;
import org.megatronsetup.container.RealEngine;
import org.megatronsetup.container.RealPodman;
import org.megatronsetup.container.TestImages;
import org.megatronsetup.engine.Targets;
import org.megatronsetup.fixtures.CleanEnvironment;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.shell.ssh.RealSshd;
import org.megatronsetup.wizard.flow.Page;

/** Both chapters of the guide that are about containers, through the window into real engines. */
final class ContainerEngineTest {
  private static final String NGC = "nvcr.io/nvidia/pytorch:26.06-py3";
  private static final String UBUNTU = "ubuntu:24.04";

  @TempDir Path folder;

  private RealEngine start(String engine) throws Exception {
    Path own = Files.createDirectory(folder.resolve("e"));
    return engine.equals("docker") ? RealDocker.start(own) : RealPodman.start(own);
  }

  /** A window whose own computer finds the engine of the test, and nothing of the person's. */
  private WizardDriver window(RealEngine engine) throws Exception {
    Path home = Files.createDirectory(folder.resolve("h"));
    Map<String, String> environment = new HashMap<>(CleanEnvironment.variables(home));
    environment.put("PATH", engine.bin() + ":" + System.getenv("PATH"));
    return new WizardDriver(
        new Targets("test", folder.resolve("accepted"), () -> new LocalShell("sh", environment)),
        WizardDriver.LINUX);
  }

  @ParameterizedTest
  @CsvSource({"docker", "podman"})
  void anImageWithItsOwnPythonHere(String name) throws Exception {
    try (RealEngine engine = start(name);
        FixtureIndex index = FixtureIndex.start();
        WizardDriver driver = window(engine)) {
      TestImages.ngc(engine, NGC);
      describe(driver, name, NGC, "ngc");
      layAndGoOn(driver, "container-here-" + name);
      chooseRelease(driver, index);
      driver.goTo(Page.ENVIRONMENT);
      driver.press("extra-dev");
      driver.goTo(Page.REVIEW);
      toGreen(driver);
      Picture.take(driver, "container-here-done-" + name);
      assertThat(engine.run("exec", "ngc", "pip", "list"))
          .contains("megatron-core", "fixture-kernels");
    }
  }

  @ParameterizedTest
  @CsvSource({"podman", "docker"})
  void aPlainUbuntuBehindSsh(String name) throws Exception {
    Path there = Files.createDirectory(folder.resolve("there"));
    try (RealEngine engine = start(name);
        RealSshd server =
            RealSshd.start(Files.createDirectory(folder.resolve("s")), set(engine, there));
        FixtureIndex index = FixtureIndex.start();
        WizardDriver driver = window(engine)) {
      TestImages.ubuntu(engine, UBUNTU);
      describe(driver, name, UBUNTU, "plain");
      driver.press("addMount");
      driver.press("there");
      driver.type("mountSource", TestImages.mirror().toString());
      driver.type("mountTarget", "/mirror");
      tick(driver, "mountReadOnly");
      reach(driver, server);
      layAndGoOn(driver, "container-there-" + name);
      chooseRelease(driver, index);
      driver.goTo(Page.ENVIRONMENT);
      groundwork(driver);
      driver.press("extra-dev");
      Picture.take(driver, "container-there-environment-" + name);
      toGreen(driver);
      keepAndRemove(driver);
      Picture.take(driver, "container-there-done-" + name);
      assertThat(engine.run("ps", "--all", "--format", "{{.Names}}")).doesNotContain("plain");
      assertThat(kept(engine)).contains("0.15.3");
    }
  }

  private static String set(RealEngine engine, Path home) {
    return "SetEnv PATH="
        + engine.bin()
        + ":"
        + System.getenv("PATH")
        + " HOME="
        + home
        + " XDG_STATE_HOME="
        + home.resolve("state");
  }

  private static void describe(WizardDriver driver, String engine, String image, String name) {
    driver.press("container");
    driver.press(engine);
    driver.onScreen(
        () -> {
          driver.find("image", ComboBox.class).getEditor().setText(image);
          return image;
        });
    driver.type("containerName", name);
    driver.press("noGpus");
    tick(driver, "hostNetwork");
  }

  private static void tick(WizardDriver driver, String id) {
    if (!driver.onScreen(() -> driver.find(id, CheckBox.class).isSelected())) {
      driver.press(id);
    }
  }

  private static void reach(WizardDriver driver, RealSshd server) {
    driver.typeHost("127.0.0.1");
    driver.type("port", String.valueOf(server.port()));
    driver.type("user", System.getProperty("user.name"));
    driver.type("identity", server.key().toString());
  }

  /** Starts the container; the host key of a machine that nobody knows is accepted. */
  private static void layAndGoOn(WizardDriver driver, String picture) throws Exception {
    driver.press("next");
    driver.until(
        "laid",
        () ->
            driver.anywhere("fingerprint").isPresent()
                || driver.wizard.flow().currentProperty().get() == Page.PREFLIGHT);
    if (driver.page() != Page.PREFLIGHT) {
      driver.answer("answerYes");
    }
    driver.untilPage(Page.PREFLIGHT);
    driver.press("back");
    driver.untilPage(Page.TARGET);
    driver.scroll(1);
    Picture.take(driver, picture);
    driver.nextTo(Page.PREFLIGHT);
  }

  private static void chooseRelease(WizardDriver driver, FixtureIndex index) {
    driver.goTo(Page.RELEASE);
    driver.type("index", index.url());
    driver.press("reload");
    driver.until(
        "version",
        () -> {
          List<?> rows = driver.find("versions", ListView.class).getItems();
          for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).toString().contains("version=0.15.3,")) {
              driver.find("versions", ListView.class).getSelectionModel().select(row);
              return true;
            }
          }
          return false;
        });
  }

  private static void groundwork(WizardDriver driver) throws Exception {
    tick(driver, "systemPython");
    tick(driver, "systemCuda");
    driver.type("ubuntuMirror", "file:///mirror/ubuntu");
    driver.type("cudaMirror", "file:///mirror/cuda");
    driver.type("cudaKeyringSha256", TestImages.keyringSha256());
  }

  private static void toGreen(WizardDriver driver) {
    driver.goTo(Page.INSTALL);
    driver.until("installed", () -> driver.wizard.flow().model().ready().get());
    assertThat(driver.text("headline")).isEqualTo("Installed");
    driver.nextTo(Page.VALIDATE);
    driver.until("checked", () -> driver.wizard.flow().model().ready().get());
    assertThat(driver.text("summary")).startsWith("It works");
    driver.nextTo(Page.DONE);
  }

  private static void keepAndRemove(WizardDriver driver) {
    driver.type("keptAs", "kept:1");
    driver.press("keep");
    driver.until("kept", () -> driver.text("containerSaid").contains("kept:1"));
    driver.until("free", () -> !driver.find("remove", javafx.scene.Node.class).isDisabled());
    driver.pressAndAnswer("remove", "confirmYes");
    driver.until("removed", () -> driver.text("containerSaid").contains("was removed"));
  }

  private static String kept(RealEngine engine) {
    return engine.run(
        "run",
        "--rm",
        "--network=host",
        "--entrypoint",
        "/opt/megatron-core/venv/bin/python",
        "kept:1",
        "-c",
        "import megatron.core; print(megatron.core.__version__)");
  }
}
