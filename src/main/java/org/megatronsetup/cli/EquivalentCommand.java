package org.megatronsetup.cli;

import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.SystemSteps;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ShellText;

/** Writes answers as the command line that gives the same ones. */
public final class EquivalentCommand {
  private EquivalentCommand() {}

  public static String of(Answers answers) {
    List<String> words = new ArrayList<>(List.of("megatron-setup", "install"));
    addTarget(words, answers.target());
    add(words, "--release", ReleaseArgument.text(answers.release()));
    switch (answers.environment()) {
      case Environment.NewVenv(var path, var python) -> {
        add(words, "--venv", path);
        python.ifPresent(p -> add(words, "--python", p));
      }
      case Environment.Existing(var python) -> add(words, "--python", python);
    }
    if (!answers.extras().isEmpty()) {
      add(words, "--extras", String.join(",", answers.extras()));
    }
    answers.requirements().forEach(requirement -> add(words, "--require", requirement));
    addSystem(words, answers.systemSteps());
    if (answers.installer() != Installer.PIP) {
      add(words, "--installer", answers.installer() == Installer.UV ? "uv" : "auto");
    }
    addSources(words, answers.sources());
    answers.maxJobs().ifPresent(jobs -> add(words, "--max-jobs", jobs.toString()));
    return String.join(" ", words.stream().map(ShellText::quote).toList());
  }

  private static void addTarget(List<String> words, Target target) {
    add(words, "--target", TargetArgument.text(target));
    switch (target) {
      case Target.Local _ -> {}
      case Target.Ssh ssh -> addWay(words, ssh);
      case Target.Container container -> addContainer(words, container);
    }
  }

  private static void addWay(List<String> words, Target.Ssh ssh) {
    ssh.identity().ifPresent(file -> add(words, "--identity", file));
    if (!ssh.jumps().isEmpty()) {
      add(words, "--jump", String.join(",", ssh.jumps()));
    }
  }

  private static void addContainer(List<String> words, Target.Container container) {
    if (container.host() instanceof Target.Ssh ssh) {
      add(words, "--on", TargetArgument.text(ssh));
      addWay(words, ssh);
    }
    add(words, "--engine", container.engine().program());
    add(words, "--name", container.name());
    container.image().ifPresent(image -> add(words, "--image", image));
    if (!container.gpus().equals(Target.Container.ALL_GPUS)) {
      add(words, "--gpus", container.gpus());
    }
    container.mounts().forEach(mount -> add(words, "--mount", MountArgument.text(mount)));
    if (container.hostNetwork()) {
      words.add("--host-network");
    }
    container.commitTo().ifPresent(image -> add(words, "--commit", image));
    if (container.removeAfter()) {
      words.add("--remove");
    }
  }

  private static void addSystem(List<String> words, SystemSteps steps) {
    if (steps.python()) {
      words.add("--system-python");
    }
    if (steps.cuda()) {
      words.add("--system-cuda");
    }
    steps.mirrors().ubuntu().ifPresent(url -> add(words, "--ubuntu-mirror", url));
    steps.mirrors().cuda().ifPresent(url -> add(words, "--cuda-mirror", url));
    steps.mirrors().cudaKeyringSha256().ifPresent(s -> add(words, "--cuda-keyring-sha256", s));
    steps.mirrors().deadsnakes().ifPresent(url -> add(words, "--deadsnakes-mirror", url));
  }

  private static void addSources(List<String> words, Sources sources) {
    sources.indexUrl().ifPresent(url -> add(words, "--index-url", url));
    sources.extraIndexUrls().forEach(url -> add(words, "--extra-index-url", url));
    sources.findLinks().forEach(folder -> add(words, "--find-links", folder));
    sources.bringWheels().forEach(folder -> add(words, "--bring-wheels", folder));
    if (sources.noIndex()) {
      words.add("--no-index");
    }
    sources.proxy().ifPresent(proxy -> add(words, "--proxy", proxy));
    sources.caBundle().ifPresent(file -> add(words, "--ca-bundle", file));
    sources.cacheDir().ifPresent(folder -> add(words, "--cache-dir", folder));
    sources.repository().ifPresent(url -> add(words, "--repository", url));
  }

  private static void add(List<String> words, String option, String value) {
    words.add(option);
    words.add(value);
  }
}
