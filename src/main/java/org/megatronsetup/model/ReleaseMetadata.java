package org.megatronsetup.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the chosen release says of itself.
 *
 * @param version of the wheel, or of the source at that commit where it can be read
 * @param commit full hash, for a commit
 * @param requiresPython such as {@code >=3.12}
 * @param dependencies PEP 508 strings that hold without an extra
 * @param extras per extra, in the release's own order, the PEP 508 strings that it adds, markers on
 *     {@code extra} taken out
 * @param source where this was read: an index URL, a wheel's path, a repository
 */
public record ReleaseMetadata(
    Optional<String> version,
    Optional<String> commit,
    Optional<String> requiresPython,
    List<String> dependencies,
    Map<String, List<String>> extras,
    String source) {}
