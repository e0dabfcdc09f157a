package org.megatronsetup.run.progress;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the output of one step, piece by piece, and says how far it is: pip, uv, git, apt, ninja,
 * make, and the fetching of images. Not thread-safe; use a new one for each step.
 */
public final class Progress {
  /** No line that tells of progress is longer; the rest of such a line is not kept. */
  private static final int LONGEST = 2_000;

  private static final Pattern CONTROLS = Pattern.compile("\u001b\\[[0-9;?]*[@-~]");

  private final List<ProgressReader> readers =
      List.of(
          new PipProgress(),
          new UvProgress(),
          new GitProgress(),
          new AptProgress(),
          new BuildProgress(),
          new ImageProgress());
  private final StringBuilder line = new StringBuilder();
  private final ForwardOnly forward = new ForwardOnly();
  private Optional<ProgressState> current = Optional.empty();

  /**
   * Takes in what the step printed next, lines cut anywhere.
   *
   * @return where the step stands now, if that has changed
   */
  public Optional<ProgressState> accept(String piece) {
    Optional<ProgressState> before = current;
    int start = 0;
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c == '\n' || c == '\r') {
        add(piece, start, i);
        endLine();
        start = i + 1;
      }
    }
    add(piece, start, piece.length());
    return current.equals(before) ? Optional.empty() : current;
  }

  /** Where the step stands; empty: it has not said. */
  public Optional<ProgressState> current() {
    return current;
  }

  private void add(String piece, int from, int to) {
    int room = LONGEST - line.length();
    line.append(piece, from, Math.min(to, from + room));
  }

  private void endLine() {
    String text = line.toString();
    line.setLength(0);
    String plain = text.indexOf('\u001b') < 0 ? text : CONTROLS.matcher(text).replaceAll("");
    String stripped = plain.strip();
    if (stripped.isEmpty()) {
      return;
    }
    for (ProgressReader reader : readers) {
      Optional<ProgressState> state = reader.read(stripped);
      if (state.isPresent()) {
        current = Optional.of(forward.apply(state.get()));
        return;
      }
    }
  }
}
