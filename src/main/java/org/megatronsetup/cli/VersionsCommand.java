package org.megatronsetup.cli;

import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.GitRef;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Version;
import org.megatronsetup.words.Words;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what can be installed. */
@Command(
    name = "versions",
    description = "List the versions in the package index, or the branches and tags.")
final class VersionsCommand implements Callable<Integer>, JsonOutput {
  private final Context context;

  @Mixin TargetOption target;

  @ArgGroup(validate = false, heading = "%nWhere packages come from:%n")
  SourcesOptions sources = new SourcesOptions();

  @ArgGroup(validate = false, heading = "%nSecrets:%n")
  LoginOptions login = new LoginOptions();

  @Option(names = "--refs", description = "List branches and tags of the repository instead.")
  boolean refs;

  @Option(names = "--json", description = "Print one JSON document.")
  boolean json;

  VersionsCommand(Context context) {
    this.context = context;
  }

  @Override
  public boolean json() {
    return json;
  }

  @Override
  public Integer call() throws InterruptedException {
    Setup setup = context.setup(target);
    Sources chosen = sources.over(Sources.defaults(), new Places(target.target()));
    Credentials credentials = login.credentials(chosen, context.terminal());
    if (refs) {
      printRefs(setup.refs(chosen, credentials));
    } else {
      printVersions(setup.versions(chosen, credentials, setup.probe(List.of(), List.of())));
    }
    context.terminal().out().flush();
    return ExitCode.OK.status();
  }

  private void printRefs(List<GitRef> found) {
    if (json) {
      new JsonLines(context.terminal().out()).document(found);
      return;
    }
    for (GitRef ref : found) {
      String kind =
          ref.kind() == GitRef.Kind.TAG
              ? Words.of("cli.versions.tag")
              : Words.of("cli.versions.branch");
      context.terminal().out().println("%s  %-6s  %s".formatted(ref.hash(), kind, ref.name()));
    }
  }

  private void printVersions(List<Version> found) {
    if (json) {
      new JsonLines(context.terminal().out()).document(found);
      return;
    }
    int width = found.stream().mapToInt(v -> v.version().length()).max().orElse(0);
    for (Version version : found) {
      context.terminal().out().println(line(version, width).stripTrailing());
    }
  }

  private static String remarks(Version version) {
    String pre = version.preRelease() ? Words.of("cli.versions.pre-release") + "  " : "";
    return pre + version.yanked().map(VersionsCommand::yanked).orElse("");
  }

  private static String yanked(String reason) {
    return reason.isBlank()
        ? Words.of("cli.versions.yanked")
        : Words.of("cli.versions.yanked-because", reason);
  }

  private static String line(Version version, int width) {
    String date =
        version.uploaded().map(at -> at.atZone(ZoneOffset.UTC).toLocalDate().toString()).orElse("");
    return "%s  %10s  Python %-8s  %s"
        .formatted(
            VerdictTable.pad(version.version(), width),
            date,
            version.requiresPython().orElseGet(() -> Words.of("cli.versions.any")),
            remarks(version));
  }
}
