package org.megatronsetup.validate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.megatronsetup.shell.Scripts;

/**
 * The checks as one zip archive, so that one round trip brings them to the target. Java's and
 * Python's own libraries both know the format, so the target needs no tar.
 */
final class CheckArchive {
  static final List<String> FILES =
      List.of(
          "tools/installed.py",
          "validate/checks/feature.py",
          "validate/checks/gpus.py",
          "validate/checks/helpers.py",
          "validate/checks/imports.py",
          "validate/checks/kernel.py",
          "validate/checks/several_gpus.py",
          "validate/checks/training.py",
          "validate/driver.py",
          "validate/environment.py",
          "validate/ladder.py",
          "validate/optional_features.json",
          "validate/validate.py",
          "validate/verdicts.py",
          "validate/worker.py",
          "validate/workers.py");

  private CheckArchive() {}

  static byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String file : FILES) {
        zip.putNextEntry(new ZipEntry(file));
        zip.write(Scripts.bytes(file));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
