package org.megatronsetup.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.SystemSteps;
import org.megatronsetup.model.Target;
import org.megatronsetup.plan.ContainerEnvironment;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that make answers: a file, flags, or a file with flags that override it. */
final class AnswersOptions {

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = "Read the answers from this JSON file (- for standard input); flags override.")
  Optional<String> file = Optional.empty();

  @Option(
      names = "--release",
      paramLabel = "RELEASE",
      converter = ReleaseArgument.class,
      description = "stable, stable:VERSION, pre, pre:VERSION or commit:REF. Default: stable.")
  Optional<Release> release = Optional.empty();

  @Option(
      names = "--extras",
      split = ",",
      paramLabel = "NAME",
      description = "Extras that this release declares, as in dev,te.")
  List<String> extras = List.of();

  @Option(
      names = "--require",
      paramLabel = "REQUIREMENT",
      description = "One more requirement, as in 'mamba-ssm~=2.2'. May be repeated.")
  List<String> requirements = List.of();

  @Option(
      names = "--venv",
      paramLabel = "PATH",
      description =
          "Virtual environment to make or to use. Default: .venv, unless --python says where; in a"
              + " container the interpreter of NGC's PyTorch, or else "
              + ContainerEnvironment.VENV
              + ".")
  Optional<Path> venv = Optional.empty();

  @Option(
      names = "--python",
      paramLabel = "PATH",
      description =
          "Interpreter that makes the virtual environment; without --venv, the one to install"
              + " into.")
  Optional<Path> python = Optional.empty();

  @Option(
      names = "--installer",
      paramLabel = "NAME",
      description = "pip, uv, or auto (uv where there is one). Default: pip.")
  Optional<InstallerName> installer = Optional.empty();

  @Option(
      names = "--max-jobs",
      paramLabel = "N",
      description = "Compilers at a time. Default: from cores and memory.")
  Optional<Integer> maxJobs = Optional.empty();

  @ArgGroup(validate = false, heading = "%nPackages of the system:%n")
  SystemOptions system = new SystemOptions();

  @ArgGroup(validate = false, heading = "%nWhere packages come from:%n")
  SourcesOptions sources = new SourcesOptions();

  /** The spelling on the command line. */
  enum InstallerName {
    pip,
    uv,
    auto
  }

  /** The answers that file and flags give together, not yet checked. */
  Answers answers(Terminal terminal, TargetOption target) {
    Optional<Answers> read = file.map(name -> AnswersFile.read(name, terminal));
    Target wanted = target.over(read.map(Answers::target).orElseGet(Target.Local::new));
    Places places = new Places(wanted);
    Optional<Environment> environment = environment(places);
    Answers base = read.orElseGet(() -> defaults(places, environment));
    return new Answers(
        base.schemaVersion(),
        wanted,
        release.orElse(base.release()),
        extras.isEmpty() ? base.extras() : extras,
        requirements.isEmpty() ? base.requirements() : requirements,
        environment.orElse(base.environment()),
        system.over(base.systemSteps()),
        installer.map(AnswersOptions::installer).orElse(base.installer()),
        sources.over(base.sources(), places),
        maxJobs.or(base::maxJobs));
  }

  private Optional<Environment> environment(Places places) {
    if (venv.isPresent()) {
      return Optional.of(
          new Environment.NewVenv(places.absolute(venv.get()), python.map(places::absolute)));
    }
    return python.map(path -> new Environment.Existing(places.absolute(path)));
  }

  private static Answers defaults(Places places, Optional<Environment> typed) {
    return new Answers(
        Answers.SCHEMA_VERSION,
        new Target.Local(),
        new Release.Stable(Optional.empty()),
        List.of(),
        List.of(),
        typed.orElseGet(() -> usual(places)),
        SystemSteps.NONE,
        Installer.PIP,
        Sources.defaults(),
        Optional.empty());
  }

  private static Environment usual(Places places) {
    return places.target() instanceof Target.Container container
        ? ContainerEnvironment.of(container)
        : new Environment.NewVenv(places.absolute(Path.of(".venv")), Optional.empty());
  }

  /** Answers about a container that is there already, once its image is known. */
  Answers fitting(Answers answers, Optional<String> image) {
    boolean said = file.isPresent() || venv.isPresent() || python.isPresent();
    return !said && answers.target() instanceof Target.Container container
        ? answers.into(ContainerEnvironment.of(container, image))
        : answers;
  }

  private static Installer installer(InstallerName name) {
    return switch (name) {
      case pip -> Installer.PIP;
      case uv -> Installer.UV;
      case auto -> Installer.AUTO;
    };
  }
}
