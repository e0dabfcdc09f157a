package org.megatronsetup.wizard.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Glyph and word together: colour never stands alone. */
public final class Mark extends HBox {
  private final Glyph glyph = new Glyph();
  private final Label word = new Label();
  private Tone tone = Tone.WAITING;

  public Mark() {
    getStyleClass().add("mark");
    setAlignment(Pos.CENTER_LEFT);
    setMaxHeight(USE_PREF_SIZE);
    word.getStyleClass().add("mark-word");
    getChildren().addAll(glyph, word);
  }

  public Mark(Tone tone, String word) {
    this();
    show(tone, word);
  }

  public void show(Tone now, String text) {
    getStyleClass().remove(tone.style());
    tone = now;
    getStyleClass().add(now.style());
    glyph.show(now);
    word.setText(text);
  }
}
