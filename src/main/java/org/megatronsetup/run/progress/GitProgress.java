package org.megatronsetup.run.progress;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
                matcher.group(1),
                Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3))))
        : Optional.empty();
  }
}
