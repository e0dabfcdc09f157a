package org.megatronsetup.wizard;

import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** Size and place of the window, kept from one start to the next. */
final class WindowPlace {
  private static final String KEY = "window";

  /** So much of a title bar has to be on a screen for the window to be moved by it. */
  private static final double GRIP = 100;

  /** In pixels of the desktop, of the window while it fills no screen. */
  record Place(double x, double y, double width, double height, boolean maximized) {}

  private final Stage stage;
  private final Remembered remembered;
  private Rectangle2D usual = Rectangle2D.EMPTY;

  private WindowPlace(Stage stage, Remembered remembered) {
    this.stage = stage;
    this.remembered = remembered;
  }

  /** Puts the window where it was, and remembers where it is when it goes. */
  static void of(Stage stage, Remembered remembered) {
    WindowPlace place = new WindowPlace(stage, remembered);
    remembered.get(KEY, Place.class).ifPresent(place::restore);
    InvalidationListener moved = changed -> place.moved();
    stage.xProperty().addListener(moved);
    stage.yProperty().addListener(moved);
    stage.widthProperty().addListener(moved);
    stage.heightProperty().addListener(moved);
    stage.addEventHandler(WindowEvent.WINDOW_HIDING, event -> place.remember());
  }

  private void restore(Place last) {
    Rectangle2D screen =
        Screen.getScreensForRectangle(last.x(), last.y(), GRIP, GRIP).stream()
            .findFirst()
            .map(Screen::getVisualBounds)
            .orElse(Rectangle2D.EMPTY);
    boolean there = !screen.equals(Rectangle2D.EMPTY);
    Rectangle2D room = there ? screen : Screen.getPrimary().getVisualBounds();
    stage.setWidth(Math.clamp(last.width(), stage.getMinWidth(), room.getWidth()));
    stage.setHeight(Math.clamp(last.height(), stage.getMinHeight(), room.getHeight()));
    if (there) {
      stage.setX(last.x());
      stage.setY(last.y());
    }
    stage.setMaximized(last.maximized());
  }

  private void moved() {
    if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified()) {
      usual = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }
  }

  private void remember() {
    moved();
    if (!usual.equals(Rectangle2D.EMPTY)) {
      remembered.put(
          KEY,
          new Place(
              usual.getMinX(),
              usual.getMinY(),
              usual.getWidth(),
              usual.getHeight(),
              stage.isMaximized()));
    }
  }
}
