package org.megatronsetup.engine;

import java.util.Optional;
import org.megatronsetup.model.EngineFacts;
import org.megatronsetup.plan.ImageCost;
import org.megatronsetup.shell.Shell;

/** What fetching an image will cost, asked of its registry before anything is fetched. */
final class ImageCosts {
  private ImageCosts() {}

  static Optional<ImageCost> ask(Shell host, EngineFacts facts, String image)
      throws InterruptedException {
    return Optional.empty();
  }
}
