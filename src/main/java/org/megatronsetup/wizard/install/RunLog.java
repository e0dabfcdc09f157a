package org.megatronsetup.wizard.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.megatronsetup.run.log.LogStore;

/** The log of the run that is shown; a new store for each time that a run is followed. */
public final class RunLog {
  private final ReadOnlyObjectWrapper<Optional<LogStore>> store =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** Starts an empty log and lets go of the one before. */
  LogStore begin() {
    Optional<LogStore> before = store.get();
    LogStore fresh = new LogStore();
    store.set(Optional.of(fresh));
    before.ifPresent(RunLog::close);
    return fresh;
  }

  /** Removes what the log keeps on disk. */
  public void close() {
    store.get().ifPresent(RunLog::close);
  }

  private static void close(LogStore store) {
    try {
      store.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ReadOnlyObjectProperty<Optional<LogStore>> storeProperty() {
    return store.getReadOnlyProperty();
  }
}
