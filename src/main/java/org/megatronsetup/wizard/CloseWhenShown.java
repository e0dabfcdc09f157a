package org.megatronsetup.wizard;

import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/**
 * Closes the window once it has been drawn, where the system property {@value #PROPERTY} is true:
 * for measuring how long a start takes, and for training the start's cache.
 */
final class CloseWhenShown extends AnimationTimer {
  static final String PROPERTY = "megatron-setup.close-when-shown";

  private final Stage stage;
  private int pulses;

  private CloseWhenShown(Stage stage) {
    this.stage = stage;
  }

  static void watch(Stage stage) {
    if (Boolean.getBoolean(PROPERTY)) {
      new CloseWhenShown(stage).start();
    }
  }

  @Override
  public void handle(long now) {
    // what the first pulse laid out is on the screen when the second begins
    if (++pulses == 2) {
      stop();
      stage.hide();
    }
  }
}
