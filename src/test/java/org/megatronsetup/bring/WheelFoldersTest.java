package org.megatronsetup.bring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.WheelFolder;

/** What would be brought of a folder of this computer, and whereto. */
class WheelFoldersTest {
  @TempDir Path folder;
  private final WheelFolders wheels = new WheelFolders();

  private WheelFolder read() throws InterruptedException {
    return wheels.read(List.of(folder.toString()), "/state").getFirst();
  }

  private void assertProblem(String code, Path of) {
    assertThatThrownBy(() -> wheels.read(List.of(of.toString()), "/state"))
        .isInstanceOfSatisfying(
            SetupException.class,
            e -> {
              Problem problem = e.problems().getFirst();
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.field()).isEqualTo("sources.bringWheels[0]");
              assertThat(problem.sentence()).contains(folder.toString());
              assertThat(problem.nextStep()).isNotBlank();
            });
  }

  @Test
  void packagesRightInTheFolderGoWithTheirSums() throws Exception {
    Files.writeString(folder.resolve("b-2.tar.gz"), "two");
    Files.writeString(folder.resolve("a-1-py3-none-any.whl"), "one");
    Files.writeString(folder.resolve("readme.txt"), "no package");
    Files.writeString(Files.createDirectory(folder.resolve("deeper")).resolve("c-1.zip"), "x");
    Files.createDirectory(folder.resolve("d-1.whl"));

    WheelFolder found = read();

    // as sha256sum prints them
    assertThat(found.files())
        .containsExactly(
            new WheelFolder.Wheel(
                "a-1-py3-none-any.whl",
                3,
                "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"),
            new WheelFolder.Wheel(
                "b-2.tar.gz",
                3,
                "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3"));
    assertThat(found.size()).isEqualTo(6);
    assertThat(WheelFolders.note(found))
        .contains("2 files (6 bytes)", folder.toString(), found.to());
  }

  @Test
  void thePlaceFollowsFromNamesAndContentAlone() throws Exception {
    Path wheel = Files.writeString(folder.resolve("a-1.whl"), "one");
    String first = read().to();
    assertThat(first).matches("/state/wheels/[0-9a-f]{16}");

    Files.setLastModifiedTime(wheel, FileTime.from(Instant.EPOCH));
    Files.writeString(folder.resolve("readme.txt"), "more");
    assertThat(read().to()).isEqualTo(first);

    Files.writeString(wheel, "two");
    assertThat(read().to()).isNotEqualTo(first);

    Files.writeString(wheel, "one");
    Files.move(wheel, folder.resolve("b-1.whl"));
    assertThat(read().to()).isNotEqualTo(first);
  }

  @Test
  void linksAreFollowed() throws Exception {
    Path store = Files.createDirectory(folder.resolve("store"));
    Files.writeString(store.resolve("blob"), "one");
    Files.createSymbolicLink(folder.resolve("a-1.whl"), store.resolve("blob"));

    assertThat(read().files()).extracting(WheelFolder.Wheel::size).containsExactly(3L);

    Files.delete(store.resolve("blob"));
    assertProblem("bring-unreadable", folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b-1.whl",
        "a'-1.whl",
        "-a-1.whl",
        "a\n-1.whl",
        "$(id)-1.whl",
        "ä-1.whl",
        ".whl"
      })
  void namesThatNoPackageHasAreRefused(String name) throws Exception {
    Files.writeString(folder.resolve(name), "x");
    assertProblem("bring-file-name", folder);
  }

  @Test
  void aFolderWithNothingInItIsNoSource() throws Exception {
    assertProblem("bring-folder-empty", folder);
    assertProblem("bring-folder-missing", folder.resolve("none"));
    Path file = Files.writeString(folder.resolve("a-1.whl"), "");
    assertProblem("bring-folder-missing", file);
    assertProblem("bring-file-empty", folder);
  }
}
