package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.transport.TransportException;
import org.apache.sshd.certificate.OpenSshCertificateBuilder;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.model.Problem;

/** Host certificates of a server in this process; nobody is there to accept an unknown key. */
final class HostCertificatesTest {

  private static final String NAME = "node7.example";

  private static KeyPair host;
  private static KeyPair rsaHost;
  private static KeyPair authority;
  private static KeyPair rsaAuthority;

  @TempDir Path folder;
  private SshServer server;

  @BeforeAll
  static void makeKeys() throws GeneralSecurityException {
    host = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
    rsaHost = KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 2048);
    authority = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    rsaAuthority = KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 2048);
  }

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.stop(true);
    }
  }

  @Test
  void aCertificateOfAKnownAuthorityIsAccepted() throws Exception {
    start(host, good().sign(authority));
    assertThat(connect("@cert-authority *.example " + line(authority))).isEmpty();
    assertThat(folder.resolve("own")).doesNotExist();
  }

  @Test
  void aPatternInACertificateIsANameToo() throws Exception {
    start(host, good().principals(List.of("other", "*.example")).sign(authority));
    assertThat(connect("@cert-authority *.example " + line(authority))).isEmpty();
  }

  @Test
  void rsaIsUsedWithSha2Only() throws Exception {
    start(rsaHost, good(rsaHost).sign(rsaAuthority, "rsa-sha2-512"));
    assertThat(connect("@cert-authority *.example " + line(rsaAuthority))).isEmpty();

    start(rsaHost, good(rsaHost).sign(rsaAuthority, "ssh-rsa"));
    assertRefused("@cert-authority *.example " + line(rsaAuthority));
  }

  @Test
  void anAuthorityForOtherNamesOrAnotherAuthorityIsNone() throws Exception {
    start(host, good().sign(authority));
    assertRefused("@cert-authority *.elsewhere " + line(authority));
    assertRefused("@cert-authority *.example " + line(rsaAuthority));
    assertRefused("*.example " + line(authority));
  }

  @Test
  void aCertificateForAnotherServerIsNone() throws Exception {
    start(host, good().principals(List.of("node8.example")).sign(authority));
    assertRefused("@cert-authority * " + line(authority));
  }

  @Test
  void aCertificateForNobodyInParticularIsNone() throws Exception {
    start(host, good().principals(List.of()).sign(authority));
    assertRefused("@cert-authority * " + line(authority));
  }

  @Test
  void aCertificateOfAnotherTimeIsNone() throws Exception {
    start(host, good().validBefore(Instant.now().minusSeconds(60)).sign(authority));
    assertRefused("@cert-authority * " + line(authority));

    start(host, good().validAfter(Instant.now().plusSeconds(3600)).sign(authority));
    assertRefused("@cert-authority * " + line(authority));
  }

  /** Judged by itself: a server in good order does not show such a certificate. */
  @Test
  void aCertificateForPeopleIsNoServers() throws Exception {
    var people =
        OpenSshCertificateBuilder.userCertificate()
            .publicKey(host.getPublic())
            .id("ada")
            .serial(1)
            .principals(List.of(NAME))
            .validBefore(Instant.now().plusSeconds(3600));
    List<HostKey> authorities = List.of(HostKey.of(authority.getPublic()));

    assertThat(HostCertificates.isGood(parsed(people.sign(authority)), NAME, authorities))
        .isFalse();
    assertThat(HostCertificates.isGood(parsed(good().sign(authority)), NAME, authorities)).isTrue();
  }

  @Test
  void aConditionThatNobodyUnderstandsIsNotPassedOver() throws Exception {
    start(host, good().criticalOption("force-something", "x").sign(authority));
    assertRefused("@cert-authority * " + line(authority));
  }

  @Test
  void aRevokedAuthorityOrKeyIsRefused() throws Exception {
    start(host, good().sign(authority));
    // with its plain key it would be a server like any other that nobody knows
    server.setSignatureFactories(List.of(BuiltinSignatures.ed25519_cert));
    String trusted = "@cert-authority * " + line(authority) + "\n";

    assertThat(connect(trusted + "@revoked * " + line(authority)).orElseThrow().code())
        .isEqualTo("host-key-revoked");
    assertThat(connect(trusted + "@revoked * " + line(host)).orElseThrow().code())
        .isEqualTo("host-key-revoked");
  }

  /** Whoever knows the server by its plain key need not know its authority. */
  @Test
  void theKeyInACertificateIsAKnownKey() throws Exception {
    start(host, good().sign(authority));
    server.setSignatureFactories(List.of(BuiltinSignatures.ed25519_cert));

    assertThat(connect(NAME + " " + line(host))).isEmpty();
    assertThat(connect(NAME + " " + line(authority)).orElseThrow().code())
        .isEqualTo("host-key-refused");
  }

  private static Certificate<?> parsed(OpenSshCertificate certificate) throws IOException {
    var bytes = new ByteArrayBuffer();
    bytes.putRawPublicKey(certificate);
    return (Certificate<?>) new Buffer.PlainBuffer(bytes.getCompactData()).readPublicKey();
  }

  private static OpenSshCertificateBuilder good() {
    return good(host);
  }

  private static OpenSshCertificateBuilder good(KeyPair key) {
    return OpenSshCertificateBuilder.hostCertificate()
        .publicKey(key.getPublic())
        .id("node7")
        .serial(1)
        .principals(List.of(NAME))
        .validAfter(Instant.now().minusSeconds(3600))
        .validBefore(Instant.now().plusSeconds(3600));
  }

  private void start(KeyPair key, OpenSshCertificate certificate) throws IOException {
    stop();
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setHostKeyCertificateProvider(session -> List.of(certificate));
    server.setSignatureFactories(
        List.of(
            BuiltinSignatures.rsaSHA512_cert,
            BuiltinSignatures.ed25519_cert,
            BuiltinSignatures.rsaSHA512,
            BuiltinSignatures.ed25519));
    server.start();
  }

  private void assertRefused(String known) throws IOException {
    assertThat(connect(known).orElseThrow().code()).isEqualTo("host-key-refused");
  }

  /** Empty: connected. */
  private Optional<Problem> connect(String known) throws IOException {
    Path file = Files.writeString(folder.resolve("known_hosts"), known + "\n");
    var hop =
        new Hop("node", NAME, 22, "ada", NAME, List.of(), false, Optional.empty(), List.of(file));
    var keys = new HostKeys(hop, folder.resolve("own"), new Silent(false));
    try (var client = new SSHClient(Algorithms.modern())) {
      client.addHostKeyVerifier(keys);
      client.connect("127.0.0.1", server.getPort());
      assertThat(keys.problem()).isEmpty();
    } catch (TransportException e) {
      if (keys.problem().isEmpty()) {
        throw e;
      }
    }
    return keys.problem();
  }

  private static String line(KeyPair key) {
    return PublicKeyEntry.toString(key.getPublic());
  }
}
