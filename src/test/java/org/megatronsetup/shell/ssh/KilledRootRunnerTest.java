package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.fixtures.FixtureRequest.rootStep;
import static org.megatronsetup.fixtures.FixtureRequest.step;
import static org.megatronsetup.fixtures.FixtureRequest.withPassword;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.fixtures.Heard;
import org.megatronsetup.fixtures.Required;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunState;

/** A runner that sudo made root is killed: its user can go on, and owns all that was left. */
class KilledRootRunnerTest {
  private static final String PASSWORD = "pass word";

  @TempDir Path folder;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void theUserResumesWithThePasswordOnceMore() throws Exception {
    Required.tools("sudo", "visudo");
    try (UserFixture fixture = new UserFixture(folder, "/bin/sh")) {
      fixture.user.password(PASSWORD);
      fixture.user.sudo("USER ALL=(ALL) ALL", "Defaults:USER timestamp_timeout=0");
      Path home = fixture.user.home;
      String id =
          fixture.runs.start(
              withPassword(
                  fixture.request(
                      step("own", "id -un >" + home + "/own-step", ""),
                      rootStep(
                          "system",
                          "test -e %1$s/mended || { touch %1$s/ready; exec sleep 600; }"
                              .formatted(home)),
                      step("last", "id -un", "")),
                  PASSWORD));
      while (!Files.exists(home.resolve("ready"))) {
        Thread.sleep(10);
      }
      String runner = Files.readString(fixture.directory(id).resolve("runner")).split(" ")[0];
      List<ProcessHandle> below =
          ProcessHandle.of(Long.parseLong(runner)).orElseThrow().descendants().toList();
      ProcessHandle.of(Long.parseLong(runner)).orElseThrow().destroyForcibly();
      below.forEach(ProcessHandle::destroyForcibly);

      assertThat(Heard.follow(fixture.runs, id).end()).isEqualTo(new RunState.Died());
      assertThat(fixture.directory(id).resolve("secrets")).doesNotExist();

      Files.createFile(home.resolve("mended"));
      fixture.runs.resume(id, Credentials.NONE, PASSWORD.toCharArray());
      Heard heard = Heard.follow(fixture.runs, id);
      assertThat(heard.end()).as(heard.log()).isEqualTo(new RunState.Succeeded(true));
      assertThat(heard.log()).endsWith("\n" + fixture.user.name + "\n");
      try (Stream<Path> files = Files.walk(Path.of(fixture.state()))) {
        for (Path path : files.toList()) {
          assertThat(Files.getOwner(path).getName())
              .as(path.toString())
              .isEqualTo(fixture.user.name);
        }
      }
    }
  }
}
