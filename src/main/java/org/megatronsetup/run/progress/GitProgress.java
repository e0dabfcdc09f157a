package org.megatronsetup.run.progress;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.words.Words;

/** What {@code git --progress} prints, its own and that of the far side. */
final class GitProgress implements ProgressReader {
  private static final Pattern COUNT =
      Pattern.compile(
          "(?:remote: )?([A-Z][a-z]+ (?:objects|deltas|files|content|connectivity)):"
              + " +\\d{1,3}% \\((\\d{1,18})/(\\d{1,18})\\).*");

  @Override
  public Optional<ProgressState> read(String line) {
    if (line.indexOf('%') < 0) {
      return Optional.empty();
    }
    Matcher matcher = COUNT.matcher(line);
    return matcher.matches()
        ? Optional.of(
            ProgressState.items(
                label(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3))))
        : Optional.empty();
  }

  /** What git says in English, in the person's language; what is not known stays as it is. */
  private static String label(String said) {
    return switch (said) {
      case "Enumerating objects" -> Words.of("run.progress.git.enumerating");
      case "Counting objects" -> Words.of("run.progress.git.counting");
      case "Compressing objects" -> Words.of("run.progress.git.compressing");
      case "Receiving objects" -> Words.of("run.progress.git.receiving");
      case "Resolving deltas" -> Words.of("run.progress.git.resolving");
      case "Updating files" -> Words.of("run.progress.git.updating");
      case "Filtering content" -> Words.of("run.progress.git.filtering");
      case "Checking connectivity" -> Words.of("run.progress.git.connectivity");
      default -> said;
    };
  }
}
