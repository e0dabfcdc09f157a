package org.megatronsetup.wizard.log;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.run.log.LogStore.Range;

/**
 * Shows the log of a run while it grows: keeps to its end until one scrolls away, searches all of
 * it, copies lines, saves it. Keys: Ctrl+F search, F3 and Shift+F3 next and previous, Ctrl+C copy,
 * Ctrl+End back to the end. All methods belong to the thread of the screen.
 */
public final class LogView extends VBox {
  /** Some ten refreshes a second cost little and look live. */
  private static final Duration PAUSE = Duration.ofMillis(80);

  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination TO_END =
      new KeyCodeCombination(KeyCode.END, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.F3);
  private static final KeyCombination PREVIOUS =
      new KeyCodeCombination(KeyCode.F3, KeyCombination.SHIFT_DOWN);

  private final LogHost host;
  private final Coalescer refresh = new Coalescer(this::refresh, PAUSE);
  private final Runnable listener = refresh::request;
  private final Finder finder;
  private final LogRows rows;
  private final SearchBar search;
  private final Label lines = new Label();
  private final Button save = new Button();
  private final BooleanProperty nothing = new SimpleBooleanProperty(true);
  private Optional<LogStore> store = Optional.empty();

  public LogView(LogHost host) {
    this.host = host;
    finder = new Finder(host, this::searched);
    search = new SearchBar(host, finder::look, this::step);
    getStyleClass().add("log-view");
    rows = new LogRows(finder::needle, this::showResult);
    rows.setAccessibleText(host.text("log.title"));
    getChildren().addAll(toolbar(), listWithJump());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    clear();
  }

  private HBox toolbar() {
    lines.getStyleClass().add("log-count");
    save.setText(host.text("log.save"));
    save.getStyleClass().add("log-save");
    save.setOnAction(event -> save());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar = new HBox(search, space, lines, save);
    bar.getStyleClass().add("log-toolbar");
    return bar;
  }

  private StackPane listWithJump() {
    Button jump = new Button(host.text("log.jump"));
    jump.getStyleClass().addAll("log-jump", "accent");
    jump.setOnAction(event -> jumpToEnd());
    jump.visibleProperty().bind(rows.followingProperty().not());
    jump.managedProperty().bind(jump.visibleProperty());
    StackPane.setAlignment(jump, Pos.BOTTOM_RIGHT);
    Label empty = new Label(host.text("log.empty"));
    empty.getStyleClass().add("log-empty");
    empty.visibleProperty().bind(nothing);
    StackPane pane = new StackPane(rows, empty, jump);
    VBox.setVgrow(pane, Priority.ALWAYS);
    return pane;
  }

  /** Shows a log from now on. The store remains the caller's to close, after {@link #clear()}. */
  public void show(LogStore newStore) {
    clear();
    store = Optional.of(newStore);
    newStore.addListener(listener);
    finder.in(store);
    save.setDisable(false);
    showAll();
  }

  /** Lets go of the log that was shown. */
  public void clear() {
    store.ifPresent(s -> s.removeListener(listener));
    store = Optional.empty();
    finder.in(store);
    rows.show(Optional.empty());
    save.setDisable(true);
    showCount();
  }

  /** Shows only what a step printed, the latest time that it ran. */
  public void showStep(String step) {
    store.ifPresent(s -> show(LogLines.of(s, step)));
  }

  /** Shows the whole log again. */
  public void showAll() {
    store.ifPresent(s -> show(LogLines.all(s)));
  }

  private void show(LogLines some) {
    rows.show(Optional.of(some));
    showCount();
    showResult();
  }

  /** Whether the end is kept in sight. */
  public ReadOnlyBooleanProperty followingProperty() {
    return rows.followingProperty();
  }

  public void jumpToEnd() {
    rows.follow();
  }

  private void refresh() {
    rows.lines().ifPresent(LogLines::update);
    rows.requestLayout();
    showCount();
    finder.refresh();
  }

  private void showCount() {
    int count = rows.count();
    nothing.set(count == 0);
    lines.setText(host.text(count == 1 ? "log.lines.one" : "log.lines.many", count));
  }

  private void searched() {
    rows.requestLayout();
    showResult();
  }

  private void showResult() {
    if (finder.needle().isEmpty()) {
      search.nothingSought();
      return;
    }
    Range range = rows.lines().map(LogLines::range).orElse(new Range(0, 0));
    int selected = rows.selection().lead();
    int place = selected < 0 ? 0 : finder.place(range.from() + selected, range).orElse(0);
    search.found(place, finder.count(range));
  }

  /** Goes to the next or the previous line found, from the selected one or from outside. */
  private void step(boolean forward) {
    rows.lines()
        .ifPresent(
            some -> {
              int selected = rows.selection().lead();
              int from = selected >= 0 ? selected : forward ? -1 : some.size();
              finder
                  .nearest(some.range().from() + from, forward, some.range())
                  .ifPresent(line -> reveal(some.row(line)));
            });
  }

  private void reveal(int row) {
    rows.letGo();
    rows.selection().select(row);
    rows.reveal(row);
  }

  private void pressed(KeyEvent event) {
    if (FIND.match(event)) {
      search.begin();
    } else if (NEXT.match(event)) {
      step(true);
    } else if (PREVIOUS.match(event)) {
      step(false);
    } else if (TO_END.match(event)) {
      jumpToEnd();
    } else if (COPY.match(event) && rows.isFocused()) {
      copy();
    } else {
      return;
    }
    event.consume();
  }

  private void copy() {
    rows.lines()
        .filter(some -> rows.selection().lead() >= 0)
        .ifPresent(
            some ->
                host.copy(
                    Arrays.stream(rows.selection().rows())
                        .mapToObj(row -> some.get(row).text())
                        .collect(Collectors.joining("\n", "", "\n"))));
  }

  private void save() {
    store.ifPresent(
        s -> {
          Optional<Path> file = host.whereToSave(host.text("log.save.title"), "megatron-setup.log");
          file.ifPresent(path -> host.inBackground(() -> s.saveTo(path)));
        });
  }
}
