package org.megatronsetup.index;

import java.time.Duration;

/**
 * How long is waited, and how much is read.
 *
 * @param answer for an answer of an index or a repository
 * @param transfer for a whole file, or for history out of a repository
 * @param page most bytes of one page of an index
 * @param file most bytes of a wheel or sdist that must be read whole for its metadata
 */
public record Limits(Duration answer, Duration transfer, int page, int file) {
  public static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(30), Duration.ofMinutes(5), 32 << 20, 64 << 20);

  public Limits withAnswer(Duration duration) {
    return new Limits(duration, transfer, page, file);
  }

  public Limits withFile(int bytes) {
    return new Limits(answer, transfer, page, bytes);
  }
}
