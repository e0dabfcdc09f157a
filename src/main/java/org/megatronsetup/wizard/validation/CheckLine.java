package org.megatronsetup.wizard.validation;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.megatronsetup.model.Check;
import org.megatronsetup.validate.Printable;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Mark;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Tone;

/** The columns of a check: state, what was found, version, time. */
final class CheckLine extends HBox {
  /** Below this many letters of width there is no room for a column of versions. */
  private static final double ROOM = 40;

  private final Kit kit;
  private final Mark mark = new Mark();
  private final Prose title = new Prose("", "strong");
  private final Prose found = new Prose("", "muted");
  private final Prose version = new Prose("", "mono", "column-check-version");
  private final HBox versions = new HBox(version);

  /** The version where it has no column. */
  private final Prose versionBelow = new Prose("", "mono");

  private final Label time = new Label();

  CheckLine(Kit kit) {
    this.kit = kit;
    mark.getStyleClass().add("column-check-state");
    VBox words = new VBox(title, found, versionBelow);
    HBox.setHgrow(words, Priority.ALWAYS);
    // an empty version takes its room all the same, so that times stay below one another
    versions.getStyleClass().add("column-check-version");
    time.getStyleClass().addAll("muted", "column-check-time");
    getChildren().addAll(mark, words, versions, time);
    setAlignment(Pos.TOP_LEFT);
    getStyleClass().addAll("columns", "check-line");
  }

  /** Whether versions have a column of their own in a row of such letters. */
  static boolean hasRoom(double width, Font letters) {
    return width <= 0 || width >= ROOM * letters.getSize();
  }

  @Override
  protected double computePrefHeight(double width) {
    placeVersion(width);
    return super.computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    placeVersion(getWidth());
    super.layoutChildren();
  }

  /** Before anything is measured: the height depends on it. */
  private void placeVersion(double width) {
    boolean room = hasRoom(width, time.getFont());
    versions.setVisible(room);
    versions.setManaged(room);
    versionBelow.setText(room ? "" : version.getText());
  }

  /**
   * @return the word for its state
   */
  String show(Check check) {
    String word = kit.texts().get(Tone.word(check.status()));
    mark.show(Tone.of(check.status()), word);
    title.setText(check.title());
    found.setText(Printable.line(check.summary()));
    version.setText(check.version().map(Printable::line).orElse(""));
    placeVersion(getWidth());
    time.setText(
        check.status() == Check.Status.SKIPPED ? "" : kit.formats().seconds(check.seconds()));
    return word;
  }

  /** It is under way; what it found before is shown until it has ended. */
  void showRunning(String what) {
    mark.show(Tone.ACTIVE, kit.texts().get("validate.running"));
    title.setText(what);
    time.setText("");
  }
}
