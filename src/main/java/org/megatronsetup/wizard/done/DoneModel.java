package org.megatronsetup.wizard.done;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.address.SshAddress;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ShellText;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.PageModel;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.flow.Way;
import org.megatronsetup.wizard.kit.Texts;

/** What one does next, and where everything is. */
public final class DoneModel implements PageModel {
  /** A place and its name. */
  record Place(String name, String path) {}

  /** A command and what it is good for. */
  record Use(String title, String text, String command) {}

  private final Texts texts;
  private final TargetDraft target;
  private final Findings findings;
  private final ObservableList<Use> uses = FXCollections.observableArrayList();
  private final ObservableList<Place> places = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Check.Status> tone =
      new ReadOnlyObjectWrapper<>(Check.Status.PASSED);
  private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
  private final Way way = new Way();

  public DoneModel(Texts texts, TargetDraft target, Findings findings) {
    this.texts = texts;
    this.target = target;
    this.findings = findings;
    way.ready(true);
    way.next(texts.get("done.close"));
  }

  @Override
  public void enter() {
    findings.runProperty().get().ifPresent(this::show);
  }

  private void show(RunDetails run) {
    boolean red = findings.checks().stream().anyMatch(c -> c.status() == Check.Status.FAILED);
    boolean none = findings.checks().stream().noneMatch(c -> c.status() == Check.Status.PASSED);
    tone.set(red || none ? Check.Status.WARNING : Check.Status.PASSED);
    String version = run.metadata().version().orElse("");
    headline.set(texts.get(red || none ? "done.headline.red" : "done.headline.green", version));
    uses.setAll(uses(run));
    places.setAll(places(run));
  }

  /** As one would type it, with what the person's SSH configuration does not say. */
  private static String signIn(Target.Ssh ssh) {
    List<String> words = new ArrayList<>(List.of("ssh"));
    ssh.identity().ifPresent(key -> words.addAll(List.of("-i", key)));
    if (!ssh.jumps().isEmpty()) {
      words.addAll(List.of("-J", String.join(",", ssh.jumps())));
    }
    ssh.port().ifPresent(port -> words.addAll(List.of("-p", port.toString())));
    words.add(ssh.user().map(user -> user + "@").orElse("") + ssh.host());
    return words(words);
  }

  /** A small training run, from this computer wherever the target is. */
  private String tiny(RunDetails run) {
    List<String> words =
        new ArrayList<>(List.of("megatron-setup", "validate", "--only", "training-loop"));
    if (target.inForceProperty().get() instanceof Target.Ssh ssh) {
      words.addAll(List.of("--target", new SshAddress(ssh.user(), ssh.host(), ssh.port()).url()));
      ssh.identity().ifPresent(key -> words.addAll(List.of("--identity", key)));
      if (!ssh.jumps().isEmpty()) {
        words.addAll(List.of("--jump", String.join(",", ssh.jumps())));
      }
    }
    words.add(run.id());
    return words(words);
  }

  private static String words(List<String> words) {
    return String.join(" ", words.stream().map(ShellText::quote).toList());
  }

  private List<Use> uses(RunDetails run) {
    String python = ShellText.quote(run.plan().python());
    List<Use> all = new ArrayList<>();
    if (target.inForceProperty().get() instanceof Target.Ssh ssh) {
      all.add(use("sign-in", signIn(ssh)));
    }
    if (run.answers().environment() instanceof Environment.NewVenv(String path, var maker)) {
      all.add(use("activate", "source " + ShellText.quote(path + "/bin/activate")));
    } else {
      all.add(use("interpreter", python + " --version"));
    }
    all.add(use("check", python + " -c 'import megatron.core; print(megatron.core.__version__)'"));
    boolean gpus = findings.facts().map(Facts::gpus).map(List::size).orElse(0) > 1;
    all.add(gpus ? use("train", training(run)) : use("tiny", tiny(run)));
    return all;
  }

  /** The project's own small training loop, from the source that belongs to what was installed. */
  private static String training(RunDetails run) {
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

  private List<Place> places(RunDetails run) {
    List<Place> all = new ArrayList<>();
    all.add(new Place(texts.get("done.place.environment"), run.plan().environmentRoot()));
    all.add(new Place(texts.get("done.place.python"), run.plan().python()));
    all.add(new Place(texts.get("done.place.run"), run.directory()));
    all.add(new Place(texts.get("done.place.log"), run.directory() + "/log"));
    all.add(new Place(texts.get("done.place.receipt"), run.directory() + "/receipt.json"));
    return all;
  }

  ObservableList<Use> uses() {
    return uses;
  }

  ObservableList<Place> places() {
    return places;
  }

  ReadOnlyObjectProperty<Check.Status> toneProperty() {
    return tone.getReadOnlyProperty();
  }

  ReadOnlyStringWrapper headlineProperty() {
    return headline;
  }

  @Override
  public Way way() {
    return way;
  }
}
