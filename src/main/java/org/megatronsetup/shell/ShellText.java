package org.megatronsetup.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.megatronsetup.model.Command;

/**
 * The exact text of commands for a POSIX {@code sh}, run under {@code -e}: the same bytes on the
 * review page, in an exported script and on the target.
 */
public final class ShellText {
  /** Longer lines are continued, so that a person can read them. */
  private static final int WIDTH = 100;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Words that mean something else than a program where a command begins, in sh or in bash. */
  private static final Set<String> RESERVED =
      Set.of(
          "if",
          "then",
          "else",
          "elif",
          "fi",
          "do",
          "done",
          "case",
          "esac",
          "while",
          "until",
          "for",
          "in",
          "function",
          "select",
          "time",
          "coproc");

  private ShellText() {}

  /**
   * Renders commands, one a line, ending in a newline; an empty list is an empty text.
   *
   * @throws IllegalArgumentException for a word that no shell can hold (NUL, half a surrogate pair)
   */
  public static String render(List<Command> commands) {
    StringBuilder text = new StringBuilder();
    for (Command command : commands) {
      text.append(
          switch (command) {
            case Command.Exec exec -> exec(exec.argv());
            case Command.Export export -> export(export);
            case Command.Fixed fixed -> fixed.text().stripTrailing();
          });
      text.append('\n');
    }
    return text.toString();
  }

  /** One shell word that stands for exactly this text. */
  public static String quote(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    return "'" + checked(word).replace("'", "'\\''") + "'";
  }

  private static String exec(List<String> argv) {
    if (argv.isEmpty()) {
      throw new IllegalArgumentException("A command needs a program.");
    }
    List<String> groups = groups(argv);
    StringBuilder text = new StringBuilder(groups.getFirst());
    int column = text.length();
    for (String group : groups.subList(1, groups.size())) {
      if (column + 1 + group.length() > WIDTH) {
        text.append(" \\\n  ");
        column = 1;
      } else {
        text.append(' ');
      }
      text.append(group);
      column += 1 + group.length();
    }
    return text.toString();
  }

  /** Quoted words, an option with the value after it kept on one line. */
  private static List<String> groups(List<String> argv) {
    List<String> groups = new ArrayList<>();
    groups.add(program(argv.getFirst()));
    boolean afterOption = false;
    for (String word : argv.subList(1, argv.size())) {
      boolean option = word.startsWith("-");
      if (afterOption && !option) {
        groups.set(groups.size() - 1, groups.getLast() + " " + quote(word));
      } else {
        groups.add(quote(word));
      }
      afterOption = option;
    }
    return groups;
  }

  private static String program(String word) {
    boolean another = word.contains("=") || RESERVED.contains(word);
    return another && PLAIN.matcher(word).matches() ? "'" + word + "'" : quote(word);
  }

  private static String export(Command.Export export) {
    String name = export.name();
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a name for a variable: " + name);
    }
    String before = export.prepend() ? "\"${" + name + ":+:$" + name + "}\"" : "";
    return "export " + name + "='" + checked(export.value()).replace("'", "'\\''") + "'" + before;
  }

  private static String checked(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < word.length()
              && Character.isLowSurrogate(word.charAt(i + 1));
      if (c == 0 || (Character.isSurrogate(c) && !pair)) {
        throw new IllegalArgumentException("A word holds a character that no shell can take.");
      }
      if (pair) {
        i++;
      }
    }
    return word;
  }
}
