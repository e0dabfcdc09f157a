package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DialogPane;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;
import org.megatronsetup.wizard.gallery.Png;
import org.megatronsetup.wizard.look.Legible;

/**
 * Takes pictures of the window, to be looked at: {@code target/screenshots}. No text on them is
 * hard to read.
 */
final class Picture {
  private static final Path FOLDER = Path.of("target", "screenshots");

  private Picture() {}

  static void take(WizardDriver driver, String name) throws IOException {
    take(driver, driver.stage.getScene(), name);
  }

  /** Takes one of the dialog that is open. */
  static void takeDialog(WizardDriver driver, String name) throws IOException {
    Scene dialog =
        driver.onScreen(
            () ->
                Window.getWindows().stream()
                    .map(Window::getScene)
                    .filter(scene -> scene.getRoot() instanceof DialogPane)
                    .findFirst()
                    .orElseThrow());
    take(driver, dialog, name);
  }

  /** Takes one of the menu that is open. */
  static void takeMenu(WizardDriver driver, String name) throws IOException {
    Scene menu =
        driver.onScreen(
            () ->
                Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .findFirst()
                    .orElseThrow()
                    .getScene());
    take(driver, menu, name);
  }

  private static void take(WizardDriver driver, Scene scene, String name) throws IOException {
    WritableImage image =
        driver.onScreen(
            () -> {
              WritableImage picture = scene.snapshot(null);
              assertThat(Legible.problems(scene)).as(name).isEmpty();
              return picture;
            });
    Png.write(image, FOLDER.resolve(name + ".png"));
  }
}
