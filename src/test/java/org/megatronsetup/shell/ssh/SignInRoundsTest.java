package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.session.ServerSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.megatronsetup.model.SetupException;

/** A server that asks one thing after the other, as PAM does: the password, then a code. */
@Timeout(120)
final class SignInRoundsTest {
  private final ScriptedDialog dialog = new ScriptedDialog();

  private static SignInServer server() throws Exception {
    SignInServer server = new SignInServer("keyboard-interactive");
    server.sshd.setUserAuthFactories(
        List.of(
            new UserAuthKeyboardInteractiveFactory() {
              @Override
              public UserAuthKeyboardInteractive createUserAuth(ServerSession session) {
                return new TwoRounds();
              }
            }));
    server.sshd.setKeyboardInteractiveAuthenticator(new FirstRound());
    return server;
  }

  @Test
  void thePasswordIsRememberedAndTheCodeIsAskedEachTime() throws Exception {
    try (SignInServer server = server();
        Secrets secrets = new Secrets()) {
      dialog.passwords.add("right");
      dialog.answers.addAll(List.of(List.of("123456"), List.of("123456")));

      server.signIn(server.hop(), dialog, secrets);
      server.signIn(server.hop(), dialog, secrets);

      assertThat(dialog.asked)
          .containsExactly("password", "Verification code:  hidden", "Verification code:  hidden");
    }
    assertThat(dialog.given).allSatisfy(secret -> assertThat(secret).containsOnly((char) 0));
  }

  @Test
  void aCodeThatIsNotGivenIsSaid() throws Exception {
    try (SignInServer server = server();
        Secrets secrets = new Secrets()) {
      dialog.passwords.add("right");

      assertThatThrownBy(() -> server.signIn(server.hop(), dialog, secrets))
          .isInstanceOfSatisfying(
              SetupException.class,
              e ->
                  assertThat(e.problems().getFirst().cause())
                      .isEqualTo("The server's questions: not answered."));
    }
  }

  private static InteractiveChallenge asking(String prompt) {
    InteractiveChallenge challenge = new InteractiveChallenge();
    challenge.setInteractionName("");
    challenge.setInteractionInstruction("");
    challenge.addPrompt(prompt, false);
    return challenge;
  }

  private static final class FirstRound implements KeyboardInteractiveAuthenticator {
    @Override
    public InteractiveChallenge generateChallenge(
        ServerSession session, String user, String language, String methods) {
      return asking("Password: ");
    }

    @Override
    public boolean authenticate(ServerSession session, String user, List<String> responses) {
      return responses.equals(List.of("right")) || responses.equals(List.of("123456"));
    }
  }

  private static final class TwoRounds extends UserAuthKeyboardInteractive {
    private boolean second;

    @Override
    protected Boolean doAuth(Buffer buffer, boolean init) throws Exception {
      Boolean done = super.doAuth(buffer, init);
      if (!Boolean.TRUE.equals(done) || second) {
        return done;
      }
      second = true;
      ServerSession session = getServerSession();
      Buffer question = session.createBuffer(SshConstants.SSH_MSG_USERAUTH_INFO_REQUEST);
      asking("Verification code: ").append(question);
      session.writePacket(question);
      return null;
    }
  }
}
