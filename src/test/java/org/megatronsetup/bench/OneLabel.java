package org.megatronsetup.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The least that a JavaFX program can be: one label, closed once it was drawn. */
public final class OneLabel {
  private OneLabel() {}

  public static void main(String[] args) {
    Platform.startup(OneLabel::show);
  }

  private static void show() {
    Stage stage = new Stage();
    stage.setScene(new Scene(new Label("Hello"), 400, 300));
    stage.show();
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (++pulses == 2) {
          stop();
          stage.hide();
        }
      }
    }.start();
  }
}
