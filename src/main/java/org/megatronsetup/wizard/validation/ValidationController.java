package org.megatronsetup.wizard.validation;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.megatronsetup.export.ReportFormat;
import org.megatronsetup.model.Problem;
import org.megatronsetup.wizard.kit.Clip;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Glyph;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Notice;
import org.megatronsetup.wizard.kit.Pickers;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Rows;
import org.megatronsetup.wizard.kit.Texts;

/** Binds the validation panel. */
public final class ValidationController {
  private final ValidationModel model;
  private final Kit kit;
  private final Texts texts;
  private final Pickers pickers;
  private final Clip clip;
  private final Runnable toPlan;
  private final Runnable toChoice;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();

  @FXML private Glyph summaryGlyph;
  @FXML private Prose summary;
  @FXML private Prose counts;
  @FXML private Button again;
  @FXML private Button stop;
  @FXML private MenuButton save;
  @FXML private Prose saved;
  @FXML private Notice problem;
  @FXML private Region heads;
  @FXML private Label checkHead;
  @FXML private Label versionHead;
  @FXML private VBox rows;
  @FXML private Node busy;

  /**
   * @param toPlan shows the plan for the answers as they are now
   * @param toChoice shows where the environment is chosen
   */
  public ValidationController(
      ValidationModel model,
      Kit kit,
      Pickers pickers,
      Clip clip,
      Runnable toPlan,
      Runnable toChoice) {
    this.model = model;
    this.kit = kit;
    this.texts = kit.texts();
    this.pickers = pickers;
    this.clip = clip;
    this.toPlan = toPlan;
    this.toChoice = toChoice;
  }

  @FXML
  void initialize() {
    // where there is no room for the word, the rows speak for themselves
    heads
        .widthProperty()
        .addListener(
            (o, before, now) ->
                Rows.visible(
                    versionHead, CheckLine.hasRoom(now.doubleValue(), versionHead.getFont())));
    checkHead
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> checkHead.getWidth() >= checkHead.prefWidth(-1), checkHead.widthProperty()));
    new ChecksView(rows, model.checks(), tools());
    again.setOnAction(event -> model.run());
    stop.setOnAction(event -> model.stop());
    for (ReportFormat format : ReportFormat.values()) {
      MenuItem item = new MenuItem(texts.get("validate.save." + format.key()));
      item.setId("save-" + format.key());
      item.setOnAction(event -> save(format));
      save.getItems().add(item);
    }
    model.summaryProperty().addListener((o, before, now) -> showState());
    for (Fetch<?> fetch : fetches()) {
      fetch.stateProperty().addListener((o, before, now) -> showState());
    }
    showState();
  }

  private List<Fetch<?>> fetches() {
    ReceiptModel receipt = model.receipt();
    return List.of(model.all(), model.one(), receipt.saving(), receipt.keeping());
  }

  private RowTools tools() {
    return new RowTools(
        kit,
        clip,
        model.runningProperty(),
        running.getReadOnlyProperty(),
        model::again,
        model::stop,
        model.mending()::of,
        this::mend);
  }

  private void mend(MendModel.Offer offer) {
    model.mending().take(offer);
    (offer.planned() ? toPlan : toChoice).run();
  }

  private void save(ReportFormat format) {
    pickers
        .saveAs(texts.get("validate.save.title"), format.fileName())
        .ifPresent(
            file ->
                model.receipt().save(model.validated(), List.copyOf(model.checks()), format, file));
  }

  private void showState() {
    boolean now = model.busy();
    running.set(now);
    Rows.visible(busy, now && model.runningProperty().get().isEmpty());
    swap(now ? again : stop, now ? stop : again);
    Rows.visible(heads, !model.checks().isEmpty());
    save.setDisable(now || !model.all().is(Fetch.State.READY));
    Summary said = model.summaryProperty().get();
    summaryGlyph.show(said.tone());
    summary.setText(said.sentence());
    counts.setText(said.detail());
    Fetch<?> saving = model.receipt().saving();
    problem.show(texts, problems());
    saved.setText(
        saving.is(Fetch.State.READY)
            ? saving.value().map(path -> texts.get("validate.saved", path)).orElse("")
            : "");
  }

  /** One button in place of another; the keyboard stays where it is. */
  private static void swap(Button before, Button after) {
    boolean focused = before.isFocused();
    Rows.visible(after, true);
    if (focused) {
      after.requestFocus();
    }
    Rows.visible(before, false);
  }

  private List<Problem> problems() {
    return fetches().stream()
        .filter(fetch -> fetch.is(Fetch.State.FAILED))
        .findFirst()
        .map(fetch -> List.copyOf(fetch.problems()))
        .orElse(List.of());
  }
}
