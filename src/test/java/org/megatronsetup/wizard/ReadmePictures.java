package org.megatronsetup.wizard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.image.WritableImage;
import org.megatronsetup.wizard.flow.Page;
import org.megatronsetup.wizard.gallery.Png;
import org.megatronsetup.wizard.gallery.Stills;

/** Takes the pictures for the README and the software centres, over a believable machine. */
public final class ReadmePictures {
  private static final Path FOLDER = Path.of("packaging", "screenshots");
  private static final double WIDTH = 1400;
  private static final double HEIGHT = 900;

  private ReadmePictures() {}

  public static void take() throws Exception {
    for (ColorScheme scheme : ColorScheme.values()) {
      take(scheme);
    }
  }

  private static void take(ColorScheme scheme) throws Exception {
    FakeSetup setup = new FakeSetup();
    setup.stepGate = new java.util.concurrent.Semaphore(2);
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.onScreen(() -> driver.schemeIs(scheme));
      write(driver, "target", scheme);
      driver.goTo(Page.REVIEW);
      write(driver, "review", scheme);
      driver.goTo(Page.INSTALL);
      driver.until("a download", () -> !driver.textNow("activity").isEmpty());
      driver.until("the third step", () -> setup.stepGate.availablePermits() == 0);
      write(driver, "install", scheme);
      setup.stepGate.release(1000);
      driver.goTo(Page.VALIDATE);
      driver.until("checked", () -> driver.wizard.flow().model().ready().get());
      write(driver, "validation", scheme);
      driver.goTo(Page.DONE);
      write(driver, "done", scheme);
    }
  }

  private static void write(WizardDriver driver, String name, ColorScheme scheme)
      throws IOException {
    WritableImage image =
        driver.onScreen(() -> Stills.take(driver.stage.getScene(), WIDTH, HEIGHT, 1, 1));
    Png.writeSmall(
        image, FOLDER.resolve(name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png"));
  }
}
