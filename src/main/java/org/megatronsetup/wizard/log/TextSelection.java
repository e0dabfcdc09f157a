package org.megatronsetup.wizard.log;

import java.util.Optional;
import org.megatronsetup.run.log.Place;

/**
 * Which characters are selected: from where one began to where keys or mouse went. Lines are rows
 * here. A place alone selects nothing, but the next selection begins there.
 */
final class TextSelection {
  /**
   * What is selected.
   *
   * @param from the first character
   * @param to after the last one, and not before {@code from}
   */
  record Span(Place from, Place to) {
    boolean isEmpty() {
      return from.equals(to);
    }

    /** All from the beginning of either to the end of either. */
    Span and(Span other) {
      return new Span(
          from.compareTo(other.from) <= 0 ? from : other.from,
          to.compareTo(other.to) >= 0 ? to : other.to);
    }
  }

  private final Runnable changed;
  private Optional<Span> origin = Optional.empty();
  private Optional<Span> span = Optional.empty();
  private Optional<Place> caret = Optional.empty();

  TextSelection(Runnable changed) {
    this.changed = changed;
  }

  void clear() {
    set(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Selects nothing; the next selection begins here. */
  void put(Place place) {
    select(new Span(place, place));
  }

  /** Selects this alone, such as a word; {@link #extend} keeps all of it. */
  void select(Span whole) {
    set(Optional.of(whole), Optional.of(whole), Optional.of(whole.to()));
  }

  /** Selects from where it began to here as well. */
  void extend(Span piece) {
    Span start = origin.orElse(new Span(piece.from(), piece.from()));
    boolean backward = piece.from().compareTo(start.from()) < 0;
    set(
        Optional.of(start),
        Optional.of(start.and(piece)),
        Optional.of(backward ? piece.from() : piece.to()));
  }

  /** Selects from the first character that was selected to a place, to the right or the left. */
  void extendTo(Place place) {
    Place anchor = anchor().orElse(place);
    origin = Optional.of(new Span(anchor, anchor));
    extend(new Span(place, place));
  }

  /** Where it began: the end of it that does not move with keys. */
  private Optional<Place> anchor() {
    return origin.map(Span::from);
  }

  private void set(Optional<Span> newOrigin, Optional<Span> newSpan, Optional<Place> newCaret) {
    origin = newOrigin;
    span = newSpan;
    caret = newCaret;
    changed.run();
  }

  /** What is selected; empty: nothing. */
  Optional<Span> span() {
    return span.filter(s -> !s.isEmpty());
  }

  /** The end of it that moves; where one clicked last, if nothing is selected. */
  Optional<Place> caret() {
    return caret;
  }
}
