package org.megatronsetup.model;

import java.util.Optional;

/**
 * Base addresses that take the place of the repositories that the system steps install from. Each
 * is http, https or {@code file:///…} on the target; empty: the public one.
 *
 * @param ubuntu archive of Ubuntu, with {@code dists/} in it
 * @param cuda what {@code https://developer.download.nvidia.com/compute/cuda/repos} is for NVIDIA,
 *     with {@code ubuntu2404/x86_64/} in it
 * @param deadsnakes what {@code https://ppa.launchpadcontent.net/deadsnakes/ppa/ubuntu} is, with
 *     {@code dists/} in it
 * @param cudaKeyringSha256 checksum of the mirror's package {@code cuda-keyring}, where it is
 *     another one than NVIDIA's
 */
public record Mirrors(
    Optional<String> ubuntu,
    Optional<String> cuda,
    Optional<String> deadsnakes,
    Optional<String> cudaKeyringSha256) {
  public static final Mirrors NONE =
      new Mirrors(Optional.empty(), Optional.empty(), Optional.empty());

  /** Mirrors of NVIDIA's own keyring. */
  public Mirrors(Optional<String> ubuntu, Optional<String> cuda, Optional<String> deadsnakes) {
    this(ubuntu, cuda, deadsnakes, Optional.empty());
  }
}
