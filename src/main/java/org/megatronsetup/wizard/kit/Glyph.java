package org.megatronsetup.wizard.kit;

import javafx.scene.layout.Region;

/** A small drawn sign; its shape and colour are in the style sheets. */
public final class Glyph extends Region {
  private Tone tone = Tone.WAITING;

  public Glyph() {
    getStyleClass().add("glyph");
    setMouseTransparent(true);
  }

  public Glyph(Tone tone) {
    this();
    show(tone);
  }

  /**
   * @param name of the shape, such as {@code computer}
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
}
