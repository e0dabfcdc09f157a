package org.megatronsetup.cli;

import java.io.PrintStream;
import org.megatronsetup.engine.Preparation;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;
import org.megatronsetup.words.Words;

/** A plan for reading. */
final class PlanText {
  private PlanText() {}

  static void print(Preparation preparation, PrintStream out) {
    Plan plan = preparation.plan();
    out.println(Words.of("cli.plan.into", release(preparation.metadata()), plan.environmentRoot()));
    int number = 0;
    for (Step step : plan.steps()) {
      number++;
      out.println();
      out.println(number + ". " + StepWords.title(step));
      out.println("   " + step.why());
      ShellText.render(step.commands()).lines().forEach(line -> out.println("     " + line));
    }
    if (!plan.notes().isEmpty()) {
      out.println();
      plan.notes().forEach(note -> out.println(Words.of("cli.plan.note", note)));
    }
    int seconds = plan.steps().stream().mapToInt(step -> step.estimate().seconds()).sum();
    long bytes = plan.steps().stream().mapToLong(step -> step.estimate().downloadBytes()).sum();
    out.println();
    out.println(Words.of("cli.plan.estimate", duration(seconds), Sizes.of(bytes)));
    out.flush();
  }

  static String release(ReleaseMetadata metadata) {
    String core = "Megatron Core " + metadata.version().orElse("");
    return metadata.commit().map(hash -> Words.of("cli.plan.release", core, hash)).orElse(core);
  }

  private static String duration(int seconds) {
    return seconds < 90
        ? Words.count("cli.plan.seconds", seconds)
        : Words.of("cli.plan.minutes", Math.round(seconds / 60.0));
  }
}
