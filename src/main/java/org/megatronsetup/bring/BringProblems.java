package org.megatronsetup.bring;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.WheelFolder;

/** What can stand in the way of bringing wheels, in plain words. */
final class BringProblems {
  private static final String REMOVE =
      "Remove what is not needed there, or let XDG_STATE_HOME name a place on a larger disk.";

  private BringProblems() {}

  static Problem noFolder(String field, String folder, boolean isFile) {
    return Problem.answers(
        "bring-folder-missing",
        field,
        "There is no folder " + folder + " on this computer.",
        isFile ? "It is a file." : "There is nothing at that path.",
        "Name the folder that holds the wheels. One that lies on the target already is named with"
            + " --find-links.");
  }

  static Problem noWheels(String field, String folder) {
    return Problem.answers(
        "bring-folder-empty",
        field,
        "There are no packages in " + folder + " on this computer.",
        "Files that end in .whl, .tar.gz or .zip are brought, from that folder itself and not from"
            + " those in it.",
        "Fill it with 'pip download', for the system and the Python of the target.");
  }

  static Problem oddName(String field, String folder, String name) {
    String shown = name.replaceAll("[^\\p{Graph} ]", "?");
    return Problem.answers(
        "bring-file-name",
        field,
        "The file “" + shown + "” in " + folder + " has a name that no package has.",
        "Names of packages are letters, digits and . _ + ! - only; an installer would not look at"
            + " this one.",
        "Give it back the name that it was published with, or take it out of the folder.");
  }

  static Problem emptyFile(String field, Path file) {
    return Problem.answers(
        "bring-file-empty",
        field,
        "The file " + file + " on this computer is empty.",
        "A package has at least some bytes; the download of this one may have failed.",
        "Download it again, or take it out of the folder.");
  }

  static Problem unreadable(String field, Path path, IOException e) {
    return Problem.answers(
        "bring-unreadable",
        field,
        path + " on this computer cannot be read.",
        switch (e) {
          case AccessDeniedException _ -> "You may not read it.";
          case NoSuchFileException _ -> "It is gone, or a link that leads nowhere.";
          default -> String.valueOf(e.getMessage());
        },
        "Make it readable, or take it out of the folder.");
  }

  static Problem changed(WheelFolder folder, String name) {
    return Problem.answers(
        "bring-file-changed",
        "sources.bringWheels",
        "The file " + name + " in " + folder.from() + " is not what it was when the plan was made.",
        "Its size is another.",
        "Make the plan again, and leave the folder alone until the run has started.");
  }

  static Problem noRoom(String machine, WheelFolder folder, long needs, long has) {
    return Problem.preflight(
        "bring-no-room",
        "sources.bringWheels",
        "The wheels do not fit on " + machine + ".",
        "%s are needed at %s, and %s are free there."
            .formatted(size(needs), folder.to(), size(has)),
        REMOVE);
  }

  static Problem refused(String machine, WheelFolder folder, String name, String reason) {
    return Problem.preflight(
        "bring-refused",
        "sources.bringWheels",
        machine + " did not take " + name + ".",
        "It was to be written to " + folder.to() + ": " + reason + ".",
        "See whether this user may write there and has a quota left. What came over stays, and the"
            + " next try goes on from it.");
  }

  static Problem notWritable(String machine, WheelFolder folder, String said) {
    return Problem.preflight(
        "bring-folder-not-writable",
        "sources.bringWheels",
        "The wheels cannot be put into " + folder.to() + " on " + machine + ".",
        said.isEmpty() ? "It cannot be made, or not be written." : said,
        "Make the place writable for this user, or let XDG_STATE_HOME name another.");
  }

  static Problem noSums(String machine) {
    return Problem.preflight(
        "bring-no-sums",
        "sources.bringWheels",
        "Nothing on " + machine + " can tell whether files came over whole.",
        "There is neither sha256sum nor python3.",
        "Install one of them there, or copy the folder yourself and name it with --find-links.");
  }

  static Problem mismatch(String machine, WheelFolder folder, String name) {
    return Problem.preflight(
        "bring-mismatch",
        "sources.bringWheels",
        "The file " + name + " came over twice, and each time with another content.",
        "Its SHA-256 on "
            + machine
            + " is not that of the file in "
            + folder.from()
            + ": the file was changed meanwhile, or a disk fails.",
        "Make the plan again; if that does not help, check the disks of both machines.");
  }

  static String size(long bytes) {
    if (bytes < 1_000_000) {
      return bytes < 1_000 ? bytes + " bytes" : bytes / 1_000 + " kB";
    }
    return bytes < 1_000_000_000L
        ? bytes / 1_000_000 + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
