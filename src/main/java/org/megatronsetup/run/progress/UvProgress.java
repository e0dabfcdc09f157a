package org.megatronsetup.run.progress;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.words.Words;

/** What uv prints, with a terminal or without. */
final class UvProgress implements ProgressReader {
  private static final Pattern BEGUN =
      Pattern.compile(
          "(?:Downloading (\\S+) \\(\\S+[KMGi]B\\)|Building (\\S+?)(?: @ .*|==\\S+)"
              + "|Updating (\\S+://\\S+)(?: .*)?)");
  private static final Pattern ENDED =
      Pattern.compile("(Downloaded|Built|Updated) (\\S+?)(?:==\\S+)?(?: .*)?");
  private static final Pattern COUNTED =
      Pattern.compile("(Resolved|Prepared|Installed|Uninstalled) (\\d{1,9}) packages? in .*");
  private static final Pattern SPINNER =
      Pattern.compile("[\u2800-\u28ff] Preparing packages\\.\\.\\. \\((\\d{1,9})/(\\d{1,9})\\)");
  private static final Pattern BAR =
      Pattern.compile("[\u2580-\u259f]+ \\[(\\d{1,9})/(\\d{1,9})\\] .*");

  /** Labels of what is under way: uv does several at a time. */
  private final Set<String> underWay = new LinkedHashSet<>();

  @Override
  public Optional<ProgressState> read(String line) {
    char first = line.charAt(0);
    if (first >= '\u2580' && first <= '\u28ff') {
      return terminal(line);
    }
    if ("DBURPI".indexOf(first) < 0) {
      return Optional.empty();
    }
    Matcher begun = BEGUN.matcher(line);
    if (begun.matches()) {
      String label = begun(line.charAt(0), Groups.any(begun));
      underWay.add(label);
      return Optional.of(ProgressState.open(label));
    }
    Matcher ended = ENDED.matcher(line);
    if (ended.matches()) {
      return ended(ended.group(1), ended.group(2));
    }
    Matcher counted = COUNTED.matcher(line);
    if (counted.matches()) {
      int count = Integer.parseInt(counted.group(2));
      String label = counted(counted.group(1), count);
      return Optional.of(ProgressState.items(label, count, count));
    }
    return Optional.empty();
  }

  private static String begun(char verb, String what) {
    return switch (verb) {
      case 'D' -> Words.of("run.progress.downloading", what);
      case 'B' -> Words.of("run.progress.building", what);
      default -> Words.of("run.progress.updating", what);
    };
  }

  private static String ended(char verb, String what) {
    return switch (verb) {
      case 'D' -> Words.of("run.progress.downloaded", what);
      case 'B' -> Words.of("run.progress.built", what);
      default -> Words.of("run.progress.updated", what);
    };
  }

  private static String counted(String verb, int count) {
    return switch (verb) {
      case "Resolved" -> Words.count("run.progress.resolved", count);
      case "Prepared" -> Words.count("run.progress.prepared", count);
      case "Installed" -> Words.count("run.progress.installed", count);
      default -> Words.count("run.progress.uninstalled", count);
    };
  }

  private static Optional<ProgressState> terminal(String line) {
    Matcher spinner = SPINNER.matcher(line);
    if (spinner.matches()) {
      return counting(Words.of("run.progress.preparing"), spinner.group(1), spinner.group(2));
    }
    Matcher bar = BAR.matcher(line);
    return bar.matches()
        ? counting(Words.of("run.progress.packages.installing"), bar.group(1), bar.group(2))
        : Optional.empty();
  }

  private static Optional<ProgressState> counting(String label, String done, String total) {
    return total.equals("0")
        ? Optional.of(ProgressState.open(label))
        : Optional.of(ProgressState.items(label, Long.parseLong(done), Long.parseLong(total)));
  }

  /** Shows what else is under way, or else what has just ended. */
  private Optional<ProgressState> ended(String verb, String what) {
    char initial = verb.charAt(0);
    underWay.remove(begun(initial, what));
    return underWay.isEmpty()
        ? Optional.of(ProgressState.items(ended(initial, what), 1, 1))
        : underWay.stream().reduce((first, second) -> second).map(ProgressState::open);
  }
}
