package org.megatronsetup.wizard.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Dialog;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.wizard.Complaints;
import org.megatronsetup.wizard.Look;
import org.megatronsetup.wizard.ShownDialogs;
import org.megatronsetup.wizard.look.Legible;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes a picture of every component in every state, in both schemes, for looking at; and none of
 * them makes a style sheet complain or has a text that cannot be read.
 */
final class GalleryTest {
  private static final Path FOLDER = Path.of("target", "screenshots");

  @BeforeAll
  static void start() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  /** As the command does that README names: from the class path, in a process of its own. */
  @Test
  void opensInAWindow(@TempDir Path home) {
    Child.Ended ended =
        Child.run(
            Path.of("").toAbsolutePath(),
            home,
            Map.of(),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-D" + Gallery.CLOSE + "=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-classpath",
                System.getProperty("java.class.path"),
                Gallery.class.getName()));
    assertThat(ended.exitStatus()).as(ended.output()).isZero();
    assertThat(ended.output()).doesNotContain("Exception");
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void components(ColorScheme scheme) throws Exception {
    try (Complaints complaints = new Complaints()) {
      List<Exhibit> all = onScreen(Exhibits::all);
      assertThat(all).hasSizeGreaterThan(10);
      Look look = onScreen(() -> new Look(new SimpleObjectProperty<>(scheme)));
      for (Exhibit exhibit : all) {
        StackPane page = new StackPane(exhibit.node());
        page.getStyleClass().add("page");
        take(page, look, 920, "gallery-" + exhibit.name() + "-" + name(scheme));
      }
      assertThat(complaints.all()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void dialogs(ColorScheme scheme) throws Exception {
    try (Complaints complaints = new Complaints()) {
      Look look = onScreen(() -> new Look(new SimpleObjectProperty<>(scheme)));
      List<Dialog<?>> all =
          onScreen(
              () -> {
                Stage owner = new Stage();
                owner.setScene(new Scene(new StackPane()));
                return ShownDialogs.all(Exhibits.kit().texts(), owner);
              });
      for (int i = 0; i < all.size(); i++) {
        Dialog<?> dialog = all.get(i);
        Parent pane =
            onScreen(
                () -> {
                  dialog.getDialogPane().getScene().setRoot(new StackPane());
                  return dialog.getDialogPane();
                });
        take(pane, look, 560, "gallery-dialog-" + (i + 1) + "-" + name(scheme));
      }
      assertThat(complaints.all()).isEmpty();
    }
  }

  private static void take(Parent root, Look look, double width, String name) throws Exception {
    WritableImage image =
        onScreen(
            () -> {
              Scene scene = new Scene(root, width, 100);
              look.dress(scene.getStylesheets());
              scene.snapshot(null);
              double height = Math.ceil(root.prefHeight(width));
              return Stills.take(
                  scene,
                  width,
                  height,
                  1,
                  1,
                  laid -> assertThat(Legible.problems(laid.getScene())).as(name).isEmpty());
            });
    Png.write(image, FOLDER.resolve(name + ".png"));
  }

  private static String name(ColorScheme scheme) {
    return scheme.name().toLowerCase(Locale.ROOT);
  }

  private static <T> T onScreen(Callable<T> action) {
    return WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(action));
  }
}
