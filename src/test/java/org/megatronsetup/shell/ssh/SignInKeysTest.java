package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.core.CoreModuleProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.SetupException;

@Timeout(120)
final class SignInKeysTest {
  @TempDir Path folder;
  private final ScriptedDialog dialog = new ScriptedDialog();
  private final Secrets secrets = new Secrets();
  private SignInServer server;

  @BeforeEach
  void start() throws Exception {
    server = new SignInServer("publickey");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    secrets.close();
    assertThat(dialog.given).allSatisfy(secret -> assertThat(secret).containsOnly((char) 0));
  }

  private String refusal(Hop hop) {
    SetupException e =
        catchThrowableOfType(SetupException.class, () -> server.signIn(hop, dialog, secrets));
    assertThat(e).isNotNull();
    return e.problems().getFirst().cause();
  }

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
        "putty3-ed25519",
        "openssh-ed25519-locked",
        "pem-rsa-locked",
        "pkcs8-rsa-locked",
        "putty2-ed25519-locked"
      })
  void signsInWithAFile(String name) throws Exception {
    Path file = KeyFixtures.copy(name, folder);
    server.keys.add(KeyFixtures.line(name));
    dialog.passphrases.addAll(List.of("wrong", KeyFixtures.PASSPHRASE));

    server.signIn(server.hop(file), dialog, secrets);
    server.signIn(server.hop(file), dialog, secrets);

    boolean locked = name.endsWith("locked");
    assertThat(dialog.asked)
        .as("asked once, wrong once, and remembered after that")
        .hasSize(locked ? 2 : 0)
        .allMatch(("passphrase " + name)::equals);
  }

  @Test
  void asksNoPassphraseForAKeyThatTheServerDoesNotWant() throws Exception {
    Path locked = KeyFixtures.copy("openssh-ed25519-locked", folder);
    Path plain = KeyFixtures.copy("openssh-rsa", folder);
    server.keys.add(KeyFixtures.line("openssh-rsa"));

    server.signIn(server.hop(locked, plain), dialog, secrets);

    assertThat(dialog.asked).isEmpty();
    assertThat(server.offered).hasSize(2);
  }

  @Test
  void tellsWhatCameOfEachKey() throws Exception {
    Path refused = KeyFixtures.copy("openssh-rsa", folder);
    Path locked = KeyFixtures.copy("openssh-ed25519-locked", folder);
    Path token = KeyFixtures.copy("openssh-sk", folder);
    Path declined = KeyFixtures.copy("pem-rsa-locked", folder);
    server.keys.add(KeyFixtures.line("openssh-ed25519-locked"));
    dialog.passphrases.addAll(List.of("a", "b", "c"));

    String cause = refusal(server.hop(refused, locked, token, declined, folder.resolve("missing")));

    assertThat(cause)
        .containsIgnoringCase("the key " + refused + ": refused")
        .containsIgnoringCase(
            "the key " + locked + ": locked, and the passphrase was wrong 3 times")
        .containsIgnoringCase("the key " + token + ": in a security token")
        .containsIgnoringCase("the key " + declined + ": locked, and its passphrase was not given")
        .doesNotContain("missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "RSA"})
  void signsInWithTheAgent(String algorithm) throws Exception {
    try (FakeAgent agent = new FakeAgent(folder).add(algorithm, 2)) {
      server.keys.add(agent.line(1));

      server.signIn(server.hop(List.of(), false, Optional.of(agent.socket())), dialog, secrets);

      assertThat(server.offered).containsExactly(agent.line(0), agent.line(1));
      assertThat(agent.flags).containsExactly(algorithm.equals("RSA") ? 4 : 0);
    }
  }

  @Test
  void offersConfiguredKeysOfTheAgentFirst() throws Exception {
    try (FakeAgent agent = new FakeAgent(folder).add("Ed25519", 3)) {
      Path only = folder.resolve("id_work");
      java.nio.file.Files.writeString(folder.resolve("id_work.pub"), agent.line(2) + " at work\n");
      server.keys.add(agent.line(2));

      server.signIn(server.hop(List.of(only), false, Optional.of(agent.socket())), dialog, secrets);
      server.signIn(server.hop(List.of(only), true, Optional.of(agent.socket())), dialog, secrets);

      assertThat(server.offered).containsExactly(agent.line(2));
    }
  }

  @Test
  void offersNoOtherKeysWhereOnlyTheseMayBe() throws Exception {
    try (FakeAgent agent = new FakeAgent(folder).add("Ed25519", 2)) {
      Path file = KeyFixtures.copy("openssh-ecdsa", folder);

      refusal(server.hop(List.of(file), true, Optional.of(agent.socket())));

      assertThat(server.offered).containsExactly(KeyFixtures.line("openssh-ecdsa"));
    }
  }

  @Test
  void doesNotUseUpTheServersPatienceWithAFullAgent() throws Exception {
    try (FakeAgent agent = new FakeAgent(folder).add("Ed25519", 9)) {
      CoreModuleProperties.MAX_AUTH_REQUESTS.set(server.sshd, 6);
      Path rsa = KeyFixtures.copy("openssh-rsa", folder);
      server.keys.add(KeyFixtures.line("openssh-rsa"));

      server.signIn(server.hop(List.of(rsa), false, Optional.of(agent.socket())), dialog, secrets);
      assertThat(server.offered).hasSizeLessThanOrEqualTo(KeyOffers.MOST);

      server.keys.clear();
      server.offered.clear();
      String cause = refusal(server.hop(List.of(rsa), false, Optional.of(agent.socket())));
      assertThat(server.offered).hasSizeLessThanOrEqualTo(KeyOffers.MOST);
      assertThat(cause).contains("of the agent's keys: not offered").doesNotContain("hung up");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SILENT", "GARBAGE"})
  void goesOnWithoutAnAgentThatDoesNotAnswer(String manner) throws Exception {
    try (FakeAgent agent = new FakeAgent(folder).manner(FakeAgent.Manner.valueOf(manner))) {
      Path file = KeyFixtures.copy("openssh-ecdsa", folder);
      server.keys.add(KeyFixtures.line("openssh-ecdsa"));
      Hop hop = server.hop(List.of(file), false, Optional.of(agent.socket()));

      server.signIn(hop, dialog, secrets);
      server.keys.clear();

      assertThat(refusal(hop)).containsIgnoringCase("the agent: did not answer");
    }
  }

  @Test
  void goesOnWithTheNextKeyWhenTheAgentDoesNotSign() throws Exception {
    try (FakeAgent agent =
        new FakeAgent(folder).add("Ed25519", 1).manner(FakeAgent.Manner.REFUSING)) {
      Path file = KeyFixtures.copy("openssh-ecdsa", folder);
      server.keys.addAll(List.of(agent.line(0), KeyFixtures.line("openssh-ecdsa")));

      server.signIn(server.hop(List.of(file), false, Optional.of(agent.socket())), dialog, secrets);

      assertThat(server.offered).hasSize(2);
    }
  }
}
