package org.megatronsetup.engine;

import java.nio.file.Path;
import java.util.Optional;

/** Where this program keeps what a person has settled. */
public final class Settings {
  private Settings() {}

  /** The folder under {@code XDG_CONFIG_HOME}; it may not be there yet. */
  public static Path folder() {
    return Optional.ofNullable(System.getenv("XDG_CONFIG_HOME"))
        .filter(text -> text.startsWith("/"))
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"))
        .resolve("megatron-setup");
  }
}
