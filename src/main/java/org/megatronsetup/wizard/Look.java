package org.megatronsetup.wizard;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/**
 * Base theme and style sheets for the colour scheme in force: tokens, then controls, then
 * components. Light and dark differ in their tokens alone.
 */
public final class Look {
  /** Under which the chosen colours are remembered. */
  private static final String KEY = "scheme";

  private static final List<String> COMMON =
      List.of(
          "/css/lookups.css",
          "/css/controls.css",
          "/css/motion.css",
          "/css/glyphs.css",
          "/css/components/type.css",
          "/css/components/layout.css",
          "/css/components/frame.css",
          "/css/components/rows.css",
          "/css/components/panels.css",
          "/css/components/steps.css",
          "/css/components/checks.css",
          "/css/components/log.css");

  private final ObservableValue<ColorScheme> system;
  private final ObjectProperty<Scheme> chosen =
      new SimpleObjectProperty<>(this, "chosen", Scheme.SYSTEM);
  private final List<Runnable> attached = new ArrayList<>();

  /**
   * @param system the system's scheme; followed while the window is open and none is chosen
   */
  public Look(ObservableValue<ColorScheme> system) {
    this.system = system;
    system.addListener((o, before, now) -> apply());
    chosen.addListener((o, before, now) -> apply());
    apply();
  }

  /** Takes up the colours that were chosen last, and keeps those that are chosen from now on. */
  void remember(Remembered remembered) {
    chosen.set(Scheme.of(remembered.get(KEY, String.class)));
    chosen.addListener((o, before, now) -> remembered.put(KEY, now.word()));
  }

  /** Which colours the person wants. */
  ObjectProperty<Scheme> chosenProperty() {
    return chosen;
  }

  /**
   * Dresses a scene or a dialog, now and whenever the scheme changes.
   *
   * @return ends that, for a dialog that was closed
   */
  public Runnable dress(ObservableList<String> styleSheets) {
    Runnable dressing = () -> styleSheets.setAll(sheets());
    attached.add(dressing);
    dressing.run();
    return () -> attached.remove(dressing);
  }

  private void apply() {
    Application.setUserAgentStylesheet(
        dark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    attached.forEach(Runnable::run);
  }

  private boolean dark() {
    return chosen.get().over(system.getValue()) == ColorScheme.DARK;
  }

  private List<String> sheets() {
    List<String> all = new ArrayList<>();
    all.add(address(dark() ? "/css/tokens-dark.css" : "/css/tokens-light.css"));
    COMMON.forEach(name -> all.add(address(name)));
    return all;
  }

  private static String address(String name) {
    URL url = Look.class.getResource(name);
    return Objects.requireNonNull(url, name).toExternalForm();
  }
}
