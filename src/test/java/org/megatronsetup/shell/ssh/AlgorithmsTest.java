package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.common.Factory;
import org.junit.jupiter.api.Test;

final class AlgorithmsTest {

  private final Config config = Algorithms.modern();

  @Test
  void theBestIsOfferedFirst() {
    assertThat(names(config.getKeyExchangeFactories())).startsWith("curve25519-sha256");
    assertThat(names(config.getCipherFactories())).startsWith("chacha20-poly1305@openssh.com");
    assertThat(names(config.getMACFactories()))
        .startsWith("hmac-sha2-512-etm@openssh.com", "hmac-sha2-256-etm@openssh.com");
    assertThat(names(config.getKeyAlgorithms())).startsWith("ssh-ed25519");
    assertThat(names(config.getCompressionFactories())).containsExactly("none");
  }

  @Test
  void nothingBrokenIsOffered() {
    assertThat(
            Stream.of(
                    names(config.getKeyExchangeFactories()),
                    names(config.getCipherFactories()),
                    names(config.getMACFactories()),
                    names(config.getKeyAlgorithms()))
                .flatMap(List::stream))
        .noneMatch(
            name ->
                name.contains("sha1")
                    || name.contains("md5")
                    || name.contains("cbc")
                    || name.contains("arcfour")
                    || name.contains("3des")
                    || name.startsWith("ssh-dss")
                    || name.startsWith("ssh-rsa"));
  }

  /** A server that has a plain key and a certificate shows its key when nobody knows better. */
  @Test
  void certificatesComeAfterPlainKeys() {
    assertThat(names(config.getKeyAlgorithms()))
        .endsWith(Algorithms.CERTIFICATES.toArray(String[]::new))
        .hasSize(6 + Algorithms.CERTIFICATES.size());
  }

  @Test
  void aPeerThatIsGoneIsNoticed() {
    assertThat(config.getKeepAliveProvider()).isSameAs(KeepAliveProvider.KEEP_ALIVE);
  }

  private static <T> List<String> names(List<Factory.Named<T>> factories) {
    return factories.stream().map(Factory.Named::getName).toList();
  }
}
