package org.megatronsetup.wizard.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The PNG files are the SVG file, in their sizes; {@code exec:exec@pictures} paints them anew. */
final class IconsTest {

  @Test
  void everySizeIsTheSameDrawing() throws Exception {
    FxToolkit.registerPrimaryStage();
    IconPainter painter = new IconPainter();
    for (int size : IconPainter.SIZES) {
      Image kept = new Image(IconPainter.file(size).toUri().toString());
      assertThat(kept.getWidth()).isEqualTo(size);
      WritableImage fresh =
          WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(() -> painter.paint(size)));
      assertThat(difference(kept, fresh)).as("of %d pixels", size).isLessThan(0.02);
      PixelReader pixels = kept.getPixelReader();
      assertThat(pixels.getColor(0, 0).getOpacity()).as("corner").isZero();
      assertThat(pixels.getColor(size / 2, size / 8).isOpaque()).as("field").isTrue();
    }
  }

  /** The mean distance of the parts of a colour, from 0 to 1. */
  private static double difference(Image one, Image other) {
    double sum = 0;
    int size = (int) one.getWidth();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        int a = one.getPixelReader().getArgb(x, y);
        int b = other.getPixelReader().getArgb(x, y);
        for (int shift = 0; shift < 32; shift += 8) {
          sum += Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)) / 255.0;
        }
      }
    }
    return sum / (4.0 * size * size);
  }
}
