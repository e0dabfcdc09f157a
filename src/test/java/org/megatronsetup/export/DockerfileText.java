package org.megatronsetup.export;

import java.util.ArrayList;
import java.util.List;

/** A Dockerfile as builders read it: lines that go on are joined, comments are left out. */
public final class DockerfileText {
  /**
   * One instruction.
   *
   * @param ignored rules that a comment right before it takes back
   */
  public record Instruction(String name, String rest, List<String> ignored) {
    /** The shell text of a RUN, without its flags. */
    public String script() {
      return rest.strip().replaceFirst("^(--[a-z]+=\\S+\\s+)+", "");
    }
  }

  private DockerfileText() {}

  public static List<Instruction> parse(String text) {
    List<Instruction> all = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (line.strip().startsWith("#")) {
        if (open.isEmpty()) {
          ignored.clear();
          String pragma = "# hadolint ignore=";
          if (line.startsWith(pragma)) {
            ignored.addAll(List.of(line.substring(pragma.length()).split(",")));
          }
        }
        continue;
      }
      if (line.endsWith("\\")) {
        open.append(line, 0, line.length() - 1);
        continue;
      }
      String whole = open.append(line).toString();
      open.setLength(0);
      if (!whole.isBlank()) {
        String[] parts = whole.strip().split("\\s+", 2);
        all.add(new Instruction(parts[0], parts[1], List.copyOf(ignored)));
        ignored.clear();
      }
    }
    if (!open.isEmpty()) {
      throw new AssertionError("the last line goes on: " + open);
    }
    return all;
  }

  public static List<Instruction> runs(String text) {
    return parse(text).stream().filter(i -> i.name().equals("RUN")).toList();
  }
}
