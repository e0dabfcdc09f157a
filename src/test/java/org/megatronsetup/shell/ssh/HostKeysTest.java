package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.transport.TransportException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Problem;

/** Against a server in this process, up to the end of the key exchange. */
final class HostKeysTest {

  private static KeyPair ed;
  private static KeyPair otherEd;
  private static KeyPair rsa;
  private static KeyPair ecdsa;

  @TempDir Path folder;
  private SshServer server;
  private Path known;
  private Path own;
  private final List<String> asked = new ArrayList<>();

  @BeforeAll
  static void makeKeys() throws GeneralSecurityException {
    ed = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
    otherEd = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
    rsa = KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 2048);
    ecdsa = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
  }

  @BeforeEach
  void files() {
    known = folder.resolve("known_hosts");
    own = folder.resolve("ours/hosts");
  }

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.stop(true);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ED25519", "RSA", "ECDSA"})
  void anUnknownKeyIsAskedAboutOnceAndRemembered(String type) throws IOException {
    KeyPair key =
        switch (type) {
          case "RSA" -> rsa;
          case "ECDSA" -> ecdsa;
          default -> ed;
        };
    start(key);

    assertThat(connect(true)).isEmpty();
    assertThat(asked)
        .containsExactly(
            type + " " + KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic()));
    assertThat(own).hasContent(name() + " " + line(key) + "\n");
    assertThat(known).doesNotExist();

    assertThat(connect(false)).isEmpty();
    assertThat(asked).hasSize(1);
  }

  @Test
  void aRefusedKeyEndsTheConnectionAndIsNotKept() throws IOException {
    start(ed);

    Problem problem = connect(false).orElseThrow();

    assertThat(problem.kind()).isEqualTo(Problem.Kind.PREFLIGHT);
    assertThat(problem.code()).isEqualTo("host-key-refused");
    assertThat(problem.cause()).contains("ED25519").contains(fingerprint(ed));
    assertThat(problem.nextStep()).contains("--accept-host-key " + fingerprint(ed));
    assertThat(own).doesNotExist();
  }

  @Test
  void aChangedKeyIsNotEvenAskedAbout() throws IOException {
    start(ed);
    Files.writeString(known, "# old\n" + name() + " " + line(otherEd) + "\n");

    Problem problem = connect(true).orElseThrow();

    assertThat(problem.code()).isEqualTo("host-key-changed");
    assertThat(problem.cause())
        .contains(fingerprint(ed))
        .contains(fingerprint(otherEd))
        .contains(known + ", line 2,");
    assertThat(problem.nextStep()).contains("ssh-keygen -R '" + name() + "' -f ");
    assertThat(asked).isEmpty();
    assertThat(own).doesNotExist();
  }

  @Test
  void oneOfSeveralKnownKeysIsEnough() throws IOException {
    start(ed);
    Files.writeString(known, name() + " " + line(otherEd) + "\n" + name() + " " + line(ed) + "\n");

    assertThat(connect(false)).isEmpty();
  }

  @Test
  void aRevokedKeyIsRefusedBesideTheGoodLine() throws IOException {
    start(ed);
    Files.writeString(known, name() + " " + line(ed) + "\n");
    Path systems = folder.resolve("ssh_known_hosts");
    Files.writeString(systems, "@revoked * " + line(ed) + "\n");

    Problem problem = connect(true, List.of(known, systems), "127.0.0.1").orElseThrow();

    assertThat(problem.code()).isEqualTo("host-key-revoked");
    assertThat(problem.cause()).contains(systems + ", line 1,").contains(fingerprint(ed));
    assertThat(asked).isEmpty();
  }

  @Test
  void anAuthoritysOwnKeyIsNotAServers() throws IOException {
    start(ed);
    Files.writeString(known, "@cert-authority * " + line(ed) + "\n");

    assertThat(connect(false).orElseThrow().code()).isEqualTo("host-key-refused");
    assertThat(asked).hasSize(1);
  }

  /** Without being told which key is known, the server would show its ED25519 key. */
  @Test
  void theServerShowsTheKeyThatIsKnown() throws IOException {
    start(ed, rsa, ecdsa);
    Files.writeString(known, name() + " " + line(rsa) + "\n");

    assertThat(connect(false)).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void aKeyOfAnotherTypeIsUnknownRatherThanChanged() throws IOException {
    start(ed);
    Files.writeString(known, name() + " " + line(rsa) + "\n");

    assertThat(connect(true)).isEmpty();
    assertThat(asked).hasSize(1);
  }

  @Test
  void anAliasIsLookedUpInsteadOfTheAddress() throws IOException {
    start(ed);
    Files.writeString(
        known, "cluster " + line(ed) + "\n[127.0.0.1]:*,127.0.0.1 " + line(otherEd) + "\n");

    assertThat(connect(false, List.of(known), "Cluster")).isEmpty();
    assertThat(connect(false).orElseThrow().code()).isEqualTo("host-key-changed");
  }

  /** As with OpenSSH: the same machine's server on another port. */
  @Test
  void aKeyThatIsKnownWithoutThePortIsGoodButAnotherThereIsNoChange() throws IOException {
    start(ed);
    Files.writeString(known, "127.0.0.1 " + line(ed) + "\n");
    assertThat(connect(false)).isEmpty();

    Files.writeString(known, "127.0.0.1 " + line(otherEd) + "\n");
    assertThat(connect(false).orElseThrow().code()).isEqualTo("host-key-refused");
  }

  @Test
  void aKeyThatCannotBeRememberedIsNotUsed() throws IOException {
    start(ed);
    Files.writeString(folder.resolve("ours"), "a file where a folder should be");

    assertThat(connect(true).orElseThrow().code()).isEqualTo("host-key-not-kept");
  }

  @Test
  void aServerWithNothingButOldAlgorithmsIsNotTalkedTo() throws IOException {
    start(rsa);
    server.setSignatureFactories(List.of(BuiltinSignatures.rsa));
    assertThatThrownBy(() -> connect(true))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("HostKeyAlgorithms");

    server.setSignatureFactories(List.of(BuiltinSignatures.rsaSHA512));
    server.setKeyExchangeFactories(
        List.of(
            ServerBuilder.DH2KEX.apply(
                BuiltinDHFactories.resolveFactory("diffie-hellman-group14-sha1"))));
    assertThatThrownBy(() -> connect(true))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("KeyExchangeAlgorithms");
    assertThat(asked).isEmpty();
  }

  private void start(KeyPair... keys) throws IOException {
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(keys));
    server.start();
  }

  private Optional<Problem> connect(boolean accept) throws IOException {
    return connect(accept, List.of(known), "127.0.0.1");
  }

  /** Empty: connected. */
  private Optional<Problem> connect(boolean accept, List<Path> files, String keyName)
      throws IOException {
    var hop =
        new Hop(
            "node",
            "127.0.0.1",
            server.getPort(),
            "ada",
            keyName,
            List.of(),
            false,
            Optional.empty(),
            files);
    return connect(new HostKeys(hop, own, new Answer(accept, asked)));
  }

  private Optional<Problem> connect(HostKeys keys) throws IOException {
    try (var client = new SSHClient(Algorithms.modern())) {
      client.addHostKeyVerifier(keys);
      client.connect("127.0.0.1", server.getPort());
      assertThat(keys.problem()).isEmpty();
    } catch (TransportException e) {
      if (keys.problem().isEmpty()) {
        throw e;
      }
    }
    return keys.acceptedWhenAsked() ? connect(keys) : keys.problem();
  }

  private String name() {
    return "[127.0.0.1]:" + server.getPort();
  }

  private static String line(KeyPair key) {
    return PublicKeyEntry.toString(key.getPublic());
  }

  private static String fingerprint(KeyPair key) {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
  }

  /** Somebody who says the same to every key. */
  private record Answer(boolean accept, List<String> asked) implements SshDialog {
    @Override
    public boolean accept(Hop hop, String type, String fingerprint) {
      asked.add(type + " " + fingerprint);
      return accept;
    }

    @Override
    public Optional<char[]> password(Hop hop) {
      throw new AssertionError();
    }

    @Override
    public Optional<char[]> passphrase(Hop hop, Path key) {
      throw new AssertionError();
    }

    @Override
    public Optional<List<char[]>> answers(
        Hop hop, String title, String instruction, List<Prompt> prompts) {
      throw new AssertionError();
    }
  }
}
