package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.megatronsetup.wizard.flow.Page;

/** Takes a picture of every page, to be looked at: {@code target/screenshots}. */
final class ScreenshotTest {
  private static final Path FOLDER = Path.of("target", "screenshots");

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void everyPage(ColorScheme scheme) throws Exception {
    try (WizardDriver driver = new WizardDriver(new FakeSetup())) {
      driver.onScreen(
          () -> {
            driver.scheme.set(scheme);
            return scheme;
          });
      for (Page page : Page.values()) {
        if (page != Page.TARGET) {
          driver.nextTo(page);
        }
        driver.until("ready", () -> driver.wizard.flow().model().ready().get());
        shoot(driver, scheme, page.key());
      }
    }
  }

  private static void shoot(WizardDriver driver, ColorScheme scheme, String name)
      throws IOException {
    WritableImage image = driver.onScreen(() -> driver.stage.getScene().snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    Path file = FOLDER.resolve(name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
    Files.createDirectories(FOLDER);
    assertThat(ImageIO.write(copy, "png", file.toFile())).isTrue();
  }
}
