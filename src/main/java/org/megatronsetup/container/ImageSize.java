package org.megatronsetup.container;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.address.ImageName;

/**
 * How large an image is.
 *
 * @param compressed bytes that a registry sends
 * @param layers how many there are; 0: not known
 * @param architectures what the image is offered for, as registries name it, such as {@code amd64};
 *     empty: it is one image, and what it is for was not said
 */
public record ImageSize(long compressed, int layers, List<String> architectures) {
  /**
   * The files take 2.0 to 2.6 times what is sent: ubuntu:24.04 sends 30 MB and takes 78 MB, NGC
   * PyTorch sends about 10 GB and takes about 22 GB (d4l3k/torchdrive#4 measured 20 GB for 23.03).
   * While it is fetched, layers lie beside their files in both forms.
   */
  private static final double NEEDED = 2.5;

  private static final long MB = 1_000_000;
  private static final List<String> BOTH = List.of("amd64", "arm64");

  public ImageSize {
    architectures = List.copyOf(architectures);
  }

  /** Bytes that must be free where the engine keeps its images. */
  public long needed() {
    return Math.round(compressed * NEEDED);
  }

  /** What is known of an image where the registry cannot be asked; as of November 2026. */
  public static Optional<ImageSize> known(String image) {
    String repository;
    try {
      repository = ImageName.parse(image).repository();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return switch (repository) {
      case "ubuntu", "docker.io/ubuntu", "docker.io/library/ubuntu" ->
          Optional.of(new ImageSize(31 * MB, 1, BOTH));
      case "nvcr.io/nvidia/pytorch" -> Optional.of(new ImageSize(10_000 * MB, 0, BOTH));
      default -> Optional.empty();
    };
  }
}
