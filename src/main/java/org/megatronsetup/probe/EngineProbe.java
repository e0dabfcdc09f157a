package org.megatronsetup.probe;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.megatronsetup.model.EngineFacts;
import org.megatronsetup.model.Facts.PathFact;
import org.megatronsetup.model.Mount;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/** Looks at a container engine on its host. Changes nothing there. */
public final class EngineProbe {
  /** The script bounds each question; an engine that is busy answers slowly. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private EngineProbe() {}

  /**
   * Looks at the engine of a target, its image and its container.
   *
   * @param host the shell of the machine that the engine is on
   * @throws SetupException if the host cannot be asked
   */
  public static EngineFacts probe(Shell host, Target.Container target) throws InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(target.engine().program());
    words.add(target.name());
    words.add(target.image().orElse(""));
    target.mounts().stream().map(Mount::source).forEach(words::add);
    try {
      Shell.Finished finished = host.run(Scripts.load("container/engine.sh", words), LIMIT);
      if (finished.exitStatus() != 0) {
        throw new ContactException(
            Words.of(
                "probe.engine-no-contact.cause",
                finished.exitStatus(),
                new String(finished.errors(), StandardCharsets.UTF_8).strip()));
      }
      return facts(new String(finished.output(), StandardCharsets.UTF_8));
    } catch (ContactException e) {
      throw new SetupException(
          List.of(
              new Problem(
                  Problem.Kind.CONTACT,
                  "engine-no-contact",
                  Words.of("probe.engine-no-contact.sentence", host.machine()),
                  String.valueOf(e.getMessage()),
                  Words.of("probe.engine-no-contact.next"),
                  "")),
          e);
    }
  }

  private static EngineFacts facts(String output) {
    Map<String, List<String>> all = new HashMap<>();
    output
        .lines()
        .forEach(
            line -> {
              int blank = line.indexOf(' ');
              if (blank > 0) {
                all.computeIfAbsent(line.substring(0, blank), key -> new ArrayList<>())
                    .add(line.substring(blank + 1));
              }
            });
    return new EngineFacts(
        all.getOrDefault("command", List.of()),
        one(all, "version"),
        one(all, "state").map(EngineFacts.State::valueOf).orElse(EngineFacts.State.DAEMON_DOWN),
        one(all, "said").orElse(""),
        all.containsKey("rootless"),
        one(all, "architecture").orElse(""),
        all.containsKey("init"),
        all.containsKey("limits"),
        all.containsKey("nvidia"),
        all.getOrDefault("cdi", List.of()),
        one(all, "gpus").flatMap(EngineProbe::number).orElse(0L).intValue(),
        one(all, "store"),
        one(all, "free").flatMap(EngineProbe::number),
        one(all, "image").map(EngineProbe::image),
        one(all, "container").map(EngineProbe::container),
        all.getOrDefault("source", List.of()).stream().map(PathFact.Kind::valueOf).toList());
  }

  private static Optional<String> one(Map<String, List<String>> all, String key) {
    return all.getOrDefault(key, List.of()).stream().filter(text -> !text.isEmpty()).findFirst();
  }

  private static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  private static EngineFacts.Image image(String line) {
    String[] part = line.split("\t", -1);
    return new EngineFacts.Image(part[0], part[1], number(part[2]).orElse(0L));
  }

  private static EngineFacts.Container container(String line) {
    String[] part = line.split("\t", -1);
    Optional<String> madeFor =
        Optional.of(part[5]).filter(text -> !text.isEmpty() && !text.equals("<no value>"));
    return new EngineFacts.Container(
        part[0], part[1], madeFor, part[2], number(part[3]).orElse(0L).intValue(), part[4]);
  }
}
