package org.megatronsetup.wizard.look;

import javafx.scene.paint.Color;

/** Contrast as WCAG 2 computes it, from 1 to 21. */
final class Contrast {
  private Contrast() {}

  static double of(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** What one sees where a colour that lets light through lies on another. */
  static Color over(Color top, Color ground) {
    return ground.interpolate(
        new Color(top.getRed(), top.getGreen(), top.getBlue(), 1), top.getOpacity());
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
