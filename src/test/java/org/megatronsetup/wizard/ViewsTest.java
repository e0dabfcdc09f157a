package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.megatronsetup.wizard.flow.Page;

/** Every view loads with its real controller and texts, and is drawn without a complaint. */
final class ViewsTest {

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

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void noStyleSheetComplains(ColorScheme scheme) throws Exception {
    List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
              complaints.add(line.getLoggerName() + ": " + line.getMessage());
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try (WizardDriver driver = new WizardDriver(new FakeSetup())) {
      complaints.removeIf(line -> line.contains("Unsupported JavaFX configuration"));
      driver.onScreen(
          () -> {
            driver.scheme.set(scheme);
            return scheme;
          });
      driver.goTo(Page.DONE);
    } finally {
      root.removeHandler(handler);
    }
    assertThat(complaints).isEmpty();
  }
}
