package org.megatronsetup.run.progress;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.words.Words;

/** The counters of ninja ({@code [3/8]}) and of CMake's make files ({@code [ 12%]}). */
final class BuildProgress implements ProgressReader {
  private static final Pattern NINJA = Pattern.compile("\\[(\\d{1,9})/(\\d{1,9})\\] \\S.*");
  private static final Pattern MAKE = Pattern.compile("\\[ *(\\d{1,3})%\\] \\S.*");

  @Override
  public Optional<ProgressState> read(String line) {
    if (line.charAt(0) != '[') {
      return Optional.empty();
    }
    Matcher ninja = NINJA.matcher(line);
    if (ninja.matches()) {
      long total = Long.parseLong(ninja.group(2));
      long done = Math.min(total, Long.parseLong(ninja.group(1)));
      return Optional.of(ProgressState.items(Words.of("run.progress.compiling"), done, total));
    }
    Matcher make = MAKE.matcher(line);
    return make.matches()
        ? Optional.of(
            ProgressState.percent(
                Words.of("run.progress.compiling"), Long.parseLong(make.group(1))))
        : Optional.empty();
  }
}
