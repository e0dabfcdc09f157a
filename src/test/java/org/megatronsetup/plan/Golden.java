package org.megatronsetup.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;

/** Golden files: the guide's command and the planned one side by side. */
final class Golden {
  /** A line of the guide ({@code -}: it has none) and of the plan (in parentheses: why none). */
  record Row(String guide, String planned) {
    boolean inGuide() {
      return !guide.equals("-");
    }

    boolean inPlan() {
      return !planned.startsWith("(");
    }
  }

  private Golden() {}

  static List<Row> rows(String name) {
    return lines(name).stream()
        .map(
            line -> {
              int bar = line.indexOf(" | ");
              return new Row(line.substring(0, bar).strip(), line.substring(bar + 3).strip());
            })
        .toList();
  }

  /** Lines without comments and empty ones. */
  private static List<String> lines(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no golden file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every command of a plan on a line of its own, in order, as it is run. */
  static List<String> commands(Plan plan) {
    List<String> lines = new ArrayList<>();
    for (Step step : plan.steps()) {
      for (Command command : step.commands()) {
        ShellText.render(List.of(command))
            .replace(" \\\n  ", " ")
            .lines()
            .map(String::strip)
            .filter(line -> !line.startsWith("#"))
            .forEach(line -> lines.add((step.needsRoot() ? "root: " : "") + line));
      }
    }
    return lines;
  }
}
