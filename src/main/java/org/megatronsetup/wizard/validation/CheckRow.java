package org.megatronsetup.wizard.validation;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.megatronsetup.model.Check;
import org.megatronsetup.wizard.kit.Glyph;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Remedy;
import org.megatronsetup.wizard.kit.Texts;

/** One check: what was found, for a red or amber one why and what to do, and its own button. */
final class CheckRow extends VBox {
  private final RowTools tools;
  private final Texts texts;
  private final CheckLine line;
  private final Button again = new Button();
  private final Tooltip tip = new Tooltip();
  private final VBox below = new VBox();
  private final Glyph repeat = new Glyph("again");
  private final Glyph halt = new Glyph("halt");
  private final InvalidationListener state = changed -> showState();
  private Check check;
  private boolean underWay;
  private Optional<CheckDetail> detail = Optional.empty();

  CheckRow(Check check, RowTools tools) {
    this.tools = tools;
    this.texts = tools.kit().texts();
    this.line = new CheckLine(tools.kit());
    this.check = check;
    getStyleClass().add("check-row");
    setId("check-" + check.id());
    again.setId("again-" + check.id());
    again.getStyleClass().addAll("flat", "small", "check-again");
    again.setTooltip(tip);
    again.setOnAction(event -> press());
    below.getStyleClass().add("check-below");
    line.getChildren().add(again);
    getChildren().addAll(line, below);
    // the row may be gone long before the model
    tools.running().addListener(new WeakInvalidationListener(state));
    tools.busy().addListener(new WeakInvalidationListener(state));
    show(check);
  }

  private void press() {
    if (underWay) {
      tools.stop().run();
    } else {
      tools.again().accept(check);
    }
  }

  /** Shows what was found now. Details stay open if they were. */
  void show(Check now) {
    boolean open = detail.map(CheckDetail::isOpen).orElse(false);
    check = now;
    below.getChildren().clear();
    addHelp();
    addActions();
    if (open) {
      detail.ifPresent(printed -> printed.toggle().fire());
    }
    below.setManaged(!below.getChildren().isEmpty());
    showState();
  }

  Check.Status status() {
    return check.status();
  }

  boolean isUnderWay() {
    return underWay;
  }

  private void showState() {
    boolean busy = tools.busy().getValue();
    underWay =
        tools
            .running()
            .getValue()
            .filter(running -> running.alone() && running.id().equals(check.id()))
            .isPresent();
    String word = line.show(check);
    String version = check.version().map(v -> ", " + v).orElse("");
    setAccessibleText(String.join(", ", word, check.title()) + version + ". " + check.summary());
    if (underWay) {
      line.showRunning(check.title());
    }
    again.setGraphic(underWay ? halt : repeat);
    again.setDisable(!underWay && busy);
    again.setAccessibleText(
        underWay
            ? texts.get("validate.stop.one.of", check.title())
            : texts.get("validate.again.one.of", check.title(), word + version));
    tip.setText(texts.get(underWay ? "button.stop" : "validate.again.one"));
  }

  private void addHelp() {
    if (!check.wanting() || (check.cause() + check.remedy()).isBlank()) {
      return;
    }
    below.getChildren().add(new Prose(check.cause()));
    if (!check.remedy().isEmpty()) {
      below.getChildren().add(Remedy.of(check.remedy(), tools.kit(), tools.clip()));
    }
  }

  private void addActions() {
    FlowPane actions = new FlowPane();
    actions.getStyleClass().add("check-actions");
    tools.offer().apply(check).map(this::mend).ifPresent(actions.getChildren()::add);
    detail =
        check.detail().isBlank() ? Optional.empty() : Optional.of(new CheckDetail(check, tools));
    detail.map(CheckDetail::toggle).ifPresent(actions.getChildren()::add);
    if (!actions.getChildren().isEmpty()) {
      below.getChildren().add(actions);
    }
    detail.ifPresent(below.getChildren()::add);
  }

  private Button mend(MendModel.Offer offer) {
    Button button = new Button(offer.words());
    button.setMnemonicParsing(false);
    button.setId("mend-" + check.id());
    button.getStyleClass().add("small");
    button.setOnAction(event -> tools.mend().accept(offer));
    return button;
  }
}
