package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.transport.verification.PromiscuousVerifier;
import org.apache.sshd.core.CoreModuleProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;

@Timeout(120)
final class SignInPasswordTest {
  private final ScriptedDialog dialog = new ScriptedDialog();
  private final Secrets secrets = new Secrets();

  @AfterEach
  void nothingSecretIsLeft() {
    assertThat(dialog.given).allSatisfy(secret -> assertThat(secret).containsOnly((char) 0));
    secrets.close();
  }

  private Problem refusal(SignInServer server) {
    SetupException e =
        catchThrowableOfType(
            SetupException.class, () -> server.signIn(server.hop(), dialog, secrets));
    assertThat(e).isNotNull();
    return e.problems().getFirst();
  }

  @Test
  void signsInAndRemembers() throws Exception {
    try (SignInServer server = new SignInServer("password")) {
      server.password = "right";
      dialog.passwords.add("right");

      server.signIn(server.hop(), dialog, secrets);
      server.signIn(server.hop(), dialog, secrets);

      assertThat(dialog.asked).containsExactly("password");
      assertThat(server.passwords).containsExactly("right", "right");
    }
  }

  @Test
  void asksAgainAfterARefusal() throws Exception {
    try (SignInServer server = new SignInServer("password")) {
      server.password = "right";
      dialog.passwords.addAll(List.of("wrong", "wrong too", "right"));

      server.signIn(server.hop(), dialog, secrets);

      assertThat(server.passwords).containsExactly("wrong", "wrong too", "right");
    }
  }

  @Test
  void endsAfterThree() throws Exception {
    try (SignInServer server = new SignInServer("password")) {
      dialog.passwords.addAll(List.of("one", "two", "three", "four"));

      Problem problem = refusal(server);

      assertThat(problem.code()).isEqualTo("sign-in-refused");
      assertThat(problem.sentence()).contains(server.hop().shown());
      assertThat(problem.cause()).isEqualTo("Password: refused 3 times.");
      assertThat(server.passwords).containsExactly("one", "two", "three");
    }
  }

  @Test
  void saysWhenNoneIsGiven() throws Exception {
    try (SignInServer server = new SignInServer("password")) {
      assertThat(refusal(server).cause()).isEqualTo("Password: not given.");
      assertThat(server.passwords).isEmpty();
    }
  }

  @Test
  void doesNotTryARefusedOneAgainByItself() throws Exception {
    try (SignInServer server = new SignInServer("password")) {
      secrets.keepPassword(server.hop(), "old".toCharArray());

      Problem problem = refusal(server);
      refusal(server);

      assertThat(server.passwords).containsExactly("old");
      assertThat(dialog.asked).containsExactly("password", "password");
      assertThat(problem.cause()).isEqualTo("Password: refused; password: not given.");
    }
  }

  @Test
  void saysThatTheServerHungUp() throws Exception {
    try (SignInServer server = new SignInServer("password")) {
      CoreModuleProperties.MAX_AUTH_REQUESTS.set(server.sshd, 2);
      dialog.passwords.addAll(List.of("one", "two", "three"));

      Problem problem = refusal(server);

      assertThat(problem.code()).isEqualTo("sign-in-refused");
      assertThat(problem.cause()).contains("hung up after too many refusals");
    }
  }

  @Test
  void saysThatThereIsNothingToSignInWith() throws Exception {
    try (SignInServer server = new SignInServer("publickey")) {
      Problem problem = refusal(server);

      assertThat(problem.code()).isEqualTo("no-way-to-sign-in");
      assertThat(problem.cause()).isEqualTo("The server allows: publickey.");
      assertThat(problem.nextStep()).contains("ssh-keygen");
    }
  }

  @Test
  void leavesNoThreadBehind() throws Exception {
    try (SignInServer server = new SignInServer("password")) {
      DefaultConfig config = new DefaultConfig();
      config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
      SSHClient client = new SSHClient(config);
      client.getConnection().getKeepAlive().setKeepAliveInterval(600);
      client.addHostKeyVerifier(new PromiscuousVerifier());
      client.connect("127.0.0.1", server.sshd.getPort());
      Thread keepAlive = client.getConnection().getKeepAlive();
      assertThat(keepAlive.isAlive()).isTrue();

      SetupException e =
          catchThrowableOfType(
              SetupException.class, () -> new SignIn(secrets).signIn(client, server.hop(), dialog));

      assertThat(e).isNotNull();
      assertThat(keepAlive.join(Duration.ofSeconds(20))).isTrue();
      assertThat(client.isConnected()).isFalse();
    }
  }
}
