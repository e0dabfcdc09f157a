package org.megatronsetup.shell.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Scripts;

/**
 * How a script reaches a machine whose login shell may be any, csh and fish among them: what that
 * shell is asked to run is always the same words. The script, its arguments and its input follow on
 * standard input, each with its length, so that no value ever is text for a shell.
 */
final class Bootstrap {
  /** Stands alone in a line before anything that the script prints. */
  static final String BEGIN = "megatron-setup-begins";

  /** What the login shell is asked for. */
  static final String COMMAND =
      "exec sh -c '" + Scripts.text("ssh/bootstrap.sh").stripTrailing() + "'";

  private Bootstrap() {}

  /** What goes to standard input. */
  static byte[] input(Script script) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    sized(all, script.text());
    line(all, script.name());
    line(all, Integer.toString(script.arguments().size()));
    script.arguments().forEach(argument -> sized(all, argument));
    all.writeBytes(script.input());
    return all.toByteArray();
  }

  private static void sized(ByteArrayOutputStream all, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    line(all, Integer.toString(bytes.length));
    all.writeBytes(bytes);
  }

  private static void line(ByteArrayOutputStream all, String text) {
    all.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
