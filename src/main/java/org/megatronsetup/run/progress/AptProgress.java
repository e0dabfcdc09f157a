package org.megatronsetup.run.progress;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.words.Words;

/** What apt-get and dpkg print without a terminal. */
final class AptProgress implements ProgressReader {
  private static final Pattern PLANNED =
      Pattern.compile("(\\d{1,9}) upgraded, (\\d{1,9}) newly installed, .*");
  private static final Pattern NEEDED =
      Pattern.compile("Need to get ([\\d.,]{1,12}) ([kMG]?B)(?:/\\S+ \\S+)? of archives\\.");
  private static final Pattern GET =
      Pattern.compile("Get:\\d+ \\S+ \\S+ \\S+ (\\S+) .*\\[([\\d.,]{1,12}) ([kMG]?B)\\]");
  private static final Pattern DATABASE = Pattern.compile("\\(Reading database \\.\\.\\. (\\d+)%");
  private static final Pattern PERCENT = Pattern.compile("Progress: \\[ *(\\d{1,3})%\\].*");
  private static final Pattern LISTS =
      Pattern.compile("(Reading package lists|Building dependency tree)\\.\\.\\. (\\d{1,3})%");

  private long packages;
  private long bytes;
  private long fetched;
  private long unpacked;
  private long set;

  @Override
  public Optional<ProgressState> read(String line) {
    char first = line.charAt(0);
    if (first >= '0' && first <= '9') {
      Matcher planned = PLANNED.matcher(line);
      if (planned.matches()) {
        packages = Long.parseLong(planned.group(1)) + Long.parseLong(planned.group(2));
      }
      return Optional.empty();
    }
    return switch (first) {
      case 'N' -> needed(line);
      case 'G' -> get(line);
      case '(' -> percent(DATABASE.matcher(line), Words.of("run.progress.database"), 1);
      case 'P' -> percent(PERCENT.matcher(line), Words.of("run.progress.packages.installing"), 1);
      case 'R', 'B' -> lists(line);
      case 'U' -> step(line, "Unpacking ");
      case 'S' -> step(line, "Setting up ");
      default -> Optional.empty();
    };
  }

  private Optional<ProgressState> needed(String line) {
    Matcher matcher = NEEDED.matcher(line);
    if (matcher.matches()) {
      bytes = bytes(matcher.group(1), matcher.group(2));
      fetched = 0;
      unpacked = 0;
      set = 0;
    }
    return Optional.empty();
  }

  private Optional<ProgressState> get(String line) {
    Matcher matcher = GET.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    fetched += bytes(matcher.group(2), matcher.group(3));
    return bytes == 0
        ? Optional.of(ProgressState.open(Words.of("run.progress.downloading", matcher.group(1))))
        : Optional.of(
            ProgressState.bytes(
                Words.of("run.progress.packages.downloading"), Math.min(fetched, bytes), bytes));
  }

  private static Optional<ProgressState> lists(String line) {
    Matcher matcher = LISTS.matcher(line);
    return matcher.matches() ? percent(matcher, list(matcher.group(1)), 2) : Optional.empty();
  }

  private static String list(String said) {
    return said.startsWith("R")
        ? Words.of("run.progress.package-lists")
        : Words.of("run.progress.dependency-tree");
  }

  private static Optional<ProgressState> percent(Matcher matcher, String label, int group) {
    return matcher.matches()
        ? Optional.of(ProgressState.percent(label, Long.parseLong(matcher.group(group))))
        : Optional.empty();
  }

  private Optional<ProgressState> step(String line, String verb) {
    if (packages == 0 || !line.startsWith(verb) || !line.endsWith(" ...")) {
      return Optional.empty();
    }
    boolean unpacking = verb.startsWith("U");
    long done = unpacking ? ++unpacked : ++set;
    String label =
        unpacking ? Words.of("run.progress.unpacking") : Words.of("run.progress.setting-up");
    return Optional.of(ProgressState.items(label, Math.min(done, packages), packages));
  }

  private static long bytes(String number, String unit) {
    double value = Double.parseDouble(number.replace(",", ""));
    long factor =
        switch (unit.charAt(0)) {
          case 'k' -> 1_000;
          case 'M' -> 1_000_000;
          case 'G' -> 1_000_000_000;
          default -> 1;
        };
    return (long) (value * factor);
  }
}
