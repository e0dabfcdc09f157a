package org.megatronsetup.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where packages and source come from. Never holds a credential: see {@link Credentials}.
 *
 * @param indexUrl package index; empty: what the target's own pip is configured for
 * @param extraIndexUrls further indexes
 * @param findLinks folders of wheels, absolute paths on the target
 * @param bringWheels folders of wheels, absolute paths on the computer that this program runs on;
 *     their files are brought to the target before a run
 * @param noIndex use the folders alone (air-gapped)
 * @param proxy HTTP proxy
 * @param caBundle PEM file of certificate authorities, absolute path on the target
 * @param cacheDir pip's or uv's cache, absolute path on the target
 * @param repository git URL of Megatron-LM or of a mirror; empty: {@link #DEFAULT_REPOSITORY}
 */
public record Sources(
    Optional<String> indexUrl,
    List<String> extraIndexUrls,
    List<String> findLinks,
    List<String> bringWheels,
    boolean noIndex,
    Optional<String> proxy,
    Optional<String> caBundle,
    Optional<String> cacheDir,
    Optional<String> repository) {

  public static final String DEFAULT_INDEX = "https://pypi.org/simple";
  public static final String DEFAULT_REPOSITORY = "https://github.com/NVIDIA/Megatron-LM.git";

  public Sources {
    extraIndexUrls = List.copyOf(extraIndexUrls);
    findLinks = List.copyOf(findLinks);
    bringWheels = List.copyOf(bringWheels);
  }

  /** Sources that are all there already: nothing is brought. */
  public Sources(
      Optional<String> indexUrl,
      List<String> extraIndexUrls,
      List<String> findLinks,
      boolean noIndex,
      Optional<String> proxy,
      Optional<String> caBundle,
      Optional<String> cacheDir,
      Optional<String> repository) {
    this(
        indexUrl,
        extraIndexUrls,
        findLinks,
        List.of(),
        noIndex,
        proxy,
        caBundle,
        cacheDir,
        repository);
  }

  public static Sources defaults() {
    return new Sources(
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same once everything is brought: as the target sees it. */
  public Sources placed(List<String> broughtTo) {
    return new Sources(
        indexUrl,
        extraIndexUrls,
        Stream.concat(findLinks.stream(), broughtTo.stream()).distinct().toList(),
        noIndex,
        proxy,
        caBundle,
        cacheDir,
        repository);
  }

  public String repositoryOrDefault() {
    return repository.orElse(DEFAULT_REPOSITORY);
  }
}
