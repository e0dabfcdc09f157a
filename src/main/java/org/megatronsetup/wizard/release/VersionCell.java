package org.megatronsetup.wizard.release;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.megatronsetup.model.Version;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Texts;

/** One version: name, date, Python needs, and what is special about it. */
final class VersionCell extends ListCell<VersionRow> {
  private final Kit kit;

  VersionCell(Kit kit) {
    this.kit = kit;
    getStyleClass().add("version-cell");
    // as wide as the list, whatever a row has to say
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(VersionRow row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().remove("yanked");
    if (empty || row == null) {
      setGraphic(null);
      setText(null);
      return;
    }
    if (row.yanked()) {
      getStyleClass().add("yanked");
    }
    setGraphic(columns(row));
  }

  private Node columns(VersionRow row) {
    Texts texts = kit.texts();
    Version version = row.version();
    Label name = whole(version.version());
    name.getStyleClass().addAll("column-version", "strong");
    Label date = new Label(version.uploaded().map(kit.formats()::date).orElse(""));
    date.getStyleClass().addAll("column-date", "muted");
    Label python =
        whole(version.requiresPython().map(n -> texts.get("release.python", n)).orElse(""));
    python.getStyleClass().addAll("column-python", "muted");
    Label remark = whole(String.join(" · ", remarks(row)));
    remark.getStyleClass().addAll("column-remark", remarkStyle(row));
    remark.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(remark, Priority.ALWAYS);
    HBox columns = new HBox(name, date, python, remark);
    columns.getStyleClass().add("columns");
    return columns;
  }

  /** A text that may be too long for its column: a tip says all of it. */
  private static Label whole(String text) {
    Label label = new Label(text);
    if (!text.isEmpty()) {
      label.setTooltip(new Tooltip(text));
    }
    return label;
  }

  private List<String> remarks(VersionRow row) {
    Texts texts = kit.texts();
    List<String> all = new ArrayList<>();
    if (row.newest()) {
      all.add(texts.get("release.newest"));
    }
    row.version()
        .yanked()
        .ifPresent(
            reason ->
                all.add(
                    reason.isEmpty()
                        ? texts.get("release.yanked")
                        : texts.get("release.yanked.because", reason)));
    if (!row.fits()) {
      all.add(texts.get("release.unfit"));
    }
    return all;
  }

  private static String remarkStyle(VersionRow row) {
    if (row.yanked()) {
      return "text-bad";
    }
    return row.fits() ? "text-good" : "text-caution";
  }
}
