package org.megatronsetup.wizard.validation;

import javafx.scene.Node;
import org.megatronsetup.model.Check;
import org.megatronsetup.wizard.kit.Kit;

/** Rows of the validation for the gallery. */
public final class ShownChecks {
  private ShownChecks() {}

  public static Node of(Check check, Kit kit) {
    return new CheckRow(check, kit, text -> {});
  }
}
