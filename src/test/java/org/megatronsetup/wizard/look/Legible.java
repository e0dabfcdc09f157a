package org.megatronsetup.wizard.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Looks at every text of a scene as it is drawn: WCAG 2 AA for its colour on what is below it. */
public final class Legible {
  private Legible() {}

  /** The texts that are hard to read; what cannot be used now is let off, as by the standard. */
  public static List<String> problems(Scene scene) {
    List<String> found = new ArrayList<>();
    look(scene.getRoot(), Color.WHITE, 1, found);
    return found;
  }

  private static void look(Node node, Color below, double opacity, List<String> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    double shown = opacity * node.getOpacity();
    Color ground = node instanceof Region region ? ground(region, below, shown) : below;
    if (node instanceof Text text && !text.getText().isBlank()) {
      judge(text, ground, shown, found);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, ground, shown, found));
    }
  }

  private static Color ground(Region region, Color below, double opacity) {
    Color ground = below;
    if (region.getBackground() != null && region.getShape() == null) {
      for (BackgroundFill fill : region.getBackground().getFills()) {
        if (fill.getFill() instanceof Color colour) {
          ground = Contrast.over(faded(colour, opacity), ground);
        }
      }
    }
    return ground;
  }

  private static void judge(Text text, Color ground, double opacity, List<String> found) {
    if (text.getFill() instanceof Color colour && colour.getOpacity() > 0) {
      double contrast = Contrast.of(Contrast.over(faded(colour, opacity), ground), ground);
      if (contrast < wanted(text)) {
        found.add(
            String.format(
                Locale.ROOT, "%.2f for “%s”, %s on %s", contrast, text.getText(), colour, ground));
      }
    }
  }

  /** Large text, which is 18 points, or 14 in bold, needs less; and so does a sign. */
  private static double wanted(Text text) {
    Font font = text.getFont();
    boolean bold = font.getStyle().contains("Bold");
    boolean sign = text.getStyleClass().contains("sign");
    return sign || font.getSize() >= (bold ? 18.6 : 24) ? 3 : 4.5;
  }

  private static Color faded(Color colour, double opacity) {
    return colour.deriveColor(0, 1, 1, opacity);
  }
}
