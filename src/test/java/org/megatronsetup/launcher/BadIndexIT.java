package org.megatronsetup.launcher;

import static org.megatronsetup.launcher.Refusal.NOT_FIT;
import static org.megatronsetup.launcher.Refusal.WRONG_ANSWERS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.fixtures.FixtureIndex;

/** Package indexes that do not answer as they should, or not at all. */
@Execution(ExecutionMode.CONCURRENT)
final class BadIndexIT {
  private static final String WITHOUT_NETWORK =
      "Without a network, name a folder of wheels (--find-links with --no-index)";

  @TempDir Path home;

  /** Silence takes the 30 seconds that the program waits. */
  @ParameterizedTest
  @CsvSource({
    "NOT_FOUND,    2, There is no package index at, status 404",
    "SERVER_ERROR, 3, out of order, status 500",
    "GARBAGE,      3, is not a package index, a page of a network that wants a sign-in",
    "SILENCE,      3, said nothing for 30 s, (--find-links with --no-index)"
  })
  void misbehaves(FixtureIndex.Fault fault, int exitStatus, String sentence, String more)
      throws Exception {
    try (FixtureIndex index = FixtureIndex.empty().fault(fault)) {
      refused(exitStatus, index.url(), sentence, more);
    }
  }

  @Test
  void nobodyListens() throws Exception {
    refused(
        NOT_FIT,
        "http://127.0.0.1:" + unusedPort() + "/simple/",
        "does not accept",
        WITHOUT_NETWORK);
  }

  @Test
  void hasNoAddress() throws Exception {
    refused(NOT_FIT, "https://packages.invalid/simple/", "cannot be found", WITHOUT_NETWORK);
  }

  @Test
  void isNotAnAddress() throws Exception {
    refused(WRONG_ANSWERS, "packages.example.org", "is not an address", "Write the whole address");
    refused(WRONG_ANSWERS, "http://$(touch PWNED)/", "is not allowed", "leading “-”");
  }

  @Test
  void theOneThatPipIsConfiguredForIsNamed() throws Exception {
    Launcher.Ended ended =
        new Launcher(home)
            .runWith(
                Map.of("PIP_INDEX_URL", "http://127.0.0.1:" + unusedPort() + "/simple"),
                "install",
                "--yes",
                "--venv=" + home.resolve("env"));
    Refusal.assertRefused(ended, NOT_FIT);
  }

  private void refused(int exitStatus, String url, String... words) throws Exception {
    Refusal.expect(
        Refusal.of(
            url,
            exitStatus,
            home -> List.of("--index-url=" + url, "--venv=" + home.resolve("env")),
            words),
        home);
  }

  private static int unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
