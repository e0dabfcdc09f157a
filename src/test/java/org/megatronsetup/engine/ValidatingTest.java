package org.megatronsetup.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ssh.CutProxy;
import org.megatronsetup.shell.ssh.RealSshd;
import org.megatronsetup.shell.ssh.Silent;
import org.megatronsetup.validate.ValidationRequest;

/** The ladder over a connection that breaks. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class ValidatingTest {
  private static final ValidationRequest REQUEST = ValidationRequest.of("/usr/bin/python3", "");

  @TempDir Path folder;
  private RealSshd server;
  private CutProxy proxy;

  @BeforeEach
  void start() throws Exception {
    server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")));
    proxy = new CutProxy(server.port());
  }

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      proxy.close();
      server.close();
    }
  }

  private Setup open(int port) throws InterruptedException {
    Target.Ssh target =
        new Target.Ssh(
            "127.0.0.1",
            Optional.of(System.getProperty("user.name")),
            Optional.of(port),
            Optional.of(server.key().toString()),
            List.of());
    return new Targets("test", folder.resolve("accepted")).open(target, new Silent(true));
  }

  private static List<String> ids(List<Check> rows) {
    return rows.stream().map(Check::id).toList();
  }

  private void cut() {
    try {
      proxy.cut(CutProxy.Cut.RESET);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void itBeginsAgainAndEachRowIsHeardOnce() throws Exception {
    List<Check> heard = new ArrayList<>();
    try (Setup through = open(proxy.port());
        Setup straight = open(server.port())) {
      List<Check> all =
          through.validate(
              REQUEST,
              row -> {
                heard.add(row);
                if (heard.size() == 2) {
                  cut();
                }
              });
      List<Check> direct = straight.validate(REQUEST, row -> {});

      assertThat(proxy.connections()).isGreaterThan(1);
      assertThat(ids(heard)).doesNotHaveDuplicates().isEqualTo(ids(all)).isEqualTo(ids(direct));
    }
  }

  @Test
  void whereThereNeverWasContactThatIsSaidAtOnce() throws Exception {
    proxy.refuse(true);
    try (Setup through = open(proxy.port())) {
      assertThatThrownBy(() -> through.validate(REQUEST, row -> {}))
          .isInstanceOfSatisfying(
              SetupException.class,
              e -> assertThat(e.problems().getFirst().code()).isEqualTo("contact-lost"));
    }
  }
}
