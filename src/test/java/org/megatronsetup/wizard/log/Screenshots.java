package org.megatronsetup.wizard.log;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** Writes what a node looks like to {@code target/screenshots/NAME.png}. */
final class Screenshots {
  private Screenshots() {}

  static Path write(String name, Node node) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    AtomicReference<WritableImage> taken = new AtomicReference<>();
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> taken.set(node.getScene().snapshot(null)));
    WritableImage image = taken.get();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    Path file = Path.of("target", "screenshots", name + ".png");
    Files.createDirectories(file.getParent());
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }
}
