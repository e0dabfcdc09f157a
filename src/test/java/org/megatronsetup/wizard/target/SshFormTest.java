package org.megatronsetup.wizard.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.model.Target;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.target.SshForm.Field;

/** What is typed about a machine, without a screen. */
final class SshFormTest {
  private final TargetDraft draft = new TargetDraft();
  private final SshForm form = new SshForm(draft, new Texts());

  SshFormTest() {
    draft.kindProperty().set(TargetDraft.Kind.SSH);
  }

  private static Target.Ssh ssh(String host, String user, Integer port) {
    return new Target.Ssh(
        host, Optional.ofNullable(user), Optional.ofNullable(port), Optional.empty(), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "node7, node7, , ",
    "' node7 ', node7, , ",
    "ada@node7, node7, ada, ",
    "ada@node7:2222, node7, ada, 2222",
    "ssh://ada@node7:2222/, node7, ada, 2222",
    "[::1]:2222, ::1, , 2222",
    "fe80::1, fe80::1, , ",
  })
  void aHostMayHoldUserAndPort(String typed, String host, String user, Integer port) {
    draft.hostProperty().set(typed);
    assertThat(draft.typed()).isEqualTo(ssh(host, user, port));
    assertThat(form.obstacle()).isEmpty();
  }

  @Test
  void aFieldOfItsOwnCounts() {
    draft.hostProperty().set("ada@node7:2222");
    draft.userProperty().set("grace");
    draft.portProperty().set("22");
    assertThat(draft.typed()).isEqualTo(ssh("node7", "grace", 22));
  }

  @Test
  void nothingTypedIsNoMistakeAndNoWayOn() {
    assertThat(form.faults()).isEmpty();
    assertThat(form.obstacle()).isEqualTo("Say which machine.");
  }

  @Test
  void eachFieldIsJudgedWhateverTheOthersHold() {
    draft.hostProperty().set("ada:secret@node7");
    draft.userProperty().set("-oProxyCommand");
    draft.portProperty().set("70000");
    draft.identityProperty().set("keys/id");
    draft.jumpsProperty().set("gate, -oX");
    assertThat(form.faults()).containsOnlyKeys(Field.values());
    assertThat(form.faults().get(Field.HOST)).doesNotContain("secret").endsWith(".");
    assertThat(form.obstacle()).isEqualTo(form.faults().get(Field.HOST));
  }

  @Test
  void aPortThatIsNoNumberIsNotForgotten() {
    draft.hostProperty().set("node7");
    draft.portProperty().set("ssh");
    assertThat(form.faults()).containsOnlyKeys(Field.PORT);
  }

  @Test
  void aTildeIsThisPersonsHome() {
    draft.hostProperty().set("node7");
    draft.identityProperty().set("~/.ssh/id_ed25519");
    assertThat(((Target.Ssh) draft.typed()).identity())
        .contains(System.getProperty("user.home") + "/.ssh/id_ed25519");
    assertThat(form.faults()).isEmpty();
  }

  @Test
  void jumpsAreInTheirOrder() {
    draft.hostProperty().set("node7");
    draft.jumpsProperty().set("ada@gate:2222, inner\tlast");
    assertThat(((Target.Ssh) draft.typed()).jumps())
        .containsExactly("ada@gate:2222", "inner", "last");
  }

  @Test
  void thisComputerNeedsNoneOfIt() {
    draft.hostProperty().set("not a host");
    draft.kindProperty().set(TargetDraft.Kind.LOCAL);
    assertThat(draft.typed()).isEqualTo(new Target.Local());
  }
}
