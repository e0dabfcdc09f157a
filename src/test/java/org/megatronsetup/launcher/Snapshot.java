package org.megatronsetup.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything below a folder, without what {@link Launcher} keeps there for the test. */
final class Snapshot {
  private Snapshot() {}

  /** Path to what is there: a file's size and hash, a link's end, or that it is a folder. */
  static Map<String, String> of(Path folder) {
    Map<String, String> found = new TreeMap<>();
    for (Path path : below(folder)) {
      found.put(folder.relativize(path).toString(), what(path));
    }
    return found;
  }

  /** Plain files below a folder, the launcher's streams with them, that hold one of the texts. */
  static List<Path> holding(Path folder, List<String> texts) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .filter(path -> texts.stream().anyMatch(latin(path)::contains))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> !path.equals(folder) && !isStream(folder, path)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isStream(Path folder, Path path) {
    return path.getParent().equals(folder)
        && path.getFileName().toString().matches("(output|errors|input)\\d+\\.txt");
  }

  private static String what(Path path) {
    try {
      if (Files.isSymbolicLink(path)) {
        return "link to " + Files.readSymbolicLink(path);
      }
      if (Files.isDirectory(path)) {
        return "folder";
      }
      byte[] content = Files.readAllBytes(path);
      return content.length + " bytes " + Arrays.hashCode(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String latin(Path path) {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
