package org.megatronsetup.engine;

import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.words.Words;

/**
 * What an engine keeps of an image whose fetching was ended, found by counting what each of them
 * asks a registry for the next time.
 */
public final class KeptLayers {
  private KeptLayers() {}

  /** A sentence for the person. */
  public static String of(ContainerEngine engine) {
    return switch (engine) {
      case DOCKER -> Words.of("engine.container-cancelled.docker.cause");
      case PODMAN -> Words.of("engine.container-cancelled.podman.cause");
    };
  }
}
