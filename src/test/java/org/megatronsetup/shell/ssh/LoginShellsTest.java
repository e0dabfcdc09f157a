package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.megatronsetup.fixtures.FixtureRequest.rootStep;
import static org.megatronsetup.fixtures.FixtureRequest.step;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.fixtures.Heard;
import org.megatronsetup.fixtures.Required;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;

/** Users of the machine with login shells that are not POSIX, or are none. */
class LoginShellsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"csh", "fish"})
  void aWholeRunWorksUnderEach(String login) throws Exception {
    Required.tools(login, "sudo");
    try (UserFixture fixture = new UserFixture(folder, "/usr/bin/" + login)) {
      // what it prints at each start is no part of any answer
      Files.writeString(fixture.user.home.resolve(".cshrc"), "echo hello from csh\n");
      Path fish = Files.createDirectories(fixture.user.home.resolve(".config/fish"));
      Files.writeString(fish.resolve("config.fish"), "echo hello from fish\n");
      fixture.user.own(fixture.user.home.resolve(".config"));
      fixture.user.own(fish);
      fixture.user.sudo("USER ALL=(ALL) NOPASSWD: ALL");
      String id =
          fixture.runs.start(
              fixture.request(
                  rootStep("root", "echo \"I am $(id -u)\""),
                  step("own", "echo \"I am $(id -un)\"; for i in 1 2 3; do echo $i; done", "")));

      Heard heard = Heard.follow(fixture.runs, id);

      assertThat(heard.end()).isEqualTo(new RunState.Succeeded(true));
      assertThat(heard.log())
          .isEqualTo(Files.readString(fixture.directory(id).resolve("log")))
          .contains("\nI am 0\n", "\nI am " + fixture.user.name + "\n1\n2\n3\n")
          .doesNotContain("hello");
    }
  }

  @Test
  void aLoginWithoutAShellIsNoTarget() throws Exception {
    Required.tools("nologin");
    try (UserFixture fixture = new UserFixture(folder, "/usr/sbin/nologin")) {
      assertThatThrownBy(() -> fixture.runs.list())
          .isInstanceOfSatisfying(
              SetupException.class,
              e -> {
                assertThat(e.problems().getFirst().code()).isEqualTo("no-shell");
                assertThat(e.problems().getFirst().cause()).contains("not available");
                assertThat(e.problems().getFirst().nextStep()).contains("administrator");
              });
    }
  }
}
