package org.megatronsetup.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Sources;
import picocli.CommandLine.Option;

/** The options that say where packages and source come from. */
final class SourcesOptions {

  @Option(
      names = "--index-url",
      paramLabel = "URL",
      description = "Package index. Default: what pip on the target is configured for.")
  Optional<String> indexUrl = Optional.empty();

  @Option(
      names = "--extra-index-url",
      paramLabel = "URL",
      description = "A further package index. May be repeated.")
  List<String> extraIndexUrls = List.of();

  @Option(
      names = "--find-links",
      paramLabel = "FOLDER",
      description = "A folder of wheels. May be repeated.")
  List<Path> findLinks = List.of();

  @Option(
      names = "--bring-wheels",
      paramLabel = "FOLDER",
      description =
          "A folder of wheels on this computer, brought to the target before the run. May be"
              + " repeated.")
  List<Path> bringWheels = List.of();

  @Option(names = "--no-index", description = "Use the folders of wheels alone, no index.")
  boolean noIndex;

  @Option(names = "--proxy", paramLabel = "URL", description = "HTTP proxy.")
  Optional<String> proxy = Optional.empty();

  @Option(
      names = "--ca-bundle",
      paramLabel = "FILE",
      description = "Certificate authorities to trust, as a PEM file.")
  Optional<Path> caBundle = Optional.empty();

  @Option(
      names = "--cache-dir",
      paramLabel = "FOLDER",
      description = "Where the installer caches what it downloads and builds.")
  Optional<Path> cacheDir = Optional.empty();

  @Option(
      names = "--repository",
      paramLabel = "URL",
      description = "Git repository of Megatron-LM, or a mirror of it (file:// too).")
  Optional<String> repository = Optional.empty();

  Sources over(Sources base, Places places) {
    return new Sources(
        indexUrl.or(base::indexUrl),
        extraIndexUrls.isEmpty() ? base.extraIndexUrls() : extraIndexUrls,
        findLinks.isEmpty() ? base.findLinks() : findLinks.stream().map(places::absolute).toList(),
        bringWheels.isEmpty()
            ? base.bringWheels()
            : bringWheels.stream().map(Places.HERE::absolute).toList(),
        noIndex || base.noIndex(),
        proxy.or(base::proxy),
        caBundle.map(places::absolute).or(base::caBundle),
        cacheDir.map(places::absolute).or(base::cacheDir),
        repository.or(base::repository));
  }
}
