package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.megatronsetup.wizard.flow.Page;

/** Every view loads with its real controller and texts. */
final class ViewsTest {

  @Test
  void theWindowHasTheProgramsIcon() throws Exception {
    try (WizardDriver driver = new WizardDriver(new FakeSetup())) {
      driver.until("icons", () -> !driver.stage.getIcons().isEmpty());
      assertThat(driver.stage.getIcons())
          .extracting(Image::getWidth)
          .containsExactly(16.0, 32.0, 48.0, 64.0, 128.0, 256.0);
    }
  }

  @Test
  void everyViewLoads() throws Exception {
    List<String> names;
    try (Stream<Path> files = Files.list(Path.of("fxml"))) {
      names = files.map(file -> file.getFileName().toString().replace(".fxml", "")).toList();
    }
    assertThat(names).hasSizeGreaterThan(Page.values().length);
    try (WizardDriver driver = new WizardDriver(new FakeSetup())) {
      for (String name : names) {
        assertThat(driver.onScreen(() -> driver.wizard.views().load(name))).as(name).isNotNull();
      }
    }
  }
}
