package org.megatronsetup.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.megatronsetup.fixtures.Child;

/**
 * hadolint's rules, as far as they have anything to do with what is written here, judged anew from
 * their descriptions; for a pip by any path they are stricter than it.
 */
public final class DockerfileRules {
  private static final Pattern PIP = Pattern.compile("(^|.*/)(python[0-9.]*|pip[0-9.]*)");

  private DockerfileRules() {}

  /** Fails with the rules that are broken and not taken back, and with what shellcheck says. */
  public static void assertClean(String dockerfile, Path folder)
      throws IOException, InterruptedException {
    List<DockerfileText.Instruction> all = DockerfileText.parse(dockerfile);
    assertThat(all.getFirst().name()).as("DL3061").isEqualTo("FROM");
    assertThat(all.stream().map(DockerfileText.Instruction::name))
        .as("DL3020, DL4000, DL3002 and others")
        .isSubsetOf("FROM", "ENV", "RUN");
    boolean noCache = false;
    int before = 0;
    String flags = "";
    Set<String> fetchers = new HashSet<>();
    for (DockerfileText.Instruction instruction : all) {
      Set<String> broken = new HashSet<>();
      switch (instruction.name()) {
        case "FROM" -> broken.addAll(from(instruction.rest()));
        case "ENV" -> {
          noCache |= instruction.rest().contains("PIP_NO_CACHE_DIR=1");
          assertThat(instruction.rest().toLowerCase(Locale.ROOT))
              .doesNotContain("password", "token", "secret");
          before = 0;
        }
        default -> {
          List<List<String>> commands = commands(instruction.script());
          broken.addAll(run(instruction.script(), commands, noCache));
          commands.stream()
              .map(List::getFirst)
              .filter(List.of("wget", "curl")::contains)
              .forEach(fetchers::add);
          String own = instruction.rest().substring(0, instruction.rest().indexOf("set -e"));
          if (before > 0 && before <= 2 && commands.size() <= 2 && own.equals(flags)) {
            broken.add("DL3059");
          }
          before = commands.size();
          flags = own;
          Path script = Files.createTempFile(folder, "run", ".sh");
          Files.writeString(script, "#!/bin/sh\n" + instruction.script() + "\n");
          Shellcheck.assertClean(script);
          for (String shell : List.of("dash", "bash")) {
            assertThat(
                    Child.run(
                        folder,
                        folder,
                        java.util.Map.of(),
                        List.of(shell, "-n", script.toString())))
                .isEqualTo(new Child.Ended(0, ""));
          }
        }
      }
      assertThat(instruction.ignored()).as(instruction.rest()).containsAll(broken);
    }
    assertThat(fetchers).as("DL4001").hasSizeLessThan(2);
  }

  private static List<String> from(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    if (name.endsWith(":latest")) {
      return List.of("DL3007");
    }
    return name.contains(":") || name.contains("@") ? List.of() : List.of("DL3006");
  }

  private static List<String> run(String script, List<List<String>> commands, boolean noCache) {
    List<String> broken = new ArrayList<>();
    boolean updates = false;
    boolean cleans = false;
    for (List<String> command : commands) {
      String program = command.getFirst();
      List<String> packages =
          command.stream().skip(1).filter(w -> !w.startsWith("-") && !w.equals("install")).toList();
      switch (program) {
        case "cd" -> broken.add("DL3003");
        case "sudo" -> broken.add("DL3004");
        case "apt" -> broken.add("DL3027");
        case "ssh", "vim", "shutdown", "service", "ps", "free", "top", "kill", "mount" ->
            broken.add("DL3001");
        case "wget" -> {
          if (Stream.of("-nv", "-q").noneMatch(command::contains)) {
            broken.add("DL3047");
          }
        }
        case "rm" -> cleans |= command.contains("/var/lib/apt/lists/*");
        case "apt-get" -> {
          updates |= command.contains("update");
          if (command.contains("upgrade") || command.contains("dist-upgrade")) {
            broken.add("DL3005");
          }
          if (command.contains("install")) {
            if (!command.contains("-y")) {
              broken.add("DL3014");
            }
            if (!command.contains("--no-install-recommends")) {
              broken.add("DL3015");
            }
            if (packages.stream().anyMatch(p -> !p.contains("="))) {
              broken.add("DL3008");
            }
          }
        }
        default -> {
          if (PIP.matcher(program).matches() && command.contains("install")) {
            List<String> wanted = command.subList(command.indexOf("install") + 1, command.size());
            for (int i = 0; i < wanted.size(); i++) {
              String word = wanted.get(i);
              if (word.startsWith("--find") || word.startsWith("--prog") || word.endsWith("url")) {
                i++;
              } else if (!word.startsWith("-") && !word.matches(".*([=<>~!@]|/|\\.whl).*")) {
                broken.add("DL3013");
              }
            }
            if (!noCache) {
              broken.add("DL3042");
            }
          }
        }
      }
    }
    if (updates && !cleans) {
      broken.add("DL3009");
    }
    if (script.replaceAll("'[^']*'|\"[^\"]*\"|\\|\\|", "").contains("|")) {
      broken.add("DL4006");
    }
    return broken;
  }

  /** The commands of a script without quoted semicolons in it, keywords taken off. */
  private static List<List<String>> commands(String script) {
    // a quoted word is one word
    String plain =
        Pattern.compile("'[^']*'")
            .matcher(script)
            .replaceAll(m -> Matcher.quoteReplacement(m.group().replace(' ', '_')));
    return Stream.of(plain.split(";|&&|\\|\\|"))
        .map(String::strip)
        .map(c -> c.replaceFirst("^((if|then|else|elif|do|while|until|!|\\{) +)+", ""))
        .filter(c -> !c.isEmpty())
        .map(c -> List.of(c.replaceAll("['\"]", "").split("\\s+")))
        .toList();
  }
}
