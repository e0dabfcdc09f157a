package org.megatronsetup.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.probe.Probe;
import org.megatronsetup.shell.ssh.RealSshd;
import org.megatronsetup.shell.ssh.SshShell;

/**
 * Connecting and looking at a host, each time by a new connection of a warm JVM, against {@code ssh
 * host true}; to a host at no distance and to one that is 100 ms away.
 */
final class ProbeSshBench {
  private static final int ROUNDS = 11;

  private final PrintStream out;

  ProbeSshBench(PrintStream out) {
    this.out = out;
  }

  void run() throws Exception {
    out.println("probe-ssh: " + Measure.machine());
    for (int millis : new int[] {0, 100}) {
      Path folder = Files.createTempDirectory("megatron-setup-bench-");
      try {
        if (millis == 0) {
          try (RealSshd server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")))) {
            out.println("loopback:");
            measure(server, folder);
          }
        } else {
          far(folder, millis);
        }
      } finally {
        Measure.delete(folder);
      }
    }
  }

  private void far(Path folder, int millis) throws Exception {
    try (FarHost far = new FarHost(millis);
        RealSshd server =
            RealSshd.startAt(
                FarHost.ADDRESS, far.before(), Files.createDirectory(folder.resolve("sshd")))) {
      out.println(millis + " ms for a round trip, by " + far.way() + ":");
      measure(server, folder);
    }
  }

  private void measure(RealSshd server, Path folder) throws Exception {
    SshCommand ssh = new SshCommand(server, folder);
    List<Long> yardstick = new ArrayList<>();
    List<Long> connects = new ArrayList<>();
    List<Long> probes = new ArrayList<>();
    for (int round = 0; round < ROUNDS + 3; round++) {
      yardstick.add(ssh.time("true"));
      long start = System.nanoTime();
      try (SshShell shell = server.shell()) {
        shell.readFile("/dev/null/none", 0, 1);
      } catch (org.megatronsetup.shell.ContactException e) {
        connects.add(System.nanoTime() - start);
      }
      start = System.nanoTime();
      try (SshShell shell = server.shell()) {
        new Probe().probe(shell, List.of(), List.of());
        probes.add(System.nanoTime() - start);
      }
      if (round == 2) {
        List.of(yardstick, connects, probes).forEach(List::clear);
      }
    }
    double one = Measure.median(yardstick);
    out.println("  medians of " + ROUNDS + ", in turn:");
    out.println("  ssh host true: " + Measure.millis(one));
    out.println(
        "  connected, and a script that does nothing: "
            + Measure.millis(Measure.median(connects))
            + ", ratio "
            + Measure.ratio(Measure.median(connects), one));
    out.println(
        "  connected and looked at: "
            + Measure.millis(Measure.median(probes))
            + ", ratio "
            + Measure.ratio(Measure.median(probes), one)
            + " (bound 2.0)");
  }
}
