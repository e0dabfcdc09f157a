package org.megatronsetup.model;

import java.util.List;
import java.util.Optional;

/**
 * Where packages and source come from. Never holds a credential: see {@link Credentials}.
 *
 * @param indexUrl package index; empty: what the target's own pip is configured for
 * @param extraIndexUrls further indexes
 * @param findLinks folders of wheels, absolute paths on the target
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

  public String repositoryOrDefault() {
    return repository.orElse(DEFAULT_REPOSITORY);
  }
}
