package org.megatronsetup.cli;

import java.io.PrintStream;
import org.megatronsetup.engine.Groundwork;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;
import org.megatronsetup.words.Words;

/** What is there of a container, and what has to be done on its host, for reading. */
final class GroundworkText {
  private GroundworkText() {}

  static void print(Groundwork groundwork, PrintStream out) {
    VerdictTable.print(groundwork.verdicts(), out);
    if (!groundwork.problems().isEmpty()) {
      out.flush();
      return;
    }
    out.println();
    if (groundwork.laid()) {
      out.println(Words.of("cli.groundwork.runs"));
      out.flush();
      return;
    }
    out.println(Words.of("cli.groundwork.host"));
    int number = 0;
    for (Step step : groundwork.plan().steps()) {
      number++;
      out.println();
      out.println(number + ". " + StepWords.title(step));
      out.println("   " + step.why());
      String text = ShellText.render(step.commands());
      text.lines().forEach(line -> out.println("     " + line));
    }
    groundwork.plan().notes().forEach(note -> out.println(Words.of("cli.plan.note", note)));
    out.println();
    out.println(Words.of("cli.groundwork.starts"));
    out.println("  " + groundwork.command());
    download(groundwork, out);
    out.flush();
  }

  private static void download(Groundwork groundwork, PrintStream out) {
    long bytes =
        groundwork.plan().steps().stream().mapToLong(step -> step.estimate().downloadBytes()).sum();
    if (bytes > 0) {
      out.println();
      out.println(Words.of("cli.groundwork.download", Sizes.of(bytes)));
    }
  }
}
