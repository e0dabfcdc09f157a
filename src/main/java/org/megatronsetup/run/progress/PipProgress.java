package org.megatronsetup.run.progress;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.words.Words;

/** What pip prints without a terminal; with {@code --progress-bar raw} it counts bytes. */
final class PipProgress implements ProgressReader {
  private static final Pattern RAW = Pattern.compile("Progress (\\d+) of (\\d+)");
  private static final Pattern DOWNLOAD =
      Pattern.compile("(?:Downloading|Using cached) (\\S+)(?: \\(([^)]+)\\))?");
  private static final Pattern COLLECT =
      Pattern.compile("(?:Collecting (\\S+)|Processing (\\S*/\\S+))(?: \\(from .*\\))?");
  private static final Pattern BUILD =
      Pattern.compile("Building (?:wheel|editable) for (\\S+) \\([^)]*\\): (started|finished).*");
  private static final Pattern WHEEL =
      Pattern.compile("([^-]+)-([^-]+)(?:-[^-]+)?-[^-]+-[^-]+-[^-]+\\.whl");
  private static final String TO_BUILD = "Building wheels for collected packages:";
  private static final String TO_INSTALL = "Installing collected packages:";
  private static final String INSTALLED = "Successfully installed ";

  private String downloading = Words.of("run.progress.downloading.first");
  private int built;
  private int toBuild;

  @Override
  public Optional<ProgressState> read(String line) {
    return switch (line.charAt(0)) {
      case 'P' -> line.startsWith("Progress ") ? raw(line) : preparing(line);
      case 'D', 'U' -> download(line);
      case 'C' -> line.startsWith("Cloning ") ? cloning(line) : collecting(line);
      case 'B' -> building(line);
      case 'I', 'G', 'S' -> installing(line);
      default -> Optional.empty();
    };
  }

  private Optional<ProgressState> raw(String line) {
    Matcher matcher = RAW.matcher(line);
    return matcher.matches()
        ? Optional.of(
            ProgressState.bytes(downloading, number(matcher.group(1)), number(matcher.group(2))))
        : Optional.empty();
  }

  private static long number(String digits) {
    return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  private Optional<ProgressState> download(String line) {
    Matcher matcher = DOWNLOAD.matcher(line);
    // uv says the same without a file's name, and reads its own lines
    if (!matcher.matches() || !isFile(matcher.group(1))) {
      return Optional.empty();
    }
    String name = shortName(matcher.group(1));
    downloading =
        line.startsWith("U")
            ? Words.of("run.progress.cached", name)
            : Words.of("run.progress.downloading", name);
    return Optional.of(ProgressState.open(downloading));
  }

  private static boolean isFile(String name) {
    return name.endsWith(".whl")
        || name.endsWith(".tar.gz")
        || name.endsWith(".zip")
        || name.endsWith(".metadata");
  }

  /** Name and version of a wheel; the name of any other file. */
  private static String shortName(String address) {
    String file = address.substring(address.lastIndexOf('/') + 1);
    Matcher wheel = WHEEL.matcher(file);
    return wheel.matches() ? wheel.group(1) + " " + wheel.group(2) : file;
  }

  private static Optional<ProgressState> collecting(String line) {
    Matcher matcher = COLLECT.matcher(line);
    return matcher.matches()
        ? Optional.of(
            ProgressState.open(Words.of("run.progress.collecting", shortName(Groups.any(matcher)))))
        : Optional.empty();
  }

  private static Optional<ProgressState> preparing(String line) {
    if (line.startsWith("Preparing metadata ") || line.startsWith("Preparing editable ")) {
      return Optional.of(ProgressState.open(Words.of("run.progress.metadata")));
    }
    return line.startsWith("Processing ") ? collecting(line) : Optional.empty();
  }

  private static Optional<ProgressState> cloning(String line) {
    int to = line.indexOf(" to ");
    return to < 0
        ? Optional.empty()
        : Optional.of(
            ProgressState.open(
                Words.of("run.progress.cloning", line.substring("Cloning ".length(), to))));
  }

  private Optional<ProgressState> building(String line) {
    if (line.startsWith(TO_BUILD)) {
      built = 0;
      toBuild = line.substring(TO_BUILD.length()).split(",").length;
      return Optional.empty();
    }
    Matcher matcher = BUILD.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group(2).equals("finished")) {
      built++;
    }
    return Optional.of(
        ProgressState.items(
            Words.of("run.progress.building", matcher.group(1)), built, Math.max(toBuild, built)));
  }

  private static Optional<ProgressState> installing(String line) {
    if (line.startsWith("Installing build dependencies")) {
      return Optional.of(ProgressState.open(Words.of("run.progress.build-dependencies")));
    }
    if (line.startsWith("Getting requirements to build")) {
      return Optional.of(ProgressState.open(Words.of("run.progress.build-requirements")));
    }
    if (line.startsWith(TO_INSTALL)) {
      int count = line.substring(TO_INSTALL.length()).split(",").length;
      return Optional.of(ProgressState.open(Words.count("run.progress.installing", count)));
    }
    if (line.startsWith(INSTALLED)) {
      int count = line.substring(INSTALLED.length()).strip().split("\\s+").length;
      return Optional.of(
          ProgressState.items(Words.count("run.progress.installed", count), count, count));
    }
    return Optional.empty();
  }
}
