package org.megatronsetup.wizard;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;

/**
 * Base theme and style sheets for the colour scheme in force: tokens, then controls, then
 * components. Light and dark differ in their tokens alone.
 */
public final class Look {
  private static final List<String> COMMON =
      List.of(
          "/css/lookups.css",
          "/css/controls.css",
          "/css/glyphs.css",
          "/css/components/type.css",
          "/css/components/layout.css",
          "/css/components/frame.css",
          "/css/components/rows.css",
          "/css/components/panels.css",
          "/css/components/steps.css",
          "/css/components/checks.css",
          "/css/components/log.css");

  private final ObservableValue<ColorScheme> scheme;
  private final List<Runnable> attached = new ArrayList<>();

  /**
   * @param scheme of the system; followed while the window is open
   */
  public Look(ObservableValue<ColorScheme> scheme) {
    this.scheme = scheme;
    scheme.addListener((o, before, now) -> apply());
    apply();
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
    return scheme.getValue() == ColorScheme.DARK;
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
