package org.megatronsetup.wizard.gallery;

import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Pictures of a scene in sizes that no screen has: its root is laid out in a scene of its own, and
 * given back. On the thread of the screen.
 */
public final class Stills {
  /** Pixels of the root's text at 100 %, as in {@code controls.css}. */
  private static final double TEXT = 13;

  private Stills() {}

  /**
   * @param width in pixels at 100 %
   * @param height in pixels at 100 %
   * @param text size of text, 1 for 100 %
   * @param scale of the screen, 1 for 100 %
   */
  public static WritableImage take(
      Scene of, double width, double height, double text, double scale) {
    return take(of, width, height, text, scale, root -> {});
  }

  /**
   * @param look sees the root as it is laid out for the picture
   */
  public static WritableImage take(
      Scene of, double width, double height, double text, double scale, Consumer<Parent> look) {
    Parent root = of.getRoot();
    String style = root.getStyle();
    of.setRoot(new Region());
    Scene still = new Scene(root, width, height);
    still.getStylesheets().setAll(of.getStylesheets());
    still.getPreferences().setReducedMotion(true);
    root.setStyle(text == 1 ? style : "-fx-font-size: " + TEXT * text + "px");
    try {
      // a pane that scrolls knows only after a first layout that it has to
      still.snapshot(null);
      still.snapshot(null);
      look.accept(root);
      return picture(root, width, height, scale);
    } finally {
      still.setRoot(new Region());
      root.setStyle(style);
      of.setRoot(root);
    }
  }

  private static WritableImage picture(Parent root, double width, double height, double scale) {
    SnapshotParameters how = new SnapshotParameters();
    how.setTransform(new Scale(scale, scale));
    return root.snapshot(how, new WritableImage((int) (width * scale), (int) (height * scale)));
  }
}
