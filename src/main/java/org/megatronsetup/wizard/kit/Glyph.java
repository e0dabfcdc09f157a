package org.megatronsetup.wizard.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** A small sign; which one, and its colour, are in the style sheets. It is as high as its font. */
public final class Glyph extends Label {
  private final FontIcon icon = new FontIcon();
  private Tone tone = Tone.WAITING;

  public Glyph() {
    getStyleClass().add("glyph");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMouseTransparent(true);
    // not the class of the base theme, which has a size and a colour of its own for signs
    icon.getStyleClass().setAll("sign");
    setGraphic(icon);
    fontProperty().addListener((o, before, now) -> fit());
    fit();
  }

  public Glyph(Tone tone) {
    this();
    show(tone);
  }

  /**
   * @param name of the sign, such as {@code computer}
   */
  public Glyph(String name) {
    this();
    getStyleClass().add("glyph-" + name);
  }

  public void show(Tone now) {
    getStyleClass().remove(tone.style());
    tone = now;
    getStyleClass().add(now.style());
  }

  private void fit() {
    icon.setIconSize((int) Math.round(getFont().getSize()));
  }
}
