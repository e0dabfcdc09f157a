package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Sources;

/** pip of the chosen interpreter, and the {@code venv} module. */
final class PipCommands implements PackageCommands {
  private final String python;
  private final Sources sources;
  private final boolean rawProgress;

  /**
   * @param rawProgress whether pip knows {@code --progress-bar raw} (24.1 and newer)
   */
  PipCommands(String python, Sources sources, boolean rawProgress) {
    this.python = python;
    this.sources = sources;
    this.rawProgress = rawProgress;
  }

  @Override
  public Command makeVenv(Interpreter.Maker maker, String path) {
    return new Command.Exec(List.of(maker.path(), "-m", "venv", path));
  }

  @Override
  public Command upgrade(List<String> requirements) {
    return install(List.of("-U"), requirements);
  }

  @Override
  public Command install(List<String> requirements, boolean preReleases) {
    return install(preReleases ? List.of("--pre") : List.of(), requirements);
  }

  @Override
  public Command replace(String requirement, boolean preReleases) {
    List<String> options = new ArrayList<>(List.of("--force-reinstall", "--no-deps"));
    if (preReleases) {
      options.add("--pre");
    }
    return install(options, List.of(requirement));
  }

  @Override
  public Command installInPlace(List<String> requirements) {
    return install(
        List.of("--no-build-isolation"), requirements.stream().map(PipCommands::withHost).toList());
  }

  @Override
  public String commit(String repository, String hash, List<String> extras) {
    String url = withHost("git+" + repository + "@" + hash);
    return extras.isEmpty() ? url : "megatron-core[" + String.join(",", extras) + "] @ " + url;
  }

  /**
   * pip before 24.2 refuses a named requirement on {@code git+file:///…}, whose host is empty; all
   * take {@code git+file://localhost/…}, and so does git.
   */
  private static String withHost(String requirement) {
    return requirement.replace("git+file:///", "git+file://localhost/");
  }

  private Command install(List<String> options, List<String> requirements) {
    List<String> argv = new ArrayList<>(List.of(python, "-m", "pip", "install"));
    argv.addAll(List.of("--progress-bar", rawProgress ? "raw" : "off"));
    if (sources.noIndex()) {
      argv.add("--no-index");
    }
    sources.indexUrl().ifPresent(url -> argv.addAll(List.of("--index-url", url)));
    sources.extraIndexUrls().forEach(url -> argv.addAll(List.of("--extra-index-url", url)));
    sources
        .findLinks()
        .forEach(folder -> argv.addAll(List.of("--find-links", PathRules.plain(folder))));
    argv.addAll(options);
    argv.addAll(requirements);
    return new Command.Exec(argv);
  }
}
