package org.megatronsetup.wizard.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.megatronsetup.wizard.Look;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Nothing moves where the system asks for that. */
final class MotionTest {
  private Button button;
  private ProgressIndicator spinner;
  private ProgressBar bar;
  private Scene scene;
  private final List<Stage> shown = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void hide() {
    onScreen(
        () -> {
          shown.forEach(Stage::hide);
          return true;
        });
  }

  @Test
  void whatTurnsAndWandersStandsStill() {
    show(false);
    assertThat(fill(spinner, ".segment0").isOpaque()).isTrue();
    assertThat(fill(bar, ".bar").isOpaque()).isTrue();
    assertThat(onScreen(spinner::getShape)).isNull();
    show(true);
    assertThat(fill(spinner, ".segment0")).isEqualTo(Color.TRANSPARENT);
    assertThat(fill(bar, ".bar")).isEqualTo(Color.TRANSPARENT);
    assertThat(onScreen(spinner::getShape)).as("hourglass").isNotNull();
  }

  @Test
  void aBarThatCountsIsDrawnEitherWay() {
    show(true);
    onScreen(
        () -> {
          bar.setProgress(0.5);
          scene.snapshot(null);
          return true;
        });
    assertThat(fill(bar, ".bar").isOpaque()).isTrue();
  }

  @Test
  void coloursChangeAtOnceOrOnTheWay() {
    show(true);
    Paint plain = ground();
    assertThat(hovered()).as("the hovered colour").isNotEqualTo(plain);
    Paint there = hovered();
    show(false);
    assertThat(ground()).isEqualTo(plain);
    assertThat(hovered()).as("still on its way").isNotEqualTo(there);
  }

  @Test
  void nothingElseMoves() throws Exception {
    for (StyleSheet sheet : StyleSheet.all()) {
      if (!sheet.name().equals("motion.css")) {
        assertThat(sheet.declarations())
            .noneMatch(one -> one.property().contains("transition"))
            .noneMatch(one -> one.property().endsWith("-animated") && one.value().equals("true"));
      }
    }
    String motion = Files.readString(Path.of("css", "motion.css"));
    assertThat(motion.replaceAll("(?s)/\\*.*?\\*/", ""))
        .as("a selector of two parts")
        .doesNotContain(" > ");
    List<String> blocks = List.of(motion.split("@media "));
    assertThat(blocks)
        .filteredOn(block -> block.contains("transition:"))
        .isNotEmpty()
        .allMatch(block -> block.startsWith("(prefers-reduced-motion: no-preference)"));
  }

  private static Color fill(Node of, String part) {
    return onScreen(
        () -> (Color) ((Region) of.lookup(part)).getBackground().getFills().getFirst().getFill());
  }

  private Paint hovered() {
    return onScreen(
        () -> {
          button.pseudoClassStateChanged(PseudoClass.getPseudoClass("hover"), true);
          button.applyCss();
          return button.getBackground().getFills().getLast().getFill();
        });
  }

  private Paint ground() {
    return onScreen(() -> button.getBackground().getFills().getLast().getFill());
  }

  /** A window of its own for each, as the system's wish seldom changes. */
  private void show(boolean reduced) {
    onScreen(
        () -> {
          button = new Button("Next");
          // hovered when the test says so, wherever the mouse is
          button.setMouseTransparent(true);
          spinner = new ProgressIndicator();
          spinner.getStyleClass().add("spinner");
          bar = new ProgressBar();
          scene = new Scene(new VBox(button, spinner, bar), 300, 200);
          scene.getPreferences().setReducedMotion(reduced);
          new Look(new SimpleObjectProperty<>(ColorScheme.LIGHT)).dress(scene.getStylesheets());
          Stage stage = new Stage();
          stage.setScene(scene);
          stage.show();
          scene.snapshot(null);
          shown.add(stage);
          return stage;
        });
  }

  private static <T> T onScreen(Callable<T> action) {
    return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(action));
  }
}
