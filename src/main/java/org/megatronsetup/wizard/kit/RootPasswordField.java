package org.megatronsetup.wizard.kit;

import javafx.scene.control.PasswordField;

/** Binds a password field to the password for sudo, and says what it is for. */
public final class RootPasswordField {
  private RootPasswordField() {}

  /** What is typed goes over as characters; the field is emptied when the password is taken. */
  public static void connect(PasswordField field, Prose steps, RootPassword password, Texts texts) {
    steps
        .textProperty()
        .bind(password.stepsProperty().map(titles -> texts.get("review.password.steps", titles)));
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
