package org.megatronsetup.cli;

import java.io.PrintStream;
import org.megatronsetup.engine.Preparation;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;

/** A plan for reading. */
final class PlanText {
  private PlanText() {}

  static void print(Preparation preparation, PrintStream out) {
    Plan plan = preparation.plan();
    out.println(release(preparation.metadata()) + " into " + plan.environmentRoot());
    int number = 0;
    for (Step step : plan.steps()) {
      number++;
      out.println();
      out.println(number + ". " + step.title() + (step.needsRoot() ? "  [needs root]" : ""));
      out.println("   " + step.why());
      ShellText.render(step.commands()).lines().forEach(line -> out.println("     " + line));
    }
    if (!plan.notes().isEmpty()) {
      out.println();
      plan.notes().forEach(note -> out.println("Note: " + note));
    }
    int seconds = plan.steps().stream().mapToInt(step -> step.estimate().seconds()).sum();
    long bytes = plan.steps().stream().mapToLong(step -> step.estimate().downloadBytes()).sum();
    out.println();
    out.println(
        "About %s and %s to download, if nothing of it is there yet."
            .formatted(duration(seconds), Sizes.of(bytes)));
    out.flush();
  }

  static String release(ReleaseMetadata metadata) {
    return "Megatron Core "
        + metadata.version().orElse("")
        + metadata.commit().map(hash -> " at commit " + hash).orElse("");
  }

  private static String duration(int seconds) {
    return seconds < 90 ? seconds + " seconds" : Math.round(seconds / 60.0) + " minutes";
  }
}
