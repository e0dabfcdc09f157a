package org.megatronsetup.wizard.validation;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.megatronsetup.model.Check;
import org.megatronsetup.validate.Counts;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;

/** The rows under one heading. Where many were skipped, they are put away until asked for. */
final class CheckGroup extends VBox {
  private static final int FEW = 3;

  private final String name;
  private final RowTools tools;
  private final Texts texts;
  private final Label counts = new Label();
  private final VBox rows = new VBox();
  private final CheckLine next;
  private final Hyperlink toggle = new Hyperlink();
  private final List<Check> checks = new ArrayList<>();
  private boolean open = true;
  private boolean chosen;

  CheckGroup(String name, RowTools tools) {
    this.name = name;
    this.tools = tools;
    this.texts = tools.kit().texts();
    this.next = new CheckLine(tools.kit());
    Label title = new Label(name);
    title.getStyleClass().add("group-title");
    counts.getStyleClass().addAll("group-counts", "muted");
    HBox heading = new HBox(title, counts);
    heading.setAlignment(Pos.BASELINE_LEFT);
    heading.getStyleClass().add("group-heading");
    next.getStyleClass().add("check-next");
    Rows.visible(next, false);
    toggle.getStyleClass().add("group-toggle");
    toggle.setOnAction(
        event -> {
          chosen = true;
          open = !open;
          show();
        });
    getChildren().addAll(heading, rows, next, toggle);
    show();
  }

  String name() {
    return name;
  }

  void add(Check check) {
    checks.add(check);
    rows.getChildren().add(new CheckRow(check, tools));
    if (!chosen) {
      open = Counts.of(checks).skipped() <= FEW;
    }
    show();
  }

  /** Another row for the same check. */
  void replace(Check before, Check now) {
    int at = checks.indexOf(before);
    checks.set(at, now);
    ((CheckRow) rows.getChildren().get(at)).show(now);
    show();
  }

  boolean isEmpty() {
    return checks.isEmpty();
  }

  boolean holds(Check check) {
    return checks.contains(check);
  }

  /** Shows that a check is under way whose row is still to come. */
  void showNext(Running running) {
    next.showRunning(running.title());
    Rows.visible(next, true);
  }

  void showNoNext() {
    Rows.visible(next, false);
  }

  private void show() {
    Counts now = Counts.of(checks);
    counts.setText(now.words());
    rows.getChildren()
        .forEach(
            row ->
                Rows.visible(
                    row,
                    open
                        || ((CheckRow) row).status() != Check.Status.SKIPPED
                        || ((CheckRow) row).isUnderWay()));
    Rows.visible(toggle, now.skipped() > FEW);
    toggle.setVisited(false);
    toggle.setText(texts.get(open ? "validate.skipped.hide" : "validate.skipped", now.skipped()));
    toggle.setAccessibleText(texts.get("validate.skipped.of", name, toggle.getText()));
  }
}
