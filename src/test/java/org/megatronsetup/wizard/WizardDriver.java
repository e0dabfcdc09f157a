package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.megatronsetup.engine.Opener;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Answers;
import org.megatronsetup.wizard.flow.Flow;
import org.megatronsetup.wizard.flow.Page;
import org.megatronsetup.wizard.kit.Pickers;
import org.megatronsetup.wizard.target.ThisComputer;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Opens the window over a fake engine, and works it as a person would. */
final class WizardDriver implements AutoCloseable {
  static final ThisComputer LINUX = new ThisComputer("workstation", "Linux 6.8, amd64", true);

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  final Opener opener;
  final ObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);
  final List<String> copied = new CopyOnWriteArrayList<>();

  /** Shared by the windows of one test, as those of a person are. */
  static final Path RUNTIME = temporary();

  final RecordedAttention attention = new RecordedAttention();
  volatile Optional<Path> picked = Optional.empty();

  /** What the window remembers; no file until there is something. */
  final Path memory;

  final FxRobot robot = new FxRobot();
  Stage stage;
  Wizard wizard;

  WizardDriver(Setup setup, ThisComputer computer) throws Exception {
    this((target, dialog) -> setup, computer);
  }

  WizardDriver(Opener opener, ThisComputer computer) throws Exception {
    this(opener, computer, Path.of("target", "remembered", UUID.randomUUID() + ".json"));
  }

  WizardDriver(Opener opener, ThisComputer computer, Path memory) throws Exception {
    this.opener = opener;
    this.memory = memory;
    FxToolkit.registerPrimaryStage();
    open(computer);
  }

  WizardDriver(Setup setup) throws Exception {
    this(setup, LINUX);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("windows");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open(ThisComputer computer) {
    Pickers pickers = new FixedPickers();
    Function<Answers, String> command = answers -> "megatron-setup install --release stable:0.19.1";
    onScreen(
        () -> {
          stage = new Stage();
          Desktop desktop =
              new Desktop(
                  computer,
                  scheme,
                  new Remembered(memory, Runnable::run),
                  pickers,
                  copied::add,
                  attention,
                  RUNTIME,
                  InstantSource.fixed(FakeSetup.BEGAN.plusSeconds(95)),
                  ZoneOffset.UTC);
          wizard =
              new Wizard(
                  stage,
                  new WizardServices(opener, () -> List.of("node7", "gpu-farm"), command),
                  desktop);
          wizard.show();
          // a picture shows what is, and nothing on its way there
          stage.getScene().getPreferences().setReducedMotion(true);
          stage.setX(0);
          stage.setY(0);
          return stage;
        });
  }

  <T> T onScreen(Callable<T> action) {
    try {
      return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(action));
    } catch (RuntimeException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until something holds on the screen. */
  void until(String what, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE.toMillis(), TimeUnit.MILLISECONDS, () -> onScreen(condition));
    } catch (java.util.concurrent.TimeoutException e) {
      throw new AssertionError("never: " + what + "; page " + page() + "; it says: " + words(), e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** All texts that are on the screen, for a failure that can be understood. */
  private List<String> words() {
    return onScreen(
        () ->
            stage.getScene().getRoot().lookupAll(".text").stream()
                .filter(node -> node.isVisible() && node instanceof javafx.scene.text.Text)
                .map(node -> ((javafx.scene.text.Text) node).getText())
                .filter(text -> !text.isBlank())
                .toList());
  }

  Page page() {
    return onScreen(() -> wizard.flow().currentProperty().get());
  }

  void untilPage(Page page) {
    until("page " + page, () -> wizard.flow().currentProperty().get() == page);
  }

  <T extends Node> T find(String id, Class<T> type) {
    Node found = stage.getScene().lookup("#" + id);
    assertThat(found).as(id).isNotNull();
    return type.cast(found);
  }

  String text(String id) {
    return onScreen(() -> textNow(id));
  }

  /** A text; from the thread of the screen. */
  String textNow(String id) {
    return find(id, Labeled.class).getText();
  }

  boolean shown(String id) {
    return onScreen(
        () -> {
          for (Node n = stage.getScene().lookup("#" + id); n != null; n = n.getParent()) {
            if (!n.isVisible()) {
              return false;
            }
          }
          return stage.getScene().lookup("#" + id) != null;
        });
  }

  /** Presses a button, as the keyboard would: it need not be scrolled into view. */
  void press(String id) {
    until("button " + id, () -> stage.getScene().lookup("#" + id) != null);
    until(id + " enabled", () -> !find(id, ButtonBase.class).isDisabled());
    onScreen(
        () -> {
          find(id, ButtonBase.class).fire();
          return id;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Takes an entry of a button that opens a menu. */
  void choose(String id, String item) {
    until(id + " enabled", () -> !find(id, MenuButton.class).isDisabled());
    onScreen(
        () -> {
          find(id, MenuButton.class).getItems().stream()
              .filter(one -> item.equals(one.getId()))
              .findFirst()
              .orElseThrow()
              .fire();
          return item;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Presses a button that opens a dialog, and then one in the dialog. */
  void pressAndAnswer(String id, String answer) {
    until(id, () -> stage.getScene().lookup("#" + id) != null);
    Platform.runLater(() -> find(id, ButtonBase.class).fire());
    answer(answer);
  }

  /** Presses a button of the dialog that is open, or will be in a moment. */
  void answer(String answer) {
    until(answer, () -> anywhere(answer).isPresent());
    onScreen(
        () -> {
          ((ButtonBase) anywhere(answer).orElseThrow()).fire();
          return answer;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Closes every dialog, as Escape would. */
  void closeDialogs() {
    onScreen(
        () -> {
          List.copyOf(Window.getWindows()).stream()
              .filter(window -> window.getScene().getRoot() instanceof DialogPane)
              .forEach(Window::hide);
          return true;
        });
  }

  boolean schemeIs(ColorScheme wanted) {
    scheme.set(wanted);
    return true;
  }

  /** Whether a node is there and to be seen; from the thread of the screen. */
  boolean shownNow(String id) {
    Node node = stage.getScene().lookup("#" + id);
    return node != null && node.isVisible();
  }

  /** Whether any text of an open dialog holds some words; from the thread of the screen. */
  boolean anywhereText(String words) {
    return Window.getWindows().stream()
        .map(window -> window.getScene().getRoot())
        .filter(DialogPane.class::isInstance)
        .flatMap(pane -> pane.lookupAll(".label").stream())
        .anyMatch(label -> ((Labeled) label).getText().contains(words));
  }

  /** Types into the field for the machine. */
  void typeHost(String text) {
    onScreen(
        () -> {
          find("host", ComboBox.class).getEditor().setText(text);
          return text;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  Optional<Node> anywhere(String id) {
    return Window.getWindows().stream()
        .map(window -> window.getScene().lookup("#" + id))
        .filter(Objects::nonNull)
        .findFirst();
  }

  void type(String id, String text) {
    onScreen(
        () -> {
          find(id, javafx.scene.control.TextInputControl.class).setText(text);
          return text;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Scrolls the page as far as a part of 0 to 1. */
  void scroll(double part) {
    onScreen(
        () -> {
          stage
              .getScene()
              .getRoot()
              .lookupAll(".page-scroll")
              .forEach(pane -> ((ScrollPane) pane).setVvalue(part));
          return part;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  void nextTo(Page page) {
    press("next");
    untilPage(page);
  }

  /** Goes to a page the ordinary way. */
  void goTo(Page last) {
    while (page() != last) {
      nextTo(Flow.ORDER.get(Flow.ORDER.indexOf(page()) + 1));
    }
  }

  @Override
  public void close() {
    onScreen(
        () -> {
          stage.close();
          return stage;
        });
  }

  private final class FixedPickers implements Pickers {
    @Override
    public Optional<Path> folder(String title) {
      return picked;
    }

    @Override
    public Optional<Path> file(String title) {
      return picked;
    }

    @Override
    public Optional<Path> saveAs(String title, String suggestedName) {
      return picked.map(folder -> folder.resolve(suggestedName));
    }
  }
}
