package org.megatronsetup.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.megatronsetup.model.RunState;
import org.megatronsetup.run.Runs;
import org.megatronsetup.shell.ssh.Hop;
import org.megatronsetup.shell.ssh.Route;
import org.megatronsetup.shell.ssh.Silent;
import org.megatronsetup.shell.ssh.SshShell;

/** Ten steps that do nothing, on a host behind SSH: connected, started, followed to the end. */
final class StepsClient {
  private static final int STEPS = 10;

  private StepsClient() {}

  /** As a process of its own: host, port, key, known hosts, state folder. */
  public static void main(String[] args) throws Exception {
    run(args[0], Integer.parseInt(args[1]), Path.of(args[2]), Path.of(args[3]), args[4]);
    System.exit(0);
  }

  static void run(String host, int port, Path key, Path knownHosts, String state)
      throws InterruptedException {
    Hop hop =
        new Hop(
            host,
            host,
            port,
            System.getProperty("user.name"),
            host,
            List.of(key),
            true,
            Optional.empty(),
            List.of(knownHosts));
    try (SshShell shell =
        new SshShell(
            new Route(List.of(hop), List.of()),
            knownHosts.resolveSibling("accepted"),
            new Silent(false))) {
      Runs runs = new Runs(shell, state);
      String id =
          runs.start(
              BenchPlan.ofSteps(
                  IntStream.rangeClosed(1, STEPS)
                      .mapToObj(i -> BenchPlan.step("step-" + i, List.of("/bin/true")))
                      .toList()));
      RunState end = runs.follow(id, _ -> {});
      if (!end.equals(new RunState.Succeeded(true))) {
        throw new IllegalStateException("The run ended as " + end);
      }
    }
  }
}
