package org.megatronsetup.wizard.validation;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import org.megatronsetup.model.Check;
import org.megatronsetup.wizard.kit.Kit;

/** Rows of the validation for the gallery. */
public final class ShownChecks {
  private ShownChecks() {}

  /** A row at rest. */
  public static Node of(Check check, Kit kit) {
    return of(check, kit, Optional.empty());
  }

  /** A row that is run again by itself. */
  public static Node again(Check check, Kit kit) {
    return of(check, kit, Optional.of(new Running(check.id(), check.group(), check.title(), true)));
  }

  private static Node of(Check check, Kit kit, Optional<Running> running) {
    return new CheckRow(
        check,
        new RowTools(
            kit,
            text -> {},
            new SimpleObjectProperty<>(running),
            new SimpleObjectProperty<>(running.isPresent()),
            wanted -> {},
            () -> {},
            shown -> Optional.empty(),
            offer -> {}));
  }
}
