package org.megatronsetup.cli;

import java.io.PrintStream;
import org.megatronsetup.engine.Groundwork;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;

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
      out.println("The container runs.");
      out.flush();
      return;
    }
    out.println("On the host:");
    int number = 0;
    for (Step step : groundwork.plan().steps()) {
      number++;
      out.println();
      out.println(number + ". " + step.title() + (step.needsRoot() ? "  [needs root]" : ""));
      out.println("   " + step.why());
      String text = ShellText.render(step.commands());
      text.lines().forEach(line -> out.println("     " + line));
    }
    groundwork.plan().notes().forEach(note -> out.println("Note: " + note));
    out.println();
    out.println("This starts it:");
    out.println("  " + groundwork.command());
    download(groundwork, out);
    out.flush();
  }

  private static void download(Groundwork groundwork, PrintStream out) {
    long bytes =
        groundwork.plan().steps().stream().mapToLong(step -> step.estimate().downloadBytes()).sum();
    if (bytes > 0) {
      out.println();
      out.println("About " + Sizes.of(bytes) + " to download, if no layer of it is there yet.");
    }
  }
}
