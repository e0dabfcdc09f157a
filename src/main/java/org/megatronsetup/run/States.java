package org.megatronsetup.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.RunSummary;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/** Asks the target where its runs stand. */
final class States {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Shell shell;
  private final String stateDir;

  States(Shell shell, String stateDir) {
    this.shell = shell;
    this.stateDir = stateDir;
  }

  /** Where one run stands. */
  RunState read(String id) throws ContactException, InterruptedException {
    List<RunSummary> one = run(List.of(stateDir, id), id);
    if (one.size() != 1) {
      throw new ContactException(Words.of("run.no-answer", id));
    }
    return one.getFirst().state();
  }

  /** All runs, newest first. */
  List<RunSummary> all() throws ContactException, InterruptedException {
    return run(List.of(stateDir), "").stream()
        .sorted(Comparator.comparing(RunSummary::started).thenComparing(RunSummary::id).reversed())
        .toList();
  }

  private List<RunSummary> run(List<String> arguments, String id)
      throws ContactException, InterruptedException {
    Shell.Finished finished = shell.run(Scripts.load("run/list.sh", arguments), LIMIT);
    if (finished.exitStatus() == 3) {
      throw RunProblems.unknownRun(id);
    }
    if (finished.exitStatus() != 0) {
      throw new ContactException(Words.of("run.all-unread", text(finished.errors())));
    }
    String[] lines = text(finished.output()).split("\n", -1);
    List<RunSummary> runs = new ArrayList<>();
    for (int i = 0; i + 1 < lines.length; i += 2) {
      runs.add(summary(lines[i], lines[i + 1]));
    }
    return runs;
  }

  private static RunSummary summary(String line, String json) {
    String[] words = line.split(" ", 2);
    JsonNode node = parse(json);
    return new RunSummary(
        words[0],
        Instant.ofEpochMilli(node.path("started").asLong()),
        state(words.length > 1 ? words[1] : ""),
        node.path("environmentRoot").asText(),
        node.path("title").asText());
  }

  private static JsonNode parse(String json) {
    try {
      return Json.mapper().readTree(json.isEmpty() ? "{}" : json);
    } catch (JsonProcessingException e) {
      // cut off while it was written; the run is still worth a line
      return Json.mapper().createObjectNode();
    }
  }

  /** The words that {@code runner.sh state} prints. */
  static RunState state(String text) {
    String[] words = text.split(" ");
    return switch (words[0]) {
      case "waiting" -> new RunState.Waiting();
      case "running" -> new RunState.Running();
      case "succeeded" -> new RunState.Succeeded(text.endsWith(" changed"));
      case "failed" -> new RunState.Failed(words[1], Integer.parseInt(words[2]));
      case "cancelled" -> new RunState.Cancelled();
      case "host-restarted" -> new RunState.HostRestarted();
      case "container-restarted" -> new RunState.ContainerRestarted();
      case "died" -> new RunState.Died();
      case "elsewhere" -> new RunState.Unknown(Words.of("run.elsewhere", words[1]));
      default -> new RunState.Unknown(Words.of("run.record-unreadable"));
    };
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
