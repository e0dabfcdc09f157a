package org.megatronsetup.wizard.target;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.megatronsetup.model.StepState;
import org.megatronsetup.shell.ssh.Hop;
import org.megatronsetup.shell.ssh.SshDialog.Stage;
import org.megatronsetup.wizard.kit.Texts;

/** How far the test of a connection is: five rows, of which at most one is under way. */
final class Stages {
  /** What is tested, in its order. */
  enum Part {
    REACH,
    HOST_KEY,
    SIGN_IN,
    SHELL,
    FACTS
  }

  private final Texts texts;
  private final List<StageRow> rows =
      Stream.of(Part.values()).map(part -> new StageRow(key(part))).toList();

  Stages(Texts texts) {
    this.texts = texts;
  }

  List<StageRow> rows() {
    return rows;
  }

  void reset() {
    rows.forEach(row -> row.show(StepState.WAITING, ""));
  }

  void begin() {
    reset();
    row(Part.REACH).show(StepState.RUNNING, "");
  }

  /** Servers on the way go through the same parts; the rows tell of the one that is at hand. */
  void passed(Hop hop, Stage stage) {
    switch (stage) {
      case REACHED -> done(Part.REACH, hop.shown());
      case KNOWN -> done(Part.HOST_KEY, "");
      case SIGNED_IN -> done(Part.SIGN_IN, "");
      case PASSED_THROUGH -> {
        begin();
        row(Part.REACH).show(StepState.RUNNING, texts.get("target.stage.through", hop.shown()));
      }
      case SHELL -> done(Part.SHELL, "");
    }
  }

  /** The last part came to its end, so all of them did. */
  void complete(String found) {
    rows.forEach(row -> row.turn(StepState.DONE));
    row(Part.FACTS).show(StepState.DONE, found);
  }

  /** What was under way came to nothing. */
  void failed() {
    rows.stream()
        .filter(row -> row.state() == StepState.RUNNING)
        .forEach(row -> row.turn(StepState.FAILED));
  }

  private void done(Part part, String detail) {
    row(part).show(StepState.DONE, detail);
    StepState next = StepState.RUNNING;
    for (StageRow row : rows.subList(rows.indexOf(row(part)) + 1, rows.size())) {
      row.show(next, "");
      next = StepState.WAITING;
    }
  }

  private StageRow row(Part part) {
    return rows.stream().filter(row -> row.key().equals(key(part))).findFirst().orElseThrow();
  }

  private static String key(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }
}
