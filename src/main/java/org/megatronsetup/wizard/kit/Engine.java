package org.megatronsetup.wizard.kit;

import java.util.function.Supplier;
import org.megatronsetup.engine.Setup;

/** Opens the engine when it is first needed, which may take a while: only jobs ask for it. */
public final class Engine {
  private final Supplier<Setup> opener;
  private Setup opened;

  public Engine(Supplier<Setup> opener) {
    this.opener = opener;
  }

  public synchronized Setup get() {
    if (opened == null) {
      opened = opener.get();
    }
    return opened;
  }
}
