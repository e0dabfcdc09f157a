package org.megatronsetup.wizard.done;

import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.address.SshAddress;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Target;
import org.megatronsetup.plan.ContainerEntry;
import org.megatronsetup.plan.SignIn;
import org.megatronsetup.shell.ShellText;
import org.megatronsetup.wizard.done.DoneModel.Use;
import org.megatronsetup.wizard.kit.Texts;

/** First commands, each with what it is good for. */
final class Uses {
  private final Texts texts;
  private final Target target;
  private final RunDetails run;

  Uses(Texts texts, Target target, RunDetails run) {
    this.texts = texts;
    this.target = target;
    this.run = run;
  }

  /**
   * @param severalGpus whether the target has more than one
   * @param engine the words that call a container's engine, as far as they are known
   */
  List<Use> all(boolean severalGpus, List<String> engine) {
    String python = ShellText.quote(run.plan().python());
    List<Use> all = new ArrayList<>();
    switch (target) {
      case Target.Local _ -> {}
      case Target.Ssh ssh -> all.add(use("sign-in", line(SignIn.words(ssh))));
      case Target.Container container ->
          all.add(use("enter", ContainerEntry.command(container, engine)));
    }
    if (run.answers().environment() instanceof Environment.NewVenv(String path, var maker)) {
      all.add(use("activate", "source " + ShellText.quote(path + "/bin/activate")));
    } else {
      all.add(use("interpreter", python + " --version"));
    }
    all.add(use("check", python + " -c 'import megatron.core; print(megatron.core.__version__)'"));
    all.add(severalGpus ? use("train", training()) : use("tiny", tiny()));
    return all;
  }

  /** A small training run, from this computer wherever the target is. */
  private String tiny() {
    List<String> words =
        new ArrayList<>(List.of("megatron-setup", "validate", "--only", "training-loop"));
    switch (target) {
      case Target.Local _ -> {}
      case Target.Ssh ssh -> addMachine(words, "--target", ssh);
      case Target.Container container -> {
        words.addAll(List.of("--target", "container"));
        if (container.host() instanceof Target.Ssh ssh) {
          addMachine(words, "--on", ssh);
        }
        words.addAll(List.of("--engine", container.engine().program()));
        words.addAll(List.of("--name", container.name()));
      }
    }
    words.add(run.id());
    return line(words);
  }

  private static void addMachine(List<String> words, String option, Target.Ssh ssh) {
    words.addAll(List.of(option, new SshAddress(ssh.user(), ssh.host(), ssh.port()).url()));
    ssh.identity().ifPresent(key -> words.addAll(List.of("--identity", key)));
    if (!ssh.jumps().isEmpty()) {
      words.addAll(List.of("--jump", String.join(",", ssh.jumps())));
    }
  }

  private static String line(List<String> words) {
    return String.join(" ", words.stream().map(ShellText::quote).toList());
  }

  /** The project's own small training loop, from the source that belongs to what was installed. */
  private String training() {
    ReleaseMetadata metadata = run.metadata();
    String repository = run.answers().sources().repositoryOrDefault();
    String ref = metadata.commit().orElseGet(() -> "core_v" + metadata.version().orElse(""));
    return String.join(
        "\n",
        "git clone " + ShellText.quote(repository) + " Megatron-LM && cd Megatron-LM",
        "git checkout " + ShellText.quote(ref),
        "PYTHONPATH=. "
            + ShellText.quote(run.plan().python())
            + " -m torch.distributed.run --nproc-per-node 2"
            + " examples/run_simple_mcore_train_loop.py");
  }

  private Use use(String key, String command) {
    return new Use(texts.get("done." + key), texts.get("done." + key + ".text"), command);
  }
}
