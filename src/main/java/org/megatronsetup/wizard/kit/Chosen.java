package org.megatronsetup.wizard.kit;

import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.Property;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;

/** One of some buttons is pressed, always, and stands for a value. */
public final class Chosen {
  private Chosen() {}

  public static <T> void bind(
      ToggleGroup group, Property<T> property, Map<? extends Toggle, T> values) {
    InvalidationListener show =
        changed ->
            values.forEach(
                (toggle, value) -> {
                  if (value.equals(property.getValue())) {
                    group.selectToggle(toggle);
                  }
                });
    group
        .selectedToggleProperty()
        .addListener(
            (o, before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              } else {
                property.setValue(values.get(now));
              }
            });
    property.addListener(show);
    show.invalidated(property);
  }
}
