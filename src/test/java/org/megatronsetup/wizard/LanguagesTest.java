package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.wizard.flow.Flow;
import org.megatronsetup.wizard.flow.Page;

/**
 * Every page in every language: all texts fit their places, and no key of a button is taken twice.
 */
@Isolated("it changes the language of the whole program")
final class LanguagesTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyPageFitsAndItsKeysAreItsOwn(String language) throws Exception {
    Locale.setDefault(Locale.forLanguageTag(language));
    try (WizardDriver driver = new WizardDriver(new FakeSetup())) {
      for (String kind : List.of("container", "ssh", "local")) {
        driver.press(kind);
        look(driver, "language-" + language + "-target-" + kind);
      }
      for (Page page : Flow.ORDER.subList(1, Flow.ORDER.size())) {
        driver.goTo(page);
        driver.until("all of it", () -> driver.wizard.flow().model().ready().get());
        look(driver, "language-" + language + "-" + page.key());
      }
    }
  }

  private static void look(WizardDriver driver, String picture) throws IOException {
    Picture.take(driver, picture);
    List<String> keys = new ArrayList<>();
    driver.onScreen(
        () -> {
          Parent root = driver.stage.getScene().getRoot();
          assertThat(CutTexts.in(root)).as(picture).isEmpty();
          mnemonics(root, keys);
          return keys;
        });
    assertThat(keys).as(picture).doesNotHaveDuplicates();
  }

  private static void mnemonics(Node node, List<String> keys) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.isMnemonicParsing()) {
      int at = labeled.getText() == null ? -1 : labeled.getText().indexOf('_');
      if (at >= 0 && at + 1 < labeled.getText().length()) {
        keys.add(labeled.getText().substring(at + 1, at + 2).toLowerCase(Locale.ROOT));
      }
    }
    if (node instanceof Parent parent && !(node instanceof Labeled)) {
      parent.getChildrenUnmodifiable().forEach(child -> mnemonics(child, keys));
    }
  }
}
