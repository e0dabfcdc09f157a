package org.megatronsetup.wizard.gallery;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import org.megatronsetup.wizard.ReadmePictures;

/**
 * Makes the pictures that are kept beside the sources anew: {@code icons} from the SVG file, and
 * {@code readme}, of the window, for the README and the software centres.
 */
public final class Pictures {
  private Pictures() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "icons" -> icons();
      case "readme" -> ReadmePictures.take();
      default -> throw new IllegalArgumentException("icons or readme, not " + args[0]);
    }
    Platform.exit();
  }

  private static void icons() throws IOException, InterruptedException, ExecutionException {
    IconPainter painter = new IconPainter();
    CompletableFuture<Void> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(null));
    started.get();
    for (int size : IconPainter.SIZES) {
      CompletableFuture<WritableImage> painted = new CompletableFuture<>();
      Platform.runLater(() -> painted.complete(painter.paint(size)));
      Png.write(painted.get(), IconPainter.file(size));
    }
  }
}
