package org.megatronsetup.wizard;

import javafx.event.EventTarget;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Lets Enter lead on from a choice, as it does from a field. The toolkit has it press whatever has
 * the focus; a choice is made by Space and the arrows, and whoever pressed Enter in it wants to go
 * on.
 */
final class EnterKey {
  private EnterKey() {}

  static void leadsOn(Scene scene, ButtonBase next) {
    scene.addEventFilter(
        KeyEvent.ANY,
        event -> {
          if (event.getCode() == KeyCode.ENTER && isChoice(event.getTarget())) {
            if (event.getEventType() == KeyEvent.KEY_PRESSED && !next.isDisabled()) {
              next.fire();
            }
            event.consume();
          }
        });
  }

  private static boolean isChoice(EventTarget target) {
    return target instanceof RadioButton
        || target instanceof CheckBox
        || target instanceof ListView<?>;
  }
}
