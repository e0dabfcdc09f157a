package org.megatronsetup.engine;

import java.util.Optional;
import org.megatronsetup.container.ImageSize;
import org.megatronsetup.container.ImageSizes;
import org.megatronsetup.model.EngineFacts;
import org.megatronsetup.plan.ImageCost;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/** What fetching an image will cost, asked of its registry before anything is fetched. */
final class ImageCosts {
  private ImageCosts() {}

  /**
   * Empty where neither the registry nor this program knows.
   *
   * @throws org.megatronsetup.model.SetupException if the image cannot be fetched as it is
   */
  static Optional<ImageCost> ask(Shell host, EngineFacts facts, String image)
      throws InterruptedException {
    try {
      Optional<ImageSize> asked = ImageSizes.ask(host, facts.command(), image);
      return asked.isPresent()
          ? asked.map(size -> cost(size, Words.of("engine.image-cost.asked")))
          : ImageSize.known(image).map(size -> cost(size, Words.of("engine.image-cost.known")));
    } catch (ContactException e) {
      throw Contact.lost(host, e);
    }
  }

  private static ImageCost cost(ImageSize size, String restsOn) {
    return new ImageCost(size.compressed(), size.needed(), restsOn);
  }
}
