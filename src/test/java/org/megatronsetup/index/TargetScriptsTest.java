package org.megatronsetup.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.shell.Shell;

/** The scripts of this package hold what any POSIX shell understands. */
final class TargetScriptsTest {
  private static final Path SCRIPTS = Path.of("src/main/resources/target/index").toAbsolutePath();

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(strings = {"folder.sh", "git.sh"})
  void shellcheckFindsNothing(String script) {
    boolean here =
        Child.run(dir, dir, Map.of(), List.of("sh", "-c", "command -v shellcheck")).exitStatus()
            == 0;
    assumeTrue(here || System.getenv("CI") != null, "shellcheck is not installed");
    assertThat(
            Child.run(
                dir, dir, Map.of(), List.of("shellcheck", SCRIPTS.resolve(script).toString())))
        .isEqualTo(new Child.Ended(0, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void anyPathIsOnlyAPath(String interpreter) throws Exception {
    Path folder = Files.createDirectory(dir.resolve("a b'\"$(touch made)`touch made`*"));
    Files.writeString(folder.resolve("x-1.whl"), "12345");
    Files.writeString(folder.resolve("readme.txt"), "");
    try (Shell shell = new LocalShell(interpreter, Map.of())) {
      TargetFolders folders = new TargetFolders(shell);
      assertThat(folders.look(folder.toString(), false))
          .isEqualTo(new Folders.Found.Folder(List.of("x-1.whl")));
      assertThat(folders.size(folder.resolve("x-1.whl").toString())).contains(5L);
      assertThat(folders.size(folder.resolve("y-1.whl").toString())).isEmpty();
      assertThat(folders.readAll(folder.resolve("x-1.whl").toString(), 4)).isEmpty();
      assertThat(folders.look(folder.resolve("none").toString(), true))
          .isEqualTo(new Folders.Found.Nothing());
    }
    assertThat(folder.resolve("made")).doesNotExist();
    assertThat(Path.of("made")).doesNotExist();
  }

  @Test
  void aPageIsReadWhole() throws Exception {
    Files.writeString(dir.resolve("index.html"), "<a href=x>\nnothing\n</a>\n");
    try (Shell shell = new LocalShell()) {
      assertThat(new TargetFolders(shell).look(dir.toString(), true))
          .isEqualTo(new Folders.Found.Page("<a href=x>\nnothing\n</a>\n"));
    }
  }
}
