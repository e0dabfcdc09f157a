package org.megatronsetup.plan;

import java.util.Optional;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Target;

/** Where Megatron Core goes in a container, unless somebody says otherwise. */
public final class ContainerEnvironment {
  /** Root owns the container: a place of its own, away from what the image brought. */
  public static final String VENV = "/opt/megatron-core/venv";

  /** NGC's PyTorch is built for this interpreter, and only there. */
  public static final String NGC_PYTHON = "/usr/bin/python3";

  private ContainerEnvironment() {}

  /** The one that fits the image that the container is to be made of. */
  public static Environment of(Target.Container container) {
    return of(container, Optional.empty());
  }

  /**
   * The one that fits an image.
   *
   * @param found image of a container that is there already
   */
  public static Environment of(Target.Container container, Optional<String> found) {
    String image = container.image().or(() -> found).orElse("");
    return image.contains("nvidia/pytorch")
        ? new Environment.Existing(NGC_PYTHON)
        : new Environment.NewVenv(VENV, Optional.empty());
  }
}
