package org.megatronsetup.shell.container;

import java.util.List;

/** Knows the words that call a container engine on its host, such as {@code sudo -n docker}. */
@FunctionalInterface
public interface EngineWords {

  /**
   * @throws org.megatronsetup.model.SetupException if the engine cannot be used
   */
  List<String> get() throws InterruptedException;
}
