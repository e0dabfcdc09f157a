package org.megatronsetup.wizard.log;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Keeps the end of a list in sight until the person moves away from it, and again once they are
 * back there. Only what a person does counts: growing alone never lets go.
 */
final class TailFollower {
  /** A pixel of ten million rows is more than this. */
  private static final double AT_END = 1 - 1e-10;

  private final ListView<?> list;
  private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);

  TailFollower(ListView<?> list) {
    this.list = list;
    list.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> lookLater());
    list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> lookLater());
  }

  ReadOnlyBooleanProperty followingProperty() {
    return following.getReadOnlyProperty();
  }

  boolean isFollowing() {
    return following.get();
  }

  void follow() {
    following.set(true);
    scroll();
  }

  void letGo() {
    following.set(false);
  }

  /** To be called when the list has grown. */
  void scroll() {
    int rows = list.getItems().size();
    if (following.get() && rows > 0) {
      // beyond the last row means the very end; the last row itself may end up just out of sight
      list.scrollTo(rows);
    }
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() > 0 && !everythingFits()) {
      letGo();
    }
    lookLater();
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case UP, PAGE_UP, HOME -> {
        if (!everythingFits()) {
          letGo();
        }
        lookLater();
      }
      case DOWN, PAGE_DOWN, END -> lookLater();
      default -> {}
    }
  }

  /** The list has moved only after it has dealt with the event itself. */
  private void lookLater() {
    Platform.runLater(() -> following.set(atEnd()));
  }

  private boolean atEnd() {
    list.layout();
    return everythingFits() || flow().map(flow -> flow.getPosition() >= AT_END).orElse(true);
  }

  private boolean everythingFits() {
    return visibleRows() >= list.getItems().size();
  }

  /** Whether a row is in sight. */
  boolean shows(int row) {
    return flow()
        .map(
            flow -> {
              IndexedCell<?> first = flow.getFirstVisibleCell();
              IndexedCell<?> last = flow.getLastVisibleCell();
              return first != null && first.getIndex() <= row && row < last.getIndex();
            })
        .orElse(false);
  }

  /** How many rows are in sight. */
  int visibleRows() {
    return flow()
        .filter(flow -> flow.getFirstVisibleCell() != null)
        .map(f -> f.getLastVisibleCell().getIndex() - f.getFirstVisibleCell().getIndex() + 1)
        .orElse(1);
  }

  private Optional<VirtualFlow<?>> flow() {
    return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        ? Optional.of(flow)
        : Optional.empty();
  }
}
