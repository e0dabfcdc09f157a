package org.megatronsetup.bring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.WheelFolder;
import org.megatronsetup.words.Words;

/**
 * Reads folders of wheels of this computer: the packages right in them, links followed. Sums are
 * remembered for as long as a file keeps its size and time, so that a second look is quick. Safe
 * for use by several threads.
 */
public final class WheelFolders {
  private static final List<String> KINDS = List.of(".whl", ".tar.gz", ".zip");

  /** Fit for a line of text, a shell word and any file system. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+!-]{0,200}");

  private static final int HEX_OF_FOLDER = 16;

  private final Sums sums = new Sums();

  /**
   * What would be brought, and whereto.
   *
   * @param stateDir where the target keeps what this program leaves there
   * @throws SetupException with a problem for every folder that cannot be brought
   */
  public List<WheelFolder> read(List<String> folders, String stateDir) throws InterruptedException {
    List<WheelFolder> found = new ArrayList<>();
    for (int i = 0; i < folders.size(); i++) {
      found.add(read(folders.get(i), "sources.bringWheels[" + i + "]", stateDir));
    }
    return found;
  }

  private WheelFolder read(String folder, String field, String stateDir)
      throws InterruptedException {
    List<WheelFolder.Wheel> wheels = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    for (Path file : packages(folder, field)) {
      String name = file.getFileName().toString();
      try {
        long size = Files.size(file);
        if (!NAME.matcher(name).matches()) {
          throw new SetupException(BringProblems.oddName(field, folder, name));
        }
        if (size == 0) {
          throw new SetupException(BringProblems.emptyFile(field, file));
        }
        String sum = sums.of(file);
        wheels.add(new WheelFolder.Wheel(name, size, sum));
        lines.append(sum).append("  ").append(name).append('\n');
      } catch (IOException e) {
        throw new SetupException(List.of(BringProblems.unreadable(field, file, e)), e);
      }
    }
    if (wheels.isEmpty()) {
      throw new SetupException(BringProblems.noWheels(field, folder));
    }
    byte[] sum = Sums.sha256().digest(lines.toString().getBytes(StandardCharsets.UTF_8));
    String id = HexFormat.of().formatHex(sum).substring(0, HEX_OF_FOLDER);
    return new WheelFolder(folder, stateDir + "/wheels/" + id, wheels);
  }

  private static List<Path> packages(String folder, String field) {
    try {
      Path path = Path.of(folder);
      if (!Files.isDirectory(path)) {
        throw new SetupException(BringProblems.noFolder(field, folder, Files.exists(path)));
      }
      try (Stream<Path> entries = Files.list(path)) {
        return entries
            .filter(file -> KINDS.stream().anyMatch(file.getFileName().toString()::endsWith))
            .filter(file -> !Files.isDirectory(file))
            .sorted(Comparator.comparing(file -> file.getFileName().toString()))
            .toList();
      }
    } catch (InvalidPathException e) {
      throw new SetupException(List.of(BringProblems.noFolder(field, folder, false)), e);
    } catch (IOException e) {
      throw new SetupException(List.of(BringProblems.unreadable(field, Path.of(folder), e)), e);
    }
  }

  /** A sentence for people who are about to agree. */
  public static String note(WheelFolder folder) {
    String files = Words.count("bring.files", folder.files().size());
    String size = BringProblems.size(folder.size());
    return Words.of("bring.note", files, size, folder.from(), folder.to());
  }
}
