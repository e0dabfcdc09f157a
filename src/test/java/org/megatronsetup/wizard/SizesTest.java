package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.megatronsetup.wizard.flow.Page;
import org.megatronsetup.wizard.gallery.Png;
import org.megatronsetup.wizard.gallery.Stills;

/**
 * Takes a picture of every page in every size of window, screen and text, and of pages with more on
 * them than usual: {@code target/screenshots}. No text is cut at the smallest size of the window.
 */
final class SizesTest {
  private static final Path FOLDER = Path.of("target", "screenshots");

  private final List<String> cut = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void everyPageInEverySize(ColorScheme scheme) throws Exception {
    String as = "-" + scheme.name().toLowerCase(Locale.ROOT);
    try (WizardDriver driver = new WizardDriver(new FakeSetup())) {
      driver.onScreen(() -> driver.schemeIs(scheme));
      for (Page page : Page.values()) {
        go(driver, page);
        take(driver, page, "narrow" + as, 860, 600, 1, 1);
        take(driver, page, "wide" + as, 1400, 900, 1, 1);
        take(driver, page, "screen-150" + as, 1000, 700, 1, 1.5);
        take(driver, page, "screen-200" + as, 1000, 700, 1, 2);
        take(driver, page, "text-150" + as, 1000, 700, 1.5, 1);
        take(driver, page, "text-200" + as, 1400, 900, 2, 1);
      }
    }
    assertThat(cut).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void manyAndLong(ColorScheme scheme) throws Exception {
    FakeSetup setup = ManySamples.setup();
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.onScreen(() -> driver.schemeIs(scheme));
      for (Page page : Page.values()) {
        go(driver, page);
        take(driver, page, "many-" + scheme.name().toLowerCase(Locale.ROOT), 1000, 700, 1, 1);
        take(driver, page, "many-narrow-" + scheme.name().toLowerCase(Locale.ROOT), 860, 600, 1, 1);
      }
    }
    assertThat(cut).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ColorScheme.class)
  void waitingNothingAndWrong(ColorScheme scheme) throws Exception {
    FakeSetup setup = new FakeSetup();
    String as = scheme.name().toLowerCase(Locale.ROOT);
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.onScreen(() -> driver.schemeIs(scheme));
      setup.arrival =
          () -> {
            throw new org.megatronsetup.model.SetupException(Samples.HOST_KEY_REFUSED);
          };
      driver.nextTo(Page.PREFLIGHT);
      driver.until("wrong", () -> driver.stage.getScene().lookup("#pane .notice .button") != null);
      take(driver, Page.PREFLIGHT, "error-" + as, 1000, 700, 1, 1);
    }
    setup.arrival = () -> {};
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.onScreen(() -> driver.schemeIs(scheme));
      driver.goTo(Page.PREFLIGHT);
      setup.versions = List.of();
      setup.hang = true;
      driver.nextTo(Page.RELEASE);
      take(driver, Page.RELEASE, "loading-" + as, 1000, 700, 1, 1);
      setup.hang = false;
      driver.until("none", () -> driver.shownNow("versions"));
      take(driver, Page.RELEASE, "empty-" + as, 1000, 700, 1, 1);
    }
    setup.versions = Samples.versions();
    setup.validateProblem = Optional.of(Samples.NO_INDEX);
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.onScreen(() -> driver.schemeIs(scheme));
      driver.goTo(Page.ENVIRONMENT);
      setup.hang = true;
      driver.press("next");
      take(driver, Page.ENVIRONMENT, "loading-" + as, 1000, 700, 1, 1);
      setup.hang = false;
      driver.untilPage(Page.REVIEW);
      driver.goTo(Page.INSTALL);
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
      setup.hang = true;
      driver.nextTo(Page.VALIDATE);
      take(driver, Page.VALIDATE, "loading-" + as, 1000, 700, 1, 1);
      setup.hang = false;
      driver.until("wrong", () -> driver.shownNow("problem"));
      take(driver, Page.VALIDATE, "error-" + as, 1000, 700, 1, 1);
    }
    assertThat(cut).isEmpty();
  }

  private static void go(WizardDriver driver, Page page) {
    driver.goTo(page);
    driver.until("ready", () -> driver.wizard.flow().model().ready().get());
  }

  private void take(
      WizardDriver driver,
      Page page,
      String what,
      double width,
      double height,
      double text,
      double scale)
      throws IOException {
    String name = page.key() + "-" + what;
    WritableImage image =
        driver.onScreen(
            () -> {
              Scene scene = driver.stage.getScene();
              return Stills.take(
                  scene,
                  width,
                  height,
                  text,
                  scale,
                  root -> CutTexts.in(root).forEach(one -> cut.add(name + ": " + one)));
            });
    Png.write(image, FOLDER.resolve(name + ".png"));
  }
}
