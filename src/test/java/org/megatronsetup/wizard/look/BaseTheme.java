package org.megatronsetup.wizard.look;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/** The names that the base theme declares. */
final class BaseTheme {
  private BaseTheme() {}

  static Set<String> names() throws IOException {
    String file = "/atlantafx/base/theme/primer-light.css";
    try (InputStream in =
        Objects.requireNonNull(PrimerLight.class.getResourceAsStream(file), file)) {
      return Set.copyOf(
          StyleSheet.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .lookUps()
              .keySet());
    }
  }
}
