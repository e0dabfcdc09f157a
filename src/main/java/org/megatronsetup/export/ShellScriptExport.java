package org.megatronsetup.export;

import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;
import org.megatronsetup.words.Words;

/**
 * A plan as a POSIX {@code sh} script that does the same by hand and needs no file of this program.
 *
 * <p>Each step runs in a shell of its own, as in a run, with exactly the text that a run has for
 * it. There is never a secret in a plan, so there is none in the script: its header says where
 * logins go.
 */
public final class ShellScriptExport {
  private ShellScriptExport() {}

  /** The script, ending in a newline; it passes shellcheck and runs under dash and bash. */
  public static String render(Plan plan) {
    StringBuilder script = new StringBuilder("#!/bin/sh\n");
    header(script, plan);
    int number = 0;
    for (Step step : plan.steps()) {
      number++;
      step(script, step, number, plan.steps().size());
    }
    script.append("\nprintf '\\n%s\\n' ").append(quoted(Words.of("export.sh.done", plan.python())));
    return script.append('\n').toString();
  }

  private static void header(StringBuilder script, Plan plan) {
    String core = ("Megatron Core " + plan.expectedVersion()).strip();
    Comments.add(script, Words.of("export.sh.head", core, plan.environmentRoot()));
    Comments.add(script, Words.of("export.sh.made-by"));
    Comments.add(script, "");
    Comments.add(
        script, plan.needsRoot() ? Words.of("export.sh.user-root") : Words.of("export.sh.user"));
    Comments.add(script, Words.of("export.sh.stops"));
    Comments.add(script, Words.of("export.sh.logins"));
    for (String note : plan.notes()) {
      Comments.add(script, Words.of("export.note", note));
    }
    script.append('\n');
    Comments.add(script, Words.of("export.sh.shells"));
    script.append("# shellcheck disable=SC1003,SC2016,SC2030,SC2031\n\nset -eu\n");
    if (plan.needsRoot()) {
      script.append(
          """

          as_root() {
            if [ "$(id -u)" -eq 0 ]; then
              sh -e -c "$1"
            else
              sudo sh -e -c "$1"
            fi
          }
          """);
    }
  }

  private static void step(StringBuilder script, Step step, int number, int of) {
    String title = number + "/" + of + " " + step.title();
    script.append('\n');
    Comments.add(script, "--- " + title + (step.needsRoot() ? " (root)" : ""));
    Comments.add(script, step.why());
    script.append("printf '\\n%s\\n' ").append(quoted("== " + title)).append('\n');
    String text = ShellText.render(step.commands());
    if (step.needsRoot()) {
      // one argument, not standard input: a program in the step could read the rest of it
      script.append("as_root '\n").append(text.replace("'", "'\\''")).append("'\n");
    } else {
      script.append("(\n").append(text).append(")\n");
    }
  }

  private static String quoted(String text) {
    return ShellText.quote(Comments.clean(text));
  }
}
