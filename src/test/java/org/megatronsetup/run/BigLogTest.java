package org.megatronsetup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.run.RunFixture.step;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.model.RunState;

/** Clients in processes of their own: one with little memory, one that is killed. */
final class BigLogTest {
  @TempDir Path folder;

  private Process client(RunFixture fixture, String id, String... options) throws Exception {
    List<String> command = new java.util.ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(FollowingClient.class.getName(), fixture.state().toString(), id));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("client").toFile())
        .start();
  }

  @Test
  void aMillionLinesNeedLittleMemory() throws Exception {
    RunFixture fixture = new RunFixture(folder, "dash");
    String id =
        fixture.start(
            step(
                "prints",
                "python3 -c 'import sys\nfor i in range(1000): sys.stdout.write((\"x\" * 109 +"
                    + " \"\\n\") * 1000)'"));

    Process client = client(fixture, id, "-Xmx48m");

    assertThat(client.waitFor()).as(Files.readString(folder.resolve("client"))).isZero();
    byte[] log = Files.readAllBytes(fixture.directory(id).resolve("log"));
    CRC32 crc = new CRC32();
    crc.update(log);
    assertThat(log).hasSizeGreaterThan(110_000_000);
    assertThat(folder.resolve("client")).hasContent(log.length + " " + crc.getValue() + "\n");
  }

  @Test
  void aRunGoesOnWhenItsClientIsKilled() throws Exception {
    RunFixture fixture = new RunFixture(folder, "dash");
    Path go = folder.resolve("go");
    String id =
        fixture.start(
            step("waits", "echo one\nuntil test -e " + go + "; do sleep 0.02; done\necho two"));
    Process client = client(fixture, id, "-Dheard=" + folder.resolve("heard"));
    while (!Files.exists(folder.resolve("heard"))) {
      assertThat(client.isAlive()).isTrue();
      Thread.sleep(10);
    }
    client.destroyForcibly().waitFor();
    Files.createFile(go);

    RunFixture.Heard heard = fixture.follow(id);

    assertThat(heard.end).isEqualTo(new RunState.Succeeded(true));
    assertThat(heard.log()).isEqualTo(Files.readString(fixture.directory(id).resolve("log")));
    assertThat(heard.log()).endsWith("one\ntwo\n");
    while (ProcessHandle.allProcesses()
        .anyMatch(p -> p.info().commandLine().orElse("").contains(id))) {
      // what the killed client left ends with the run
      Thread.sleep(20);
    }
  }
}
