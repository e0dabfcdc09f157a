package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.megatronsetup.fixtures.FixtureRequest.rootStep;
import static org.megatronsetup.fixtures.FixtureRequest.step;
import static org.megatronsetup.fixtures.FixtureRequest.withPassword;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.fixtures.Heard;
import org.megatronsetup.fixtures.Required;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Step;
import org.megatronsetup.run.RunRequest;
import org.megatronsetup.run.Runs;

/** Root through the machine's own sudo and its passwords, behind a real server. */
class RealSudoTest {
  private static final String PASSWORD = "pa ss\"w'örd";
  private static final String WITH_PASSWORD = "USER ALL=(ALL) ALL";
  private static final String WITHOUT_PASSWORD = "USER ALL=(ALL) NOPASSWD: ALL";

  @TempDir Path folder;
  private UserFixture fixture;

  @BeforeEach
  void start() throws Exception {
    Required.tools("sudo", "visudo");
    fixture = new UserFixture(folder, "/bin/sh");
    fixture.user.password(PASSWORD);
  }

  @AfterEach
  void stop() {
    if (fixture != null) {
      fixture.close();
    }
  }

  private RunRequest request() {
    Path home = fixture.user.home;
    return fixture.request(
        rootStep("system", "echo as $(id -u); id -u >" + home + "/root-step; sleep 1"),
        step("own", "echo as $(id -un), home $HOME; id -un >" + home + "/own-step", ""));
  }

  /** Both steps ran as they should, and all that is left is the user's. */
  private Heard endsWell(String id) throws Exception {
    Heard heard = Heard.follow(fixture.runs, id);

    assertThat(heard.end()).as(heard.log()).isEqualTo(new RunState.Succeeded(true));
    assertThat(heard.steps()).containsExactly("system=DONE", "own=DONE");
    assertThat(heard.log())
        .isEqualTo(Files.readString(fixture.directory(id).resolve("log")))
        .contains("as 0\n", "as " + fixture.user.name + ", home " + fixture.user.home + "\n");
    assertThat(fixture.user.home.resolve("root-step")).hasContent("0\n");
    assertThat(fixture.user.home.resolve("own-step")).hasContent(fixture.user.name + "\n");
    try (Stream<Path> files = Files.walk(Path.of(fixture.state()))) {
      for (Path path : files.toList()) {
        assertThat(Files.getOwner(path).getName()).as(path.toString()).isEqualTo(fixture.user.name);
      }
    }
    return heard;
  }

  @Test
  void sudoAsksOnceAndThePasswordIsNowhereAfterwards() throws Exception {
    fixture.user.sudo(WITH_PASSWORD);
    String id;
    Heard heard;
    try (SecretHunt hunt = new SecretHunt(PASSWORD)) {
      id = fixture.runs.start(withPassword(request(), PASSWORD));
      hunt.files(fixture.directory(id));
      heard = endsWell(id);
      hunt.files(Path.of(fixture.state()));
      assertThat(hunt.looks()).isPositive();
    }
    assertThat(heard.events().toString()).doesNotContain(PASSWORD);
  }

  @Test
  void sudoThatDoesNotAskIsEnough() throws Exception {
    fixture.user.sudo(WITHOUT_PASSWORD);
    endsWell(fixture.runs.start(request()));
  }

  @Test
  void aRootStepGoesOnWithoutItsConnection() throws Exception {
    fixture.user.sudo(WITHOUT_PASSWORD);
    String id = fixture.runs.start(request());
    fixture.server.sessions().forEach(ProcessHandle::destroyForcibly);
    endsWell(id);
  }

  @Test
  void theUserCancelsWhatRunsAsRoot() throws Exception {
    fixture.user.sudo(WITHOUT_PASSWORD);
    Path ready = fixture.user.home.resolve("ready");
    String id =
        fixture.runs.start(
            fixture.request(rootStep("system", "setsid sleep 600 &\ntouch " + ready + "\nwait")));
    while (!Files.exists(ready)) {
      Thread.sleep(10);
    }

    assertThat(fixture.runs.cancel(id)).isEqualTo(new RunState.Cancelled());
    assertThat(SecretHunt.processesWith(id)).isEmpty();
  }

  @Test
  void aWrongPasswordIsSaidAndTriedOnce() throws Exception {
    Path log = folder.resolve("sudo.log");
    fixture.user.sudo("Defaults:USER logfile=" + log, WITH_PASSWORD);

    Problem problem = problem(() -> fixture.runs.start(withPassword(request(), "wrong")));

    assertThat(problem.code()).isEqualTo("root-password-wrong");
    assertThat(problem.field()).isEqualTo("rootPassword");
    assertThat(problem.cause()).contains("1 incorrect password attempt");
    assertThat(log).content().containsOnlyOnce("incorrect password").doesNotContain("wrong");
    nothingIsLeft();
  }

  @Test
  void aPasswordThatIsMissingIsAskedFor() throws Exception {
    fixture.user.sudo(WITH_PASSWORD);

    Problem problem = problem(() -> fixture.runs.start(request()));

    assertThat(problem.code()).isEqualTo("root-password-needed");
    assertThat(problem.nextStep()).contains("--ask-become-pass");
    nothingIsLeft();
  }

  @Test
  void aUserWhomSudoRefusesIsToldSo() throws Exception {
    Problem problem = problem(() -> fixture.runs.start(withPassword(request(), PASSWORD)));

    assertThat(problem.code()).isEqualTo("root-not-allowed");
    assertThat(problem.cause()).contains("not in the sudoers file");
    nothingIsLeft();
  }

  @Test
  void sudoThatWantsATerminalIsToldSo() throws Exception {
    fixture.user.sudo("Defaults:USER requiretty", WITHOUT_PASSWORD);

    assertThat(problem(() -> fixture.runs.start(request())).code())
        .isEqualTo("root-needs-terminal");
    nothingIsLeft();
  }

  @Test
  void rootNeedsNoSudo() throws Exception {
    try (SshShell root = fixture.server.shell()) {
      Runs runs = new Runs(root, folder.resolve("state-of-root").toString());
      Step own = step("own", "id -u >" + folder + "/own-step", "");

      String id =
          runs.start(fixture.request(rootStep("system", "id -u >" + folder + "/root-step"), own));

      assertThat(Heard.follow(runs, id).end()).isEqualTo(new RunState.Succeeded(true));
      assertThat(folder.resolve("root-step")).hasContent("0\n");
      assertThat(folder.resolve("own-step")).hasContent("0\n");
    }
  }

  private static Problem problem(ThrowingCallable call) {
    Problem[] found = new Problem[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(SetupException.class, e -> found[0] = e.problems().getFirst());
    assertThat(found[0].toString()).doesNotContain(PASSWORD, "wrong one", "megatron-setup-");
    return found[0];
  }

  private void nothingIsLeft() throws Exception {
    assertThat(fixture.runs.list()).isEmpty();
    assertThat(fixture.user.home.resolve("root-step")).doesNotExist();
  }
}
