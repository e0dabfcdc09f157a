package org.megatronsetup.wizard.kit;

import javafx.scene.control.PasswordField;

/** Binds a password field to the password for sudo. */
public final class RootPasswordField {
  private RootPasswordField() {}

  /** What is typed goes over as characters; the field is emptied when the password is taken. */
  public static void connect(PasswordField field, RootPassword password) {
    field
        .textProperty()
        .addListener(
            (o, before, now) -> password.type(now == null ? new char[0] : now.toCharArray()));
    password
        .clearedProperty()
        .addListener(
            (o, before, now) -> {
              if (!field.getText().isEmpty()) {
                field.clear();
              }
            });
  }
}
