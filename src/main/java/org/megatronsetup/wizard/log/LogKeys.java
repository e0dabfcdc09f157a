package org.megatronsetup.wizard.log;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The keys of the whole log view: Ctrl+F search, F3 and Shift+F3 next and previous match, F8 and
 * Shift+F8 next and previous warning or error, Ctrl+End back to the end, Ctrl+C copy. {@link
 * RowsKeys} has those of the rows.
 */
final class LogKeys {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();
  private final LogView view;
  private final LogRows rows;

  LogKeys(LogView view, LogRows rows, SearchBar search, MatchWalk matches) {
    this.view = view;
    this.rows = rows;
    KeyCombination.Modifier shortcut = KeyCombination.SHORTCUT_DOWN;
    actions.put(new KeyCodeCombination(KeyCode.F, shortcut), search::begin);
    actions.put(new KeyCodeCombination(KeyCode.END, shortcut), view::jumpToEnd);
    actions.put(new KeyCodeCombination(KeyCode.F3), () -> matches.step(true));
    actions.put(withShift(KeyCode.F3), () -> matches.step(false));
    actions.put(new KeyCodeCombination(KeyCode.F8), () -> view.stepMark(true));
    actions.put(withShift(KeyCode.F8), () -> view.stepMark(false));
    view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private static KeyCombination withShift(KeyCode key) {
    return new KeyCodeCombination(key, KeyCombination.SHIFT_DOWN);
  }

  private void pressed(KeyEvent event) {
    if (COPY.match(event) && rows.isFocused()) {
      view.copy();
      event.consume();
      return;
    }
    actions.entrySet().stream()
        .filter(entry -> entry.getKey().match(event))
        .findFirst()
        .ifPresent(
            entry -> {
              entry.getValue().run();
              event.consume();
            });
  }
}
