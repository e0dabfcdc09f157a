package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Duration;
import net.schmizz.sshj.common.Buffer.PlainBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
final class AgentTest {
  private static final byte[] DATA = "to sign".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @Test
  void listsAndSigns() throws Exception {
    try (FakeAgent fake = new FakeAgent(folder).add("Ed25519", 1).add("RSA", 1)) {
      Agent agent = new Agent(fake.socket(), Duration.ofSeconds(20));

      var keys = agent.keys();
      PlainBuffer ed = new PlainBuffer(agent.sign(keys.get(0).blob(), DATA));
      PlainBuffer rsa = new PlainBuffer(agent.sign(keys.get(1).blob(), DATA));

      assertThat(keys).extracting(Agent.Key::comment).containsExactly("key-0", "key-1");
      assertThat(keys).extracting(k -> k.blob().type()).containsExactly("ssh-ed25519", "ssh-rsa");
      assertThat(ed.readString()).isEqualTo("ssh-ed25519");
      assertThat(rsa.readString()).isEqualTo("rsa-sha2-512");
      assertThat(fake.flags).containsExactly(0, 4);
      Signature check = Signature.getInstance("SHA512withRSA");
      check.initVerify(fake.keys.get(1).getPublic());
      check.update(DATA);
      assertThat(check.verify(rsa.readStringAsBytes())).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FakeAgent.Manner.class,
      names = {"SILENT", "HUGE", "GARBAGE"})
  void endsWithOneThatMisbehaves(FakeAgent.Manner manner) throws Exception {
    try (FakeAgent fake = new FakeAgent(folder).add("Ed25519", 1).manner(manner)) {
      Agent agent = new Agent(fake.socket(), Duration.ofMillis(500));

      assertThatThrownBy(agent::keys).isInstanceOf(IOException.class);
    }
  }

  @Test
  void endsWithNone() {
    Agent agent = new Agent(folder.resolve("nobody"), Duration.ofMillis(500));

    assertThatThrownBy(agent::keys).isInstanceOf(IOException.class);
  }

  @Test
  void saysThatItRefused() throws Exception {
    try (FakeAgent fake = new FakeAgent(folder).add("Ed25519", 1)) {
      Agent agent = new Agent(fake.socket(), Duration.ofSeconds(20));
      PublicBlob blob = agent.keys().getFirst().blob();
      fake.manner(FakeAgent.Manner.REFUSING);

      assertThatThrownBy(() -> agent.sign(blob, DATA)).hasMessageContaining("refused");
    }
  }
}
