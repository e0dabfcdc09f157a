package org.megatronsetup.wizard.gallery;

import static org.megatronsetup.wizard.gallery.Exhibit.in;
import static org.megatronsetup.wizard.gallery.Exhibit.named;
import static org.megatronsetup.wizard.gallery.Exhibit.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.SearchField;

/** The controls: those of JavaFX and ControlsFX, as the style sheets dress them. */
final class ControlExhibits {
  private static final List<String> STATES = List.of("", "hover", "focused focus-visible", "armed");

  private ControlExhibits() {}

  static List<Exhibit> all() {
    return List.of(
        Exhibit.column("buttons", buttons()),
        Exhibit.column("fields", fields()),
        Exhibit.column("choices", choices()),
        Exhibit.column("progress", progress()));
  }

  private static List<Node> buttons() {
    List<Node> rows = new ArrayList<>();
    rows.add(states(() -> new Button("Choose …")));
    rows.add(states(() -> styled(new Button("Install"), "accent", "wide")));
    rows.add(states(() -> styled(new Button("Copy"), "flat", "small")));
    rows.add(states(() -> new Hyperlink("Why?")));
    rows.add(segments(""));
    rows.add(segments("small-segments"));
    return rows;
  }

  /** A control in all states of a mouse and a keyboard, and one that cannot be used. */
  private static Node states(Supplier<? extends Control> maker) {
    HBox row = new HBox(16);
    for (String state : STATES) {
      Control control = maker.get();
      row.getChildren()
          .add(state.isEmpty() ? named("plain", control) : named(state, in(state, control)));
    }
    Control disabled = maker.get();
    disabled.setDisable(true);
    row.getChildren().add(named("disabled", disabled));
    return row;
  }

  private static Node segments(String style) {
    ToggleButton left = styled(new ToggleButton("Stable"), "left-pill");
    ToggleButton centre = styled(new ToggleButton("Pre-release"), "center-pill");
    ToggleButton right = styled(new ToggleButton("Commit"), "right-pill");
    left.setSelected(true);
    HBox row = styled(new HBox(left, centre, in("focused focus-visible", right)), "segments");
    if (!style.isEmpty()) {
      in("focused focus-visible", left);
    }
    return named("left chosen, right focused", style.isEmpty() ? row : styled(row, style));
  }

  private static List<Node> fields() {
    TextField prompt = new TextField();
    prompt.setPromptText("The default of pip");
    TextField wrong = styled(new TextField("/home/ada/a folder"), "mono");
    VBox fault =
        styled(
            new VBox(
                new Label("Folder"),
                wrong,
                styled(new Prose("This folder is not empty. Choose another."), "field-problem")),
            "field");
    PasswordField secret = new PasswordField();
    secret.setText("secret");
    TextField fixed = styled(new TextField("SHA256:2kBzHrV0b0JZkyJmFq7N1dYw0cM5uTq1"), "mono");
    fixed.setEditable(false);
    TextField disabled = new TextField("22");
    disabled.setDisable(true);
    SearchField filled = new SearchField("Search the log", "Empty");
    filled.setText("error");
    return List.of(
        named("with a text, focused", in("focused", new TextField("node7"))),
        named("empty", prompt),
        named("with a fault", fault),
        named("password", secret),
        named("to read only", fixed),
        named("disabled", disabled),
        named("search, empty", new SearchField("Search the log", "Empty")),
        named("search, filled and focused", in("focused", filled)),
        named("search, long", search("a text that is a good deal longer than ".repeat(8))));
  }

  private static Node search(String text) {
    SearchField field = new SearchField("Search", "Empty");
    field.setText(text);
    return field;
  }

  private static List<Node> choices() {
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().addAll("python3.12", "python3.13");
    combo.getSelectionModel().select(0);
    ComboBox<String> focused = new ComboBox<>();
    focused.getItems().add("python3.12");
    focused.setValue("python3.12");
    ComboBox<String> editable = new ComboBox<>();
    editable.setEditable(true);
    editable.setPromptText("nvcr.io/nvidia/pytorch:26.06-py3");
    TitledPane closed = styled(new TitledPane("Where packages come from", null), "disclosure");
    closed.setAnimated(false);
    closed.setExpanded(false);
    TitledPane open =
        styled(
            new TitledPane("Where packages come from", new Label("From the index below.")),
            "disclosure");
    return List.of(
        states(() -> new CheckBox("Keep it as an image")),
        states(() -> chosen(new CheckBox("Keep it as an image"))),
        states(() -> new RadioButton("A new environment")),
        states(() -> chosen(new RadioButton("A new environment"))),
        new HBox(
            16,
            named("combo", combo),
            named("focused", in("focused", focused)),
            named("to type into", editable)),
        named("closed", closed),
        named("open", open));
  }

  private static CheckBox chosen(CheckBox box) {
    box.setSelected(true);
    return box;
  }

  private static RadioButton chosen(RadioButton button) {
    button.setSelected(true);
    return button;
  }

  private static List<Node> progress() {
    return List.of(
        named("nobody knows how long", bar(-1)),
        named("nothing yet", bar(0)),
        named("on the way", bar(0.45)),
        named("done", bar(1)),
        named("looking", styled(new ProgressIndicator(), "spinner")));
  }

  private static ProgressBar bar(double progress) {
    ProgressBar bar = new ProgressBar(progress);
    bar.setMaxWidth(Double.MAX_VALUE);
    return bar;
  }
}
