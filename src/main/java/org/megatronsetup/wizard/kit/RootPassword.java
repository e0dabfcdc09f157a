package org.megatronsetup.wizard.kit;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Step;

/** The password for sudo: asked only where it is needed, held until it is taken, then wiped. */
public final class RootPassword {
  private final BooleanProperty needed = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper given = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper steps = new ReadOnlyStringWrapper("");
  private final BooleanProperty cleared = new SimpleBooleanProperty();
  private char[] typed = new char[0];

  /** Whether the plan needs root and this user's sudo asks for a password. */
  public void judge(Plan plan, Optional<Facts> facts) {
    boolean asks =
        facts.map(f -> f.user().sudo() == Facts.Sudo.WITH_PASSWORD).orElse(plan.needsRoot());
    needed.set(plan.needsRoot() && asks);
    steps.set(
        plan.steps().stream()
            .filter(Step::needsRoot)
            .map(Step::title)
            .collect(Collectors.joining(", ")));
  }

  /** Titles of the steps that it is for. */
  public ReadOnlyStringProperty stepsProperty() {
    return steps.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty neededProperty() {
    return needed;
  }

  public ReadOnlyBooleanProperty givenProperty() {
    return given.getReadOnlyProperty();
  }

  /** Turns over each time that the field on the screen has to be emptied. */
  public ReadOnlyBooleanProperty clearedProperty() {
    return cleared;
  }

  /** Keeps what is typed so far. */
  public void type(char[] password) {
    Arrays.fill(typed, '\0');
    typed = password.clone();
    given.set(typed.length > 0);
  }

  /** Hands the password over once; the one who takes it wipes it. */
  public char[] take() {
    char[] taken = needed.get() ? typed.clone() : new char[0];
    wipe();
    return taken;
  }

  public void wipe() {
    Arrays.fill(typed, '\0');
    typed = new char[0];
    given.set(false);
    cleared.set(!cleared.get());
  }
}
