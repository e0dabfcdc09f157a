package org.megatronsetup.bring;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.WheelFolder;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/**
 * What of some files is on the target.
 *
 * @param free bytes on its disk, where that is known
 * @param good names of those that are there, with the right sums
 * @param bad names of those that came over with other sums, and were removed
 * @param parts how many bytes of the others are there
 */
record Settled(OptionalLong free, Set<String> good, Set<String> bad, Map<String, Long> parts) {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** Slower than any disk that a node has. */
  private static final long BYTES_PER_SECOND = 5_000_000;

  private static final int NOT_WRITABLE = 3;
  private static final int NO_SUMS = 5;

  /** Looks, and gives those that are whole their names. */
  static Settled of(Shell shell, WheelFolder folder, List<WheelFolder.Wheel> files)
      throws ContactException, InterruptedException {
    StringBuilder lines = new StringBuilder();
    long bytes = 0;
    for (WheelFolder.Wheel file : files) {
      lines.append("%s %d %s\n".formatted(file.sha256(), file.size(), file.name()));
      bytes += file.size();
    }
    Shell.Finished finished =
        shell.run(
            Scripts.load(
                "bring/settle.sh",
                List.of(folder.to()),
                lines.toString().getBytes(StandardCharsets.UTF_8)),
            LIMIT.plusSeconds(bytes / BYTES_PER_SECOND));
    String said = new String(finished.errors(), StandardCharsets.UTF_8).strip();
    return switch (finished.exitStatus()) {
      case 0 -> parse(new String(finished.output(), StandardCharsets.UTF_8));
      case NOT_WRITABLE ->
          throw new SetupException(BringProblems.notWritable(shell.machine(), folder, said));
      case NO_SUMS -> throw new SetupException(BringProblems.noSums(shell.machine()));
      default -> throw new ContactException(Words.of("bring.settle-ended", finished.exitStatus()));
    };
  }

  private static Settled parse(String text) {
    OptionalLong free = OptionalLong.empty();
    Set<String> good = new HashSet<>();
    Set<String> bad = new HashSet<>();
    Map<String, Long> parts = new HashMap<>();
    for (String line : text.lines().toList()) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "good" -> good.add(words[1]);
        case "bad" -> bad.add(words[1]);
        case "part" -> parts.put(words[2], Long.valueOf(words[1]));
        case "free" -> {
          if (words[1].matches("\\d{1,15}")) {
            free = OptionalLong.of(Long.parseLong(words[1]) * 1024);
          }
        }
        default -> throw new IllegalStateException("settle.sh said: " + line);
      }
    }
    return new Settled(free, good, bad, parts);
  }

  /** How many bytes of a file are there. */
  long offset(WheelFolder.Wheel file) {
    return parts.getOrDefault(file.name(), 0L);
  }
}
