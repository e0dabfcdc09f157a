package org.megatronsetup.wizard.flow;

import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.megatronsetup.model.Mount;

/** A folder of the host that a container is to see, as typed. */
public final class MountDraft {
  private final StringProperty source = new SimpleStringProperty("");
  private final StringProperty target = new SimpleStringProperty("");
  private final BooleanProperty readOnly = new SimpleBooleanProperty();

  public StringProperty sourceProperty() {
    return source;
  }

  public StringProperty targetProperty() {
    return target;
  }

  public BooleanProperty readOnlyProperty() {
    return readOnly;
  }

  Observable[] all() {
    return new Observable[] {source, target, readOnly};
  }

  /** A row that nobody has begun to fill. */
  public boolean blank() {
    return source.get().isBlank() && target.get().isBlank();
  }

  Mount mount() {
    return new Mount(source.get().strip(), target.get().strip(), readOnly.get());
  }
}
