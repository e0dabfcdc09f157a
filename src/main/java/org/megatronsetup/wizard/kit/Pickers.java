package org.megatronsetup.wizard.kit;

import java.nio.file.Path;
import java.util.Optional;

/** The system's own dialogs for files; behind an interface because they need a real desktop. */
public interface Pickers {

  Optional<Path> folder(String title);

  Optional<Path> file(String title);

  /**
   * Where to save something.
   *
   * @param suggestedName such as {@code receipt.json}
   */
  Optional<Path> saveAs(String title, String suggestedName);
}
