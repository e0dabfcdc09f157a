package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.shell.ssh.KnownHostsLine.Mark;

/** The lines of known_hosts files, as sshd(8) describes them. */
final class KnownHostsLineTest {

  private static final String KEY =
      "AAAAC3NzaC1lZDI1NTE5AAAAIG+jO0Rbe7k0zLMTNGzBHFpbX+OStL6gDIoSBGXQhm3F";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "node7; node7; true",
        "node7; NODE7; true",
        "Node7; node7; true",
        "node7; node70; false",
        "a,node7,b; node7; true",
        "*.example; node7.example; true",
        "*.example; example; false",
        "node?; node7; true",
        "node?; node; false",
        "*; anything; true",
        "n*e*7; node7; true",
        "n*e*8; node7; false",
        "*,!node7; node7; false",
        "!node7,*; node7; false",
        "!node8,*; node7; true",
        "!node8; node7; false",
        "[node7]:2222; [node7]:2222; true",
        "[node7]:2222; node7; false",
        "[*]:22??; [node7]:2222; true",
        "node7; [node7]:2222; false",
        "n.de7; node7; false",
      })
  void namesArePatterns(String names, String name, boolean expected) {
    assertThat(read(names + " ssh-ed25519 " + KEY).orElseThrow().isFor(name)).isEqualTo(expected);
  }

  /** Both lines were written by ssh-keygen -H. */
  @Test
  void hashedNamesAreRecognised() {
    var plain =
        read("|1|h+c//8k4EfdCfnxzryVeK1sDrdo=|UDO5AosVEmY+o8hDRes5y9pm0tM= ssh-ed25519 " + KEY)
            .orElseThrow();
    var withPort =
        read("|1|sFQdGYrWL8JzYJebdKot0Z8y5Ws=|I6QSAQh1XnffPxSNELPawE4gIV0= ssh-ed25519 " + KEY)
            .orElseThrow();

    assertThat(plain.isFor("node7.example")).isTrue();
    assertThat(plain.isFor("Node7.Example")).isTrue();
    assertThat(plain.isFor("node8.example")).isFalse();
    assertThat(plain.isFor("[node7.example]:2222")).isFalse();
    assertThat(withPort.isFor("[node7.example]:2222")).isTrue();
    assertThat(withPort.isFor("node7.example")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"|1|", "|1|||", "|1|AAAA|*", "|2|AAAA|AAAA", "|1|AAAA", "|*|*|*"})
  void brokenHashesAreForNobody(String names) {
    assertThat(read(names + " ssh-ed25519 " + KEY).orElseThrow().isFor("node7")).isFalse();
  }

  @Test
  void marksAndCommentsAreUnderstood() {
    assertThat(read("@revoked * ssh-ed25519 " + KEY).orElseThrow().mark()).isEqualTo(Mark.REVOKED);
    assertThat(read("@cert-authority\t*.x  ssh-ed25519 " + KEY + " our CA").orElseThrow().mark())
        .isEqualTo(Mark.AUTHORITY);
    assertThat(read("  node7 ssh-ed25519 " + KEY + " a comment\r").orElseThrow())
        .satisfies(
            line -> {
              assertThat(line.mark()).isEqualTo(Mark.PLAIN);
              assertThat(line.names()).isEqualTo("node7");
              assertThat(line.number()).isEqualTo(3);
            });
  }

  /** What ssh-keygen -l says of the key. */
  @Test
  void theFingerprintIsTheOneThatOpenSshPrints() {
    HostKey key = read("node7 ssh-ed25519 " + KEY).orElseThrow().key();

    assertThat(key.fingerprint()).isEqualTo("SHA256:nFMwo9IbVLAJzLbP1UwiKCFCbZzwbqopjCoelMLuryQ");
    assertThat(key.shownType()).isEqualTo("ED25519");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "# node7 ssh-ed25519 " + KEY,
        "node7",
        "node7 ssh-ed25519",
        "node7 ssh-ed25519 not/base64!",
        "node7 ssh-ed25519 AAAA",
        "node7 ssh-rsa " + KEY,
        "@unheard-of node7 ssh-ed25519 " + KEY,
        "@revoked node7 " + KEY,
        "node7 1024 35 1234567890",
        "@revoked",
      })
  void whatIsNoLineIsPassedOver(String text) {
    assertThat(read(text)).isEmpty();
  }

  private static Optional<KnownHostsLine> read(String text) {
    return KnownHostsLine.read(Path.of("known_hosts"), 3, text);
  }
}
