package org.megatronsetup.wizard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads FXML files with controllers from an explicit map; one that is not in it is a defect. */
final class Views {
  private final Map<Class<?>, Supplier<?>> controllers;
  private final ResourceBundle bundle;

  Views(Map<Class<?>, Supplier<?>> controllers, ResourceBundle bundle) {
    this.controllers = Map.copyOf(controllers);
    this.bundle = bundle;
  }

  /**
   * @param name of the file in {@code fxml/}, without its ending
   */
  Parent load(String name) {
    URL url = Views.class.getResource("/fxml/" + name + ".fxml");
    if (url == null) {
      throw new IllegalArgumentException("no view " + name);
    }
    try {
      return new FXMLLoader(url, bundle, null, this::controller).load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object controller(Class<?> type) {
    Supplier<?> maker = controllers.get(type);
    if (maker == null) {
      throw new IllegalStateException("no controller registered for " + type.getName());
    }
    return maker.get();
  }
}
