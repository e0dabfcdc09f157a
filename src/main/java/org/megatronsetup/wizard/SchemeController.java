package org.megatronsetup.wizard;

import java.util.Map;
import javafx.beans.property.Property;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.megatronsetup.wizard.kit.Chosen;

/** Binds the switch between the system's colours, light and dark. */
public final class SchemeController {
  private final Property<Scheme> chosen;

  @FXML private ToggleGroup schemes;
  @FXML private ToggleButton schemeSystem;
  @FXML private ToggleButton schemeLight;
  @FXML private ToggleButton schemeDark;

  SchemeController(Property<Scheme> chosen) {
    this.chosen = chosen;
  }

  @FXML
  void initialize() {
    Chosen.bind(
        schemes,
        chosen,
        Map.of(schemeSystem, Scheme.SYSTEM, schemeLight, Scheme.LIGHT, schemeDark, Scheme.DARK));
  }
}
