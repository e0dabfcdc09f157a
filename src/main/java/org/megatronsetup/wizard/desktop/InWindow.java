package org.megatronsetup.wizard.desktop;

import javafx.application.Platform;
import javafx.stage.Window;
import org.controlsfx.control.Notifications;
import org.megatronsetup.wizard.kit.Attention;

/** Tells at the window's own edge, where the desktop has no service for it. */
public final class InWindow implements Attention {
  private final Window window;

  public InWindow(Window window) {
    this.window = window;
  }

  @Override
  public void goesOn(double fraction) {}

  @Override
  public void nothingGoesOn() {}

  @Override
  public void tell(String title, String text) {
    Platform.runLater(
        () -> {
          if (window.isShowing()) {
            Notifications.create().owner(window).title(title).text(text).show();
          }
        });
  }
}
