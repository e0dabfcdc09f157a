package org.megatronsetup.wizard.gallery;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.megatronsetup.wizard.Look;
import org.megatronsetup.wizard.ShownDialogs;

/**
 * Shows each component in each state, in both schemes, at any size of text: {@code mvn -q
 * test-compile exec:exec@gallery}.
 */
public final class Gallery {
  /** Closed as soon as it was drawn, for a test of its start. */
  static final String CLOSE = "gallery.close-when-shown";

  private static final double[] SIZES = {13, 19.5, 26};

  private final ObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);
  private int size;

  public static void main(String[] args) {
    // a class that is an Application cannot be started from the class path
    Platform.startup(() -> new Gallery().show(new Stage()));
  }

  private void show(Stage stage) {
    VBox page = new VBox();
    page.getStyleClass().add("page");
    for (Exhibit exhibit : Exhibits.all()) {
      Label title = new Label(exhibit.name());
      title.getStyleClass().add("section-title");
      page.getChildren().addAll(title, exhibit.node());
    }
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    BorderPane root = new BorderPane(scroll);
    Scene scene = new Scene(root, 1000, 700);
    new Look(scheme).dress(scene.getStylesheets());
    stage.setScene(scene);
    root.setTop(tools(stage, scene));
    stage.setTitle("Gallery");
    if (Boolean.getBoolean(CLOSE)) {
      stage.setOnShown(event -> Platform.runLater(stage::close));
    }
    stage.show();
  }

  private FlowPane tools(Stage stage, Scene scene) {
    CheckBox dark = new CheckBox("Dark");
    dark.setOnAction(event -> scheme.set(dark.isSelected() ? ColorScheme.DARK : ColorScheme.LIGHT));
    CheckBox still = new CheckBox("Reduced motion");
    still.setOnAction(event -> scene.getPreferences().setReducedMotion(still.isSelected()));
    Button larger = new Button("Size of text");
    larger.setOnAction(
        event -> {
          size = (size + 1) % SIZES.length;
          scene.getRoot().setStyle("-fx-font-size: " + SIZES[size] + "px");
        });
    FlowPane tools = new FlowPane(16, 8, dark, still, larger);
    int number = 1;
    for (Dialog<?> dialog : ShownDialogs.all(Exhibits.kit().texts(), stage)) {
      Button open = new Button("Dialog " + number++);
      open.setOnAction(event -> dialog.show());
      tools.getChildren().add(open);
    }
    tools.getStyleClass().add("footer");
    return tools;
  }
}
