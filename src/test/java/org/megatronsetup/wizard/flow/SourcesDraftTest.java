package org.megatronsetup.wizard.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.megatronsetup.model.Credentials;

final class SourcesDraftTest {
  private final SourcesDraft draft = new SourcesDraft();

  @Test
  void aTypedLoginBelongsToTheIndexsOrigin() {
    draft.indexProperty().set("https://index.example:8443/simple/");
    draft.userProperty().set("ada");
    draft.passwordProperty().set("p@ss");
    assertThat(draft.credentials().logins())
        .containsExactly(new Credentials.Login("https://index.example:8443", "ada", "p@ss"));
    assertThat(draft.sources().indexUrl()).contains("https://index.example:8443/simple/");
  }

  @Test
  void aLoginInAnAddressIsTakenOutOfIt() {
    draft
        .extraIndexesProperty()
        .set("https://ada:p%40ss@one.example/simple\n\n https://two.example ");
    draft.repositoryProperty().set("https://token@git.example/Megatron-LM.git");
    assertThat(draft.sources().extraIndexUrls())
        .containsExactly("https://one.example/simple", "https://two.example");
    assertThat(draft.sources().repository()).contains("https://git.example/Megatron-LM.git");
    assertThat(draft.credentials().logins())
        .containsExactly(
            new Credentials.Login("https://one.example", "ada", "p@ss"),
            new Credentials.Login("https://git.example", "token", ""));
  }

  @Test
  void aProxysPasswordGoesIntoTheCredentialsWhole() {
    draft.proxyProperty().set("http://ada:secret@proxy.example:3128");
    assertThat(draft.sources().proxy()).contains("http://proxy.example:3128");
    assertThat(draft.credentials().proxy()).isEqualTo("http://ada:secret@proxy.example:3128");
  }

  @Test
  void theUserOfAnSshAddressIsPartOfIt() {
    draft.repositoryProperty().set("ssh://git@git.example/Megatron-LM.git");
    assertThat(draft.sources().repository()).contains("ssh://git@git.example/Megatron-LM.git");
    assertThat(draft.credentials().isEmpty()).isTrue();
  }
}
