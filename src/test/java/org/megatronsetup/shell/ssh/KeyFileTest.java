package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.shell.ssh.KeyFile.Reading;

final class KeyFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openssh-ed25519",
        "openssh-ecdsa",
        "openssh-ecdsa521",
        "openssh-rsa",
        "pem-rsa",
        "pem-ecdsa",
        "pkcs8-rsa",
        "putty3-ed25519"
      })
  void opensWithoutPassphrase(String name) throws Exception {
    Path file = KeyFixtures.copy(name, folder);

    Reading reading = KeyFile.read(file, Optional.empty());

    assertThat(reading).isInstanceOf(Reading.Open.class);
    assertThat(PublicBlob.of(((Reading.Open) reading).pair().getPublic()))
        .isEqualTo(PublicBlob.ofLine(KeyFixtures.line(name)).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openssh-ed25519-locked",
        "pem-rsa-locked",
        "pkcs8-rsa-locked",
        "putty2-ed25519-locked"
      })
  void opensLockedOnesWithTheirPassphraseOnly(String name) throws Exception {
    Path file = KeyFixtures.copy(name, folder);
    char[] right = KeyFixtures.PASSPHRASE.toCharArray();

    assertThat(KeyFile.read(file, Optional.empty())).isInstanceOf(Reading.Locked.class);
    assertThat(KeyFile.read(file, Optional.of("wrong".toCharArray())))
        .isInstanceOf(Reading.Locked.class);
    Reading reading = KeyFile.read(file, Optional.of(right));
    assertThat(reading).isInstanceOf(Reading.Open.class);
    assertThat(PublicBlob.of(((Reading.Open) reading).pair().getPublic()))
        .isEqualTo(PublicBlob.ofLine(KeyFixtures.line(name)).orElseThrow());
    assertThat(right).isEqualTo(KeyFixtures.PASSPHRASE.toCharArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"openssh-ed25519-locked", "putty2-ed25519-locked", "putty3-ed25519"})
  void seesThePublicHalfOfLockedFiles(String name) throws Exception {
    Path file = KeyFixtures.copy(name, folder);

    assertThat(PublicParts.of(file)).isEqualTo(PublicBlob.ofLine(KeyFixtures.line(name)));
  }

  @Test
  void seesThePublicHalfBesideAFile() throws Exception {
    Path file = KeyFixtures.copy("pem-rsa-locked", folder);
    assertThat(PublicParts.of(file)).isEmpty();

    KeyFixtures.copy("pem-rsa-locked.pub", folder);

    assertThat(PublicParts.of(file))
        .isEqualTo(PublicBlob.ofLine(KeyFixtures.line("pem-rsa-locked")));
  }

  @Test
  void knowsTokens() throws Exception {
    Path file = KeyFixtures.copy("openssh-sk", folder);

    assertThat(PublicParts.of(file).orElseThrow().token()).isTrue();
  }

  @Test
  void doesNotReadOtherThings() throws Exception {
    Path text = Files.writeString(folder.resolve("notes"), "dear diary\n");
    Path cut =
        Files.writeString(folder.resolve("cut"), "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n");
    Path empty = Files.writeString(folder.resolve("empty"), "");

    for (Path file : java.util.List.of(text, cut, empty, folder.resolve("missing"))) {
      assertThat(KeyFile.read(file, Optional.empty())).isInstanceOf(Reading.Unreadable.class);
      assertThat(PublicParts.of(file)).isEmpty();
    }
  }
}
