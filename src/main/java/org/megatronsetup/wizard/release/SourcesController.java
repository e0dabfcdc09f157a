package org.megatronsetup.wizard.release;

import java.nio.file.Path;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.megatronsetup.wizard.flow.SourcesDraft;
import org.megatronsetup.wizard.kit.Pickers;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;

/** Binds where packages come from. */
public final class SourcesController {
  private final ReleaseModel model;
  private final SourcesDraft draft;
  private final Pickers pickers;
  private final Texts texts;

  @FXML private TextField index;
  @FXML private TextField user;
  @FXML private PasswordField password;
  @FXML private TextArea extraIndexes;
  @FXML private TextArea folders;
  @FXML private TextArea brought;
  @FXML private Node broughtLabel;
  @FXML private Node broughtPart;
  @FXML private CheckBox noIndex;
  @FXML private TextField proxy;
  @FXML private TextField caBundle;
  @FXML private TextField cache;
  @FXML private TextField repository;
  @FXML private Button reload;
  @FXML private Button addFolderButton;
  @FXML private Button chooseCaBundleButton;
  @FXML private Button chooseCacheButton;

  public SourcesController(ReleaseModel model, Pickers pickers, Texts texts) {
    this.model = model;
    this.draft = model.draft().sources();
    this.pickers = pickers;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    index.textProperty().bindBidirectional(draft.indexProperty());
    user.textProperty().bindBidirectional(draft.userProperty());
    password.textProperty().bindBidirectional(draft.passwordProperty());
    extraIndexes.textProperty().bindBidirectional(draft.extraIndexesProperty());
    folders.textProperty().bindBidirectional(draft.foldersProperty());
    brought.textProperty().bindBidirectional(draft.broughtProperty());
    noIndex.selectedProperty().bindBidirectional(draft.noIndexProperty());
    proxy.textProperty().bindBidirectional(draft.proxyProperty());
    caBundle.textProperty().bindBidirectional(draft.caBundleProperty());
    cache.textProperty().bindBidirectional(draft.cacheProperty());
    repository.textProperty().bindBidirectional(draft.repositoryProperty());
    model.draft().target().inForceProperty().addListener(changed -> showPickers());
    showPickers();
    reload.disableProperty().bind(model.staleProperty().not());
    for (TextField field : new TextField[] {index, user, password, proxy, caBundle, repository}) {
      field.setOnAction(event -> model.reload());
    }
  }

  /** The system's dialogs show the files of this computer, which are of no use for another one. */
  private void showPickers() {
    boolean here = !model.draft().target().remote();
    for (Button picker : new Button[] {addFolderButton, chooseCaBundleButton, chooseCacheButton}) {
      Rows.visible(picker, here);
    }
    Rows.visible(broughtLabel, !here);
    Rows.visible(broughtPart, !here);
  }

  @FXML
  void reload() {
    model.reload();
  }

  @FXML
  void addFolder() {
    pickers
        .folder(texts.get("sources.folders.pick"))
        .ifPresent(path -> add(draft.foldersProperty(), path));
  }

  @FXML
  void addBroughtFolder() {
    pickers
        .folder(texts.get("sources.brought.pick"))
        .ifPresent(path -> add(draft.broughtProperty(), path));
  }

  private static void add(StringProperty lines, Path path) {
    String before = lines.get().stripTrailing();
    lines.set(before.isEmpty() ? path.toString() : before + "\n" + path);
  }

  @FXML
  void chooseCaBundle() {
    pickers
        .file(texts.get("sources.ca.pick"))
        .ifPresent(path -> draft.caBundleProperty().set(path.toString()));
  }

  @FXML
  void chooseCache() {
    pickers
        .folder(texts.get("sources.cache.pick"))
        .ifPresent(path -> draft.cacheProperty().set(path.toString()));
  }
}
