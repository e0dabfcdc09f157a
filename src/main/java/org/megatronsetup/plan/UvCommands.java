package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Sources;

/**
 * uv, told to behave like pip: without the settings of a folder it happens to run in, and with what
 * the target's pip is configured for, which uv does not read.
 */
final class UvCommands implements PackageCommands {
  private final String uv;
  private final String python;
  private final Sources sources;
  private final Facts.PipConfig configured;

  UvCommands(String uv, String python, Sources sources, Facts.PipConfig configured) {
    this.uv = uv;
    this.python = python;
    this.sources = sources;
    this.configured = configured;
  }

  @Override
  public Command makeVenv(Interpreter.Maker maker, String path) {
    return new Command.Exec(
        maker.hasVenv()
            ? List.of(maker.path(), "-m", "venv", path)
            : List.of(uv, "--no-config", "venv", "--python", maker.path(), path));
  }

  @Override
  public Command upgrade(List<String> requirements) {
    return install(List.of("-U"), requirements);
  }

  @Override
  public Command install(List<String> requirements, boolean preReleases) {
    return install(preReleases ? List.of("--prerelease", "allow") : List.of(), requirements);
  }

  @Override
  public Command replace(String requirement, boolean preReleases) {
    List<String> options = new ArrayList<>(List.of("--reinstall-package", "megatron-core"));
    options.add("--no-deps");
    if (preReleases) {
      options.addAll(List.of("--prerelease", "allow"));
    }
    return install(options, List.of(requirement));
  }

  /**
   * Without {@code --no-sources}, extras of a commit would clone what the release has as wheels.
   */
  @Override
  public Command installInPlace(List<String> requirements) {
    return install(List.of("--no-build-isolation", "--no-sources"), requirements);
  }

  @Override
  public String commit(String repository, String hash, List<String> extras) {
    String url = "git+" + repository + "@" + hash;
    return extras.isEmpty() ? url : "megatron-core[" + String.join(",", extras) + "] @ " + url;
  }

  private Command install(List<String> options, List<String> requirements) {
    List<String> argv =
        new ArrayList<>(List.of(uv, "--no-config", "pip", "install", "--python", python));
    if (sources.noIndex() || (configured.noIndex() && sources.indexUrl().isEmpty())) {
      argv.add("--no-index");
    } else {
      Optional<String> index = sources.indexUrl().or(configured::indexUrl);
      index.ifPresent(url -> argv.addAll(List.of("--index-url", url)));
      Set<String> extra = new LinkedHashSet<>(configured.extraIndexUrls());
      extra.addAll(sources.extraIndexUrls());
      extra.forEach(url -> argv.addAll(List.of("--extra-index-url", url)));
      if (!extra.isEmpty()) {
        // the best version of all indexes, as pip takes it
        argv.addAll(List.of("--index-strategy", "unsafe-best-match"));
      }
    }
    Set<String> links = new LinkedHashSet<>(configured.findLinks());
    sources.findLinks().forEach(folder -> links.add(PathRules.plain(folder)));
    links.forEach(folder -> argv.addAll(List.of("--find-links", folder)));
    argv.addAll(options);
    argv.addAll(requirements);
    return new Command.Exec(argv);
  }
}
