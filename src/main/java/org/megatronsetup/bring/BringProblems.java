package org.megatronsetup.bring;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.WheelFolder;
import org.megatronsetup.words.Words;

/** What can stand in the way of bringing wheels, in plain words. */
final class BringProblems {
  private BringProblems() {}

  static Problem noFolder(String field, String folder, boolean isFile) {
    return Problem.answers(
        "bring-folder-missing",
        field,
        Words.of("bring.bring-folder-missing.sentence", folder),
        isFile
            ? Words.of("bring.bring-folder-missing.file.cause")
            : Words.of("bring.bring-folder-missing.cause"),
        Words.of("bring.bring-folder-missing.next"));
  }

  static Problem noWheels(String field, String folder) {
    return Problem.answers(
        "bring-folder-empty",
        field,
        Words.of("bring.bring-folder-empty.sentence", folder),
        Words.of("bring.bring-folder-empty.cause"),
        Words.of("bring.bring-folder-empty.next"));
  }

  static Problem oddName(String field, String folder, String name) {
    String shown = name.replaceAll("[^\\p{Graph} ]", "?");
    return Problem.answers(
        "bring-file-name",
        field,
        Words.of("bring.bring-file-name.sentence", shown, folder),
        Words.of("bring.bring-file-name.cause", ". _ + ! -"),
        Words.of("bring.bring-file-name.next"));
  }

  static Problem emptyFile(String field, Path file) {
    return Problem.answers(
        "bring-file-empty",
        field,
        Words.of("bring.bring-file-empty.sentence", file),
        Words.of("bring.bring-file-empty.cause"),
        Words.of("bring.bring-file-empty.next"));
  }

  static Problem unreadable(String field, Path path, IOException e) {
    return Problem.answers(
        "bring-unreadable",
        field,
        Words.of("bring.bring-unreadable.sentence", path),
        switch (e) {
          case AccessDeniedException _ -> Words.of("bring.bring-unreadable.not-allowed.cause");
          case NoSuchFileException _ -> Words.of("bring.bring-unreadable.gone.cause");
          default -> String.valueOf(e.getMessage());
        },
        Words.of("bring.bring-unreadable.next"));
  }

  static Problem changed(WheelFolder folder, String name) {
    return Problem.answers(
        "bring-file-changed",
        "sources.bringWheels",
        Words.of("bring.bring-file-changed.sentence", name, folder.from()),
        Words.of("bring.bring-file-changed.cause"),
        Words.of("bring.bring-file-changed.next"));
  }

  static Problem noRoom(String machine, WheelFolder folder, long needs, long has) {
    return Problem.preflight(
        "bring-no-room",
        "sources.bringWheels",
        Words.of("bring.bring-no-room.sentence", machine),
        Words.of("bring.bring-no-room.cause", size(needs), folder.to(), size(has)),
        Words.of("bring.bring-no-room.next"));
  }

  static Problem refused(String machine, WheelFolder folder, String name, String reason) {
    return Problem.preflight(
        "bring-refused",
        "sources.bringWheels",
        Words.of("bring.bring-refused.sentence", machine, name),
        Words.of("bring.bring-refused.cause", folder.to(), reason),
        Words.of("bring.bring-refused.next"));
  }

  static Problem notWritable(String machine, WheelFolder folder, String said) {
    return Problem.preflight(
        "bring-folder-not-writable",
        "sources.bringWheels",
        Words.of("bring.bring-folder-not-writable.sentence", folder.to(), machine),
        said.isEmpty() ? Words.of("bring.bring-folder-not-writable.cause") : said,
        Words.of("bring.bring-folder-not-writable.next"));
  }

  static Problem noSums(String machine) {
    return Problem.preflight(
        "bring-no-sums",
        "sources.bringWheels",
        Words.of("bring.bring-no-sums.sentence", machine),
        Words.of("bring.bring-no-sums.cause"),
        Words.of("bring.bring-no-sums.next"));
  }

  static Problem mismatch(String machine, WheelFolder folder, String name) {
    return Problem.preflight(
        "bring-mismatch",
        "sources.bringWheels",
        Words.of("bring.bring-mismatch.sentence", name),
        Words.of("bring.bring-mismatch.cause", machine, folder.from()),
        Words.of("bring.bring-mismatch.next"));
  }

  static String size(long bytes) {
    if (bytes < 1_000_000) {
      return bytes < 1_000 ? Words.count("bring.bytes", bytes) : bytes / 1_000 + " kB";
    }
    return bytes < 1_000_000_000L
        ? bytes / 1_000_000 + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
