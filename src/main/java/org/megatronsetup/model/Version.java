package org.megatronsetup.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One version in the catalogue.
 *
 * @param uploaded when its newest file was, where the index tells
 * @param yanked the reason (may be an empty string), if it was yanked
 */
public record Version(
    String version,
    boolean preRelease,
    Optional<String> requiresPython,
    Optional<Instant> uploaded,
    Optional<String> yanked) {}
