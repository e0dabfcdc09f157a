package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.EngineFacts;
import org.megatronsetup.model.Mount;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ShellText;

/** The words that make, start, keep and remove a container. */
public final class ContainerCommands {
  /** Says on the container what this program made it for. */
  public static final String LABEL = "org.megatronsetup.made-for";

  /**
   * PyTorch's workers pass data through shared memory; these are what the image itself asks for.
   */
  private static final List<String> NGC_LIMITS =
      List.of("--ulimit", "memlock=-1", "--ulimit", "stack=67108864");

  private final Target.Container target;
  private final List<String> engine;
  private final boolean init;
  private final boolean raisesLimits;
  private final boolean byCdi;

  private ContainerCommands(
      Target.Container target,
      List<String> engine,
      boolean init,
      boolean raisesLimits,
      boolean byCdi) {
    this.target = target;
    this.engine = engine;
    this.init = init;
    this.raisesLimits = raisesLimits;
    this.byCdi = byCdi;
  }

  /** The commands for an engine that was looked at. */
  public static ContainerCommands of(Target.Container target, EngineFacts facts) {
    boolean podman = target.engine() == ContainerEngine.PODMAN;
    return new ContainerCommands(
        target,
        facts.command().isEmpty() ? List.of(target.engine().program()) : facts.command(),
        facts.init(),
        facts.raisesLimits(),
        podman || !facts.nvidiaRuntime());
  }

  /** What will start the container, as far as one can say before its host was looked at. */
  public static String preview(Target.Container target) {
    ContainerCommands commands =
        new ContainerCommands(
            target,
            List.of(target.engine().program()),
            true,
            true,
            target.engine() == ContainerEngine.PODMAN);
    return commands.text();
  }

  /** What starts the container, as a person would type it. */
  public String text() {
    List<String> words = target.image().isPresent() ? make() : start();
    return String.join(" ", words.stream().map(ShellText::quote).toList());
  }

  /** Makes the container, which then waits for what is to be done in it. */
  List<String> make() {
    String image = target.image().orElseThrow();
    List<String> words = new ArrayList<>(engine);
    words.addAll(List.of("run", "--detach"));
    if (init) {
      words.add("--init");
    }
    words.addAll(List.of("--name", target.name()));
    words.addAll(List.of("--label", LABEL + "=" + madeFor(target)));
    words.addAll(gpus());
    if (ofNvidia(image)) {
      words.add("--ipc=host");
      if (raisesLimits) {
        words.addAll(NGC_LIMITS);
      }
    }
    if (target.hostNetwork()) {
      words.add("--network=host");
    }
    for (Mount mount : target.mounts()) {
      words.addAll(List.of("--volume", volume(mount)));
    }
    if (ofNvidia(image)) {
      // its own start fits the CUDA in it to the driver of the host
      words.addAll(List.of(image, "sleep", "infinity"));
    } else {
      words.addAll(List.of("--entrypoint", "sleep", image, "infinity"));
    }
    return words;
  }

  List<String> start() {
    return engine("start", target.name());
  }

  /** The engine with some words after it. */
  List<String> engine(String... words) {
    List<String> all = new ArrayList<>(engine);
    all.addAll(List.of(words));
    return all;
  }

  private List<String> gpus() {
    String wish = target.gpus();
    if (wish.equals(Target.Container.NO_GPUS)) {
      return List.of();
    }
    boolean all = wish.equals(Target.Container.ALL_GPUS);
    if (!byCdi) {
      // Docker reads the value as a line of CSV
      return List.of("--gpus", all ? wish : "\"device=" + wish + "\"");
    }
    List<String> words = new ArrayList<>();
    for (String gpu : wish.split(",")) {
      words.addAll(List.of("--device", "nvidia.com/gpu=" + gpu));
    }
    return words;
  }

  private static String volume(Mount mount) {
    return PathRules.plain(mount.source())
        + ":"
        + PathRules.plain(mount.target())
        + (mount.readOnly() ? ":ro" : "");
  }

  /** Whether an image comes from NVIDIA's catalogue, from there or from a mirror of it. */
  public static boolean ofNvidia(String image) {
    return ("/" + image).contains("/nvidia/");
  }

  /** All that makes a container another one than another. */
  static String madeFor(Target.Container target) {
    List<String> parts = new ArrayList<>();
    parts.add(target.image().orElse(""));
    parts.add("gpus=" + target.gpus());
    if (target.hostNetwork()) {
      parts.add("network=host");
    }
    target.mounts().stream().map(ContainerCommands::volume).forEach(parts::add);
    return String.join(" ", parts);
  }
}
