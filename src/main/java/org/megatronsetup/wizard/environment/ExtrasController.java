package org.megatronsetup.wizard.environment;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.megatronsetup.wizard.kit.FetchPane;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;

/** Binds what goes in: extras and hand-picked requirements. */
public final class ExtrasController {
  private final EnvironmentModel page;
  private final Texts texts;

  @FXML private FetchPane pane;
  @FXML private VBox extras;
  @FXML private Prose none;
  @FXML private Prose dropped;
  @FXML private Prose extrasProblem;
  @FXML private TextField entry;
  @FXML private Prose entryProblem;
  @FXML private VBox requirements;

  public ExtrasController(EnvironmentModel page, Texts texts) {
    this.page = page;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    pane.connect(page.metadata(), texts, "environment.busy", page::loadMetadata);
    Rows.bind(extras, page.extras().rows(), row -> new ExtraView(row, texts));
    dropped.textProperty().bind(page.extras().noteProperty());
    none.textProperty()
        .bind(
            Bindings.when(Bindings.isEmpty(page.extras().rows()))
                .then(texts.get("environment.extras.none"))
                .otherwise(""));
    entry.textProperty().bindBidirectional(page.requirements().entryProperty());
    entry.setOnAction(event -> page.requirements().add());
    Rows.bind(requirements, page.requirements().list(), this::requirement);
    InvalidationListener problems = changed -> showProblems();
    page.requirements().problemProperty().addListener(problems);
    page.findings().problems().addListener(problems);
    showProblems();
  }

  private void showProblems() {
    extrasProblem.setText(said("extras", ""));
    entryProblem.setText(said("requirements", page.requirements().problemProperty().get()));
  }

  private String said(String field, String otherwise) {
    return page.findings()
        .problemOf(field)
        .map(p -> texts.get("problem.inline", p.sentence(), p.nextStep()))
        .orElse(otherwise);
  }

  @FXML
  void add() {
    page.requirements().add();
  }

  private Node requirement(String text) {
    Prose name = new Prose(text, "mono");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button edit = button("button.edit", text, () -> page.requirements().edit(text));
    Button remove = button("button.remove", text, () -> page.requirements().remove(text));
    HBox row = new HBox(name, edit, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("requirement");
    return row;
  }

  private Button button(String key, String what, Runnable action) {
    Button button = new Button(texts.get(key));
    button.getStyleClass().addAll("flat", "small");
    button.setAccessibleText(texts.get(key) + " " + what);
    button.setOnAction(event -> action.run());
    return button;
  }
}
