package org.megatronsetup.wizard.log;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.megatronsetup.run.log.LineNumbers;
import org.megatronsetup.run.log.LogStore.Range;
import org.megatronsetup.run.log.Place;
import org.megatronsetup.wizard.log.TextSelection.Span;

/**
 * Goes from one match to the next, and selects it: within its line, then in the next line found.
 */
final class MatchWalk {
  private final LogRows rows;
  private final Finder finder;

  MatchWalk(LogRows rows, Finder finder) {
    this.rows = rows;
    this.finder = finder;
  }

  /** From what is selected, or from outside, to the next match or the one before. */
  void step(boolean forward) {
    if (rows.lines().isEmpty() || finder.found().isEmpty()) {
      return;
    }
    LogLines some = rows.lines().get();
    Optional<Place> here =
        rows.selection()
            .span()
            .map(forward ? Span::to : Span::from)
            .or(() -> rows.selection().caret());
    if (here.isPresent() && selectIn(here.get().line(), here, forward)) {
      return;
    }
    int outside = forward ? -1 : some.size();
    int line = some.range().from() + here.map(Place::line).orElse(outside);
    LineNumbers found = finder.found().get();
    Range range = some.range();
    OptionalInt next = forward ? found.after(line, range) : found.before(line, range);
    next.ifPresent(at -> selectIn(some.row(at), Optional.empty(), forward));
  }

  /**
   * Selects a match of a row.
   *
   * @param from only after this place, or before it
   */
  private boolean selectIn(int row, Optional<Place> from, boolean forward) {
    int length = finder.needle().length();
    List<Integer> starts =
        Matches.in(rows.text(row), finder.needle()).stream()
            .filter(at -> from.isEmpty() || isBeyond(at, length, from.get().column(), forward))
            .toList();
    if (starts.isEmpty()) {
      return false;
    }
    int at = forward ? starts.getFirst() : starts.getLast();
    rows.letGo();
    rows.selection().select(new Span(new Place(row, at), new Place(row, at + length)));
    rows.reveal(row, at, at + length);
    return true;
  }

  private static boolean isBeyond(int at, int length, int column, boolean forward) {
    return forward ? at >= column : at + length <= column;
  }

  /** Place of the selected line among those found, counted from 1; 0: it is none of them. */
  int place() {
    return rows.lines()
        .flatMap(
            some ->
                rows.selection()
                    .caret()
                    .map(caret -> some.range().from() + caret.line())
                    .map(line -> place(line, some.range())))
        .orElse(0);
  }

  private int place(int line, Range range) {
    return finder.found().map(found -> found.place(line, range).orElse(0)).orElse(0);
  }

  /** How many lines were found among those that are shown. */
  int count() {
    return rows.lines()
        .flatMap(some -> finder.found().map(found -> found.count(some.range())))
        .orElse(0);
  }
}
