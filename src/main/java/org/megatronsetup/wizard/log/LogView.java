package org.megatronsetup.wizard.log;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.megatronsetup.run.log.LogExcerpt;
import org.megatronsetup.run.log.LogLevels;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.run.log.LogStore.Range;
import org.megatronsetup.run.log.Place;
import org.megatronsetup.wizard.log.TextSelection.Span;

/**
 * Shows the log of a run while it grows: keeps to its end until one scrolls away, searches all of
 * it, shows one step of it, marks warnings and errors, copies what is selected, saves it. {@link
 * LogKeys} says by which keys. All methods belong to the thread of the screen.
 */
public final class LogView extends VBox {
  /** Some ten refreshes a second cost little and look live. */
  private static final Duration PAUSE = Duration.ofMillis(80);

  private final LogHost host;
  private final Coalescer refresh = new Coalescer(this::refresh, PAUSE);
  private final Pace pace = new Pace();
  private final Runnable listener = this::written;
  private final Finder finder;
  private final LogMarks marks;
  private final MarkStrip strip;
  private final LogRows rows;
  private final MatchWalk matches;
  private final SearchBar search;
  private final StepFilter steps;
  private final LogToolbar toolbar;
  private final BooleanProperty nothing = new SimpleBooleanProperty(true);
  private Optional<LogStore> store = Optional.empty();

  public LogView(LogHost host) {
    this.host = host;
    finder = new Finder(host, this::searched);
    marks = new LogMarks(host, this::showMarks);
    strip = new MarkStrip(host, this::reveal);
    rows = new LogRows(host, finder::needle, this::showResult, strip);
    rows.setAccessibleText(host.text("log.title"));
    matches = new MatchWalk(rows, finder);
    search = new SearchBar(host, finder::look, matches::step);
    steps = new StepFilter(host, step -> step.ifPresentOrElse(this::showStep, this::showAll));
    toolbar =
        new LogToolbar(host, search, steps, rows.timesProperty(), rows.wrapProperty(), this::save);
    getStyleClass().add("log-view");
    getChildren().addAll(toolbar, listWithJump());
    new LogKeys(this, rows, search, matches);
    clear();
  }

  private StackPane listWithJump() {
    Button jump = new Button(host.text("log.jump"));
    jump.getStyleClass().addAll("log-jump", "accent");
    jump.setOnAction(event -> jumpToEnd());
    jump.visibleProperty().bind(rows.followingProperty().not());
    jump.managedProperty().bind(jump.visibleProperty());
    HBox over = new HBox(jump);
    over.getStyleClass().add("log-over");
    over.setPickOnBounds(false);
    Label empty = new Label(host.text("log.empty"));
    empty.getStyleClass().add("log-empty");
    empty.visibleProperty().bind(nothing);
    StackPane pane = new StackPane(rows, empty, over);
    VBox.setVgrow(pane, Priority.ALWAYS);
    return pane;
  }

  /** Shows a log from now on. The store remains the caller's to close, after {@link #clear()}. */
  public void show(LogStore newStore) {
    clear();
    store = Optional.of(newStore);
    newStore.addListener(listener);
    finder.in(store);
    marks.in(store);
    toolbar.canSave(true);
    showAll();
  }

  /** Lets go of the log that was shown. */
  public void clear() {
    store.ifPresent(s -> s.removeListener(listener));
    store = Optional.empty();
    finder.in(store);
    marks.in(store);
    steps.reset();
    rows.show(Optional.empty());
    toolbar.canSave(false);
    showCount();
  }

  /** Shows only what a step printed, the latest time that it ran. */
  void showStep(String step) {
    store.ifPresent(s -> show(LogLines.of(s, step)));
  }

  /** Shows the whole log again. */
  void showAll() {
    store.ifPresent(s -> show(LogLines.all(s)));
  }

  private void show(LogLines some) {
    rows.show(Optional.of(some));
    showCount();
    showResult();
    showMarks();
  }

  /** Whether the end is kept in sight. */
  public ReadOnlyBooleanProperty followingProperty() {
    return rows.followingProperty();
  }

  public void jumpToEnd() {
    rows.follow();
  }

  /** On the thread that writes. */
  private void written() {
    refresh.request();
    pace.written();
  }

  private void refresh() {
    rows.lines().ifPresent(LogLines::update);
    rows.requestLayout();
    showCount();
    steps.offer(store.map(LogStore::steps).orElse(List.of()));
    finder.refresh();
    marks.refresh();
  }

  private void showCount() {
    nothing.set(rows.count() == 0);
    toolbar.showCount(rows.count());
  }

  private void searched() {
    rows.requestLayout();
    showResult();
    showMarks();
  }

  private void showResult() {
    if (finder.needle().isEmpty()) {
      search.nothingSought();
    } else if (!finder.hasCounted()) {
      search.searching();
    } else {
      search.found(matches.place(), matches.count());
    }
  }

  private Range range() {
    return rows.lines().map(LogLines::range).orElse(new Range(0, 0));
  }

  private void showMarks() {
    Optional<LogLevels> levels = marks.levels();
    strip.show(
        range(), levels.map(LogLevels::errors), levels.map(LogLevels::warnings), finder.found());
  }

  /** Goes to the next warning or error, or to the one before. */
  void stepMark(boolean forward) {
    int here = rows.selection().caret().map(Place::line).orElse(forward ? -1 : rows.count());
    OptionalInt next = marks.next(range().from() + here, forward, range());
    next.ifPresent(this::reveal);
  }

  /** Goes to a line of the log and selects it. */
  private void reveal(int line) {
    int row = line - range().from();
    rows.letGo();
    Place end = new Place(row, rows.text(row).length());
    rows.selection().select(new Span(new Place(row, 0), end));
    rows.reveal(row, 0, 0);
  }

  /** Copies what is selected, however much: it is read off the thread of the screen. */
  void copy() {
    if (rows.lines().isEmpty() || rows.selection().span().isEmpty()) {
      return;
    }
    LogExcerpt excerpt = rows.lines().get().excerpt(rows.selection().span().get());
    host.inBackground(
        () -> {
          String text = excerpt.read();
          Platform.runLater(() -> host.copy(text));
        });
  }

  private void save() {
    store.ifPresent(
        s -> {
          Optional<Path> file = host.whereToSave(host.text("log.save.title"), "megatron-setup.log");
          file.ifPresent(path -> host.inBackground(() -> s.saveTo(path)));
        });
  }
}
