package org.megatronsetup.wizard;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/** The program's own icon, in the sizes that desktops ask for; drawn from one SVG file. */
final class Icons {
  /** Pixels, each way. */
  private static final int[] SIZES = {16, 32, 48, 64, 128, 256};

  private Icons() {}

  static List<Image> all() {
    return IntStream.of(SIZES).mapToObj(Icons::image).toList();
  }

  private static Image image(int size) {
    String name = "/icons/megatron-setup-" + size + ".png";
    return new Image(Objects.requireNonNull(Icons.class.getResourceAsStream(name), name));
  }
}
