package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowPlaceTest {
  @TempDir Path folder;

  private WizardDriver open() throws Exception {
    return new WizardDriver(
        (target, dialog) -> new FakeSetup(), WizardDriver.LINUX, folder.resolve("window.json"));
  }

  private static Rectangle2D place(WizardDriver driver) {
    return driver.onScreen(
        () ->
            new Rectangle2D(
                driver.stage.getX(),
                driver.stage.getY(),
                driver.stage.getWidth(),
                driver.stage.getHeight()));
  }

  private void remember(String place) throws Exception {
    Files.writeString(folder.resolve("window.json"), "{\"window\": " + place + "}");
  }

  @Test
  void sizeIsRemembered() throws Exception {
    try (WizardDriver driver = open()) {
      driver.onScreen(
          () -> {
            driver.stage.setX(20);
            driver.stage.setY(30);
            driver.stage.setWidth(900);
            driver.stage.setHeight(640);
            return driver;
          });
    }
    assertThat(Files.readString(folder.resolve("window.json")))
        .contains("\"x\" : 20.0", "\"y\" : 30.0", "\"width\" : 900.0", "\"height\" : 640.0");
    try (WizardDriver driver = open()) {
      assertThat(place(driver).getWidth()).isEqualTo(900);
      assertThat(place(driver).getHeight()).isEqualTo(640);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"x\": 0, \"y\": 0, \"width\": 5000, \"height\": 9000, \"maximized\": false}",
        "{\"x\": 99999, \"y\": -99999, \"width\": 5000, \"height\": 9000, \"maximized\": false}"
      })
  void aScreenThatIsSmallerNowIsNotLeft(String place) throws Exception {
    remember(place);
    try (WizardDriver driver = open()) {
      assertThat(place(driver).getWidth()).isEqualTo(1000);
      assertThat(place(driver).getHeight()).isEqualTo(1000);
    }
  }

  @Test
  void aWindowIsNeverTooSmallToBeUsed() throws Exception {
    remember("{\"x\": 0, \"y\": 0, \"width\": 1, \"height\": -5, \"maximized\": false}");
    try (WizardDriver driver = open()) {
      assertThat(place(driver).getWidth()).isEqualTo(860);
      assertThat(place(driver).getHeight()).isEqualTo(600);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"large\"", "null", "{\"x\": \"left\"}"})
  void nonsenseIsAsGoodAsNothing(String place) throws Exception {
    remember(place);
    try (WizardDriver driver = open()) {
      assertThat(place(driver).getWidth()).isEqualTo(1000);
      assertThat(place(driver).getHeight()).isEqualTo(700);
    }
  }
}
