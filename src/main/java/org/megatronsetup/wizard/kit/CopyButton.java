package org.megatronsetup.wizard.kit;

import java.time.Duration;
import java.util.function.Supplier;
import javafx.scene.control.Button;

/** Copies a text and says for a moment that it did. */
public final class CopyButton extends Button {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  public CopyButton(Kit kit, Clip clip, Supplier<String> text) {
    connect(this, kit, clip, text);
    getStyleClass().addAll("flat", "small", "copy");
    setMinWidth(USE_PREF_SIZE);
  }

  /** Makes a button of an FXML file one that copies. */
  public static void connect(Button button, Kit kit, Clip clip, Supplier<String> text) {
    String before = button.getText();
    String label = before.isEmpty() ? kit.texts().get("button.copy") : before;
    button.setText(label);
    button.setOnAction(
        event -> {
          clip.copy(text.get());
          button.setText(kit.texts().get("button.copied"));
          kit.background().later(MOMENT, () -> button.setText(label));
        });
  }
}
