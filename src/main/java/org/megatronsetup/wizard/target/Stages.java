package org.megatronsetup.wizard.target;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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

  /** One part, with its state and what there is to say of it. */
  static final class Row {
    private final Part part;
    private final ReadOnlyObjectWrapper<StepState> state =
        new ReadOnlyObjectWrapper<>(StepState.WAITING);
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");

    private Row(Part part) {
      this.part = part;
    }

    Part part() {
      return part;
    }

    ReadOnlyObjectProperty<StepState> stateProperty() {
      return state.getReadOnlyProperty();
    }

    ReadOnlyStringProperty detailProperty() {
      return detail.getReadOnlyProperty();
    }

    private void show(StepState now, String text) {
      detail.set(text);
      state.set(now);
    }
  }

  private final Texts texts;
  private final List<Row> rows = List.of(Part.values()).stream().map(Row::new).toList();

  Stages(Texts texts) {
    this.texts = texts;
  }

  List<Row> rows() {
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
    rows.forEach(row -> row.show(StepState.DONE, row.detail.get()));
    row(Part.FACTS).show(StepState.DONE, found);
  }

  /** What was under way came to nothing. */
  void failed() {
    rows.stream()
        .filter(row -> row.state.get() == StepState.RUNNING)
        .forEach(row -> row.show(StepState.FAILED, row.detail.get()));
  }

  private void done(Part part, String detail) {
    row(part).show(StepState.DONE, detail);
    StepState next = StepState.RUNNING;
    for (Row row : rows) {
      if (row.part.compareTo(part) > 0) {
        row.show(next, "");
        next = StepState.WAITING;
      }
    }
  }

  private Row row(Part part) {
    return rows.stream().filter(row -> row.part == part).findFirst().orElseThrow();
  }
}
