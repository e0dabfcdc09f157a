package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Takes pictures of the window, to be looked at: {@code target/screenshots}. */
final class Picture {
  private static final Path FOLDER = Path.of("target", "screenshots");

  private Picture() {}

  static void take(WizardDriver driver, String name) throws IOException {
    take(driver, driver.stage.getScene(), name);
  }

  /** Takes one of the dialog that is open. */
  static void takeDialog(WizardDriver driver, String name) throws IOException {
    Scene dialog =
        driver.onScreen(
            () ->
                Window.getWindows().stream()
                    .map(Window::getScene)
                    .filter(scene -> scene.getRoot() instanceof DialogPane)
                    .findFirst()
                    .orElseThrow());
    take(driver, dialog, name);
  }

  private static void take(WizardDriver driver, Scene scene, String name) throws IOException {
    WritableImage image = driver.onScreen(() -> scene.snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    PixelReader pixels = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, pixels.getArgb(x, y));
      }
    }
    Files.createDirectories(FOLDER);
    assertThat(ImageIO.write(copy, "png", FOLDER.resolve(name + ".png").toFile())).isTrue();
  }
}
