package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.model.SetupException;

@Timeout(120)
final class SignInQuestionsTest {
  @TempDir Path folder;
  private final ScriptedDialog dialog = new ScriptedDialog();
  private final Secrets secrets = new Secrets();

  @AfterEach
  void nothingSecretIsLeft() {
    assertThat(dialog.given).allSatisfy(secret -> assertThat(secret).containsOnly((char) 0));
    secrets.close();
  }

  private static Map<String, String> two() {
    Map<String, String> questions = new LinkedHashMap<>();
    questions.put("Password: ", "right");
    questions.put("Code: ", "123456");
    return questions;
  }

  @Test
  void answersTwoPromptsAndKeepsNoneOfThem() throws Exception {
    try (SignInServer server = new SignInServer("keyboard-interactive")) {
      server.questions = two();
      dialog.answers.addAll(List.of(List.of("right", "123456"), List.of("right", "123456")));

      server.signIn(server.hop(), dialog, secrets);
      server.signIn(server.hop(), dialog, secrets);

      assertThat(dialog.asked)
          .containsExactly(
              "Password:  hidden", "Code:  shown", "Password:  hidden", "Code:  shown");
    }
  }

  @Test
  void asksAgainAtMostThreeTimes() throws Exception {
    try (SignInServer server = new SignInServer("keyboard-interactive")) {
      server.questions = two();
      for (int i = 0; i < 4; i++) {
        dialog.answers.add(List.of("right", "00000" + i));
      }

      String cause = refusal(server, server.hop());

      assertThat(cause).isEqualTo("The server's questions: answers refused 3 times.");
      assertThat(dialog.answers).hasSize(1);
    }
  }

  @Test
  void asksForThePasswordAsSuchAndRemembersIt() throws Exception {
    try (SignInServer server = new SignInServer("keyboard-interactive")) {
      server.questions = Map.of("(ada@box) Password: ", "right");
      dialog.passwords.addAll(List.of("wrong", "right"));

      server.signIn(server.hop(), dialog, secrets);
      server.signIn(server.hop(), dialog, secrets);

      assertThat(dialog.asked).containsExactly("password", "password");
      assertThat(server.passwords).containsExactly("wrong", "right", "right");
    }
  }

  @Test
  void aPasswordThatIsNotGivenIsNotAskedForAgain() throws Exception {
    try (SignInServer server = new SignInServer("keyboard-interactive password")) {
      server.questions = Map.of("Password: ", "right");

      String cause = refusal(server, server.hop());

      assertThat(cause).isEqualTo("The server's questions: not answered.");
      assertThat(dialog.asked).containsExactly("password");
    }
  }

  @Test
  void goesOnToThePasswordWhenQuestionsAreNotAnswered() throws Exception {
    try (SignInServer server = new SignInServer("keyboard-interactive password")) {
      server.questions = two();
      server.password = "right";
      dialog.passwords.add("right");

      server.signIn(server.hop(), dialog, secrets);

      assertThat(dialog.asked).containsExactly("Password:  hidden", "Code:  shown", "password");
    }
  }

  @Test
  void signsInInTwoParts() throws Exception {
    try (SignInServer server = new SignInServer("publickey,keyboard-interactive")) {
      Path file = KeyFixtures.copy("openssh-ed25519", folder);
      server.keys.add(KeyFixtures.line("openssh-ed25519"));
      server.questions = two();
      dialog.answers.add(List.of("right", "123456"));

      server.signIn(server.hop(file), dialog, secrets);

      assertThat(dialog.answers).isEmpty();
      assertThat(server.offered).hasSize(1);
    }
  }

  @Test
  void signsInInThreeParts() throws Exception {
    try (SignInServer server = new SignInServer("publickey,password,keyboard-interactive")) {
      Path file = KeyFixtures.copy("openssh-ed25519", folder);
      server.keys.add(KeyFixtures.line("openssh-ed25519"));
      server.password = "first";
      server.questions = two();
      dialog.passwords.add("first");
      dialog.answers.add(List.of("right", "123456"));

      server.signIn(server.hop(file), dialog, secrets);

      assertThat(dialog.asked).containsExactly("password", "Password:  hidden", "Code:  shown");
    }
  }

  @Test
  void saysThatTheFirstPartWasRight() throws Exception {
    try (SignInServer server = new SignInServer("publickey,keyboard-interactive")) {
      Path file = KeyFixtures.copy("openssh-ed25519", folder);
      server.keys.add(KeyFixtures.line("openssh-ed25519"));
      server.questions = two();

      String cause = refusal(server, server.hop(file));

      assertThat(cause)
          .isEqualTo(
              "The key "
                  + file
                  + ": accepted, but the server wants more; the server's questions: not answered.");
    }
  }

  private String refusal(SignInServer server, Hop hop) {
    SetupException e =
        catchThrowableOfType(SetupException.class, () -> server.signIn(hop, dialog, secrets));
    assertThat(e).isNotNull();
    return e.problems().getFirst().cause();
  }
}
