package org.megatronsetup.shell;

import java.util.List;

/**
 * A POSIX {@code sh} script that runs on a target. The text is a file of this program; whatever
 * varies comes as arguments or on standard input, never as text.
 *
 * @param name for messages, such as {@code probe.sh}
 * @param arguments become {@code $1}, {@code $2} …
 * @param input standard input, may be empty
 */
public record Script(String name, String text, List<String> arguments, byte[] input) {
  public Script {
    arguments = List.copyOf(arguments);
    input = input.clone();
  }

  public Script(String name, String text, List<String> arguments) {
    this(name, text, arguments, new byte[0]);
  }
}
