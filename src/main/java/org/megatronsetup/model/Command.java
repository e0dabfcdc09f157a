package org.megatronsetup.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One command of a step, as data: only {@code shell.ShellText} makes text of it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Command.Exec.class, name = "exec"),
  @JsonSubTypes.Type(value = Command.Export.class, name = "export"),
  @JsonSubTypes.Type(value = Command.Fixed.class, name = "fixed")
})
public sealed interface Command {

  /** A program with its arguments; each is one word, whatever is in it. */
  record Exec(List<String> argv) implements Command {
    public Exec {
      argv = List.copyOf(argv);
    }
  }

  /**
   * Sets an environment variable for the commands after it.
   *
   * @param prepend put the value in front of what is there, with a colon (for {@code PATH})
   */
  record Export(String name, String value, boolean prepend) implements Command {}

  /** Text from a file of this program, with nothing of the person's in it. */
  record Fixed(String text) implements Command {}
}
