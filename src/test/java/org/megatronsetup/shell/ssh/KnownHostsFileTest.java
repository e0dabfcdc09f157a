package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnownHostsFileTest {

  private static final HostKey KEY =
      HostKey.read(
              "ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAIG+jO0Rbe7k0zLMTNGzBHFpbX+OStL6gDIoSBGXQhm3F")
          .orElseThrow();

  @TempDir Path folder;

  @Test
  void theFileAndItsFoldersAreThePersonsAlone() throws IOException {
    Path file = folder.resolve("a/b/known_hosts");

    new KnownHostsFile(file).add("[node7]:2222", KEY);

    assertThat(file).hasContent("[node7]:2222 ssh-ed25519 " + KEY.base64() + "\n");
    assertThat(mode(file)).isEqualTo("rw-------");
    assertThat(mode(file.getParent())).isEqualTo("rwx------");
    assertThat(mode(file.getParent().getParent())).isEqualTo("rwx------");
    assertThat(names(file.getParent())).containsExactly("known_hosts");
  }

  /** A file whose last line lacks its end must not swallow the new key, nor lose an odd byte. */
  @Test
  void whatWasInTheFileStays() throws IOException {
    Path file = folder.resolve("known_hosts");
    byte[] old = {'#', (byte) 0xff, '\n', 'j', 'u', 'n', 'k'};
    Files.write(file, old);

    new KnownHostsFile(file).add("node7", KEY);

    byte[] now = Files.readAllBytes(file);
    assertThat(now).startsWith(old);
    assertThat(now[old.length]).isEqualTo((byte) '\n');
    assertThat(new KnownHostsFile(file).lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.number()).isEqualTo(3);
              assertThat(line.isFor("node7")).isTrue();
              assertThat(line.key()).isEqualTo(KEY);
            });
  }

  @Test
  void aNameWithMeaningIsHashed() throws IOException {
    for (String name : List.of("*", "a,b", "x\nevil", "!node", "@revoked", "#x")) {
      Path file = folder.resolve("hosts");
      Files.deleteIfExists(file);

      new KnownHostsFile(file).add(name, KEY);

      assertThat(file).content().startsWith("|1|").hasLineCount(1);
      assertThat(new KnownHostsFile(file).lines())
          .singleElement()
          .matches(line -> line.isFor(name))
          .matches(line -> !line.isFor("another"));
    }
  }

  /** What cannot be read must not be replaced by a file with one key in it. */
  @Test
  void whatIsInTheWayStays() throws IOException {
    Path file = folder.resolve("known_hosts");
    Files.createDirectories(file.resolve("x"));

    assertThatThrownBy(() -> new KnownHostsFile(file).add("node7", KEY))
        .isInstanceOf(IOException.class);

    assertThat(file.resolve("x")).isDirectory();
    assertThat(names(folder)).containsExactly("known_hosts");
  }

  @Test
  void aFileThatIsNotThereKnowsNobody() {
    assertThat(new KnownHostsFile(folder.resolve("none/known_hosts")).lines()).isEmpty();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
