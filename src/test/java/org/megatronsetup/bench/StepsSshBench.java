package org.megatronsetup.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.megatronsetup.shell.ssh.RealSshd;

/**
 * A run of ten steps that do nothing, from connecting to its final state, against {@code
 * ansible-playbook} with ten tasks {@code command: /bin/true} on the same server: with its
 * defaults, and without looking at the host first.
 */
final class StepsSshBench {
  private static final int ROUNDS = 5;

  private final PrintStream out;
  private final List<Long> plain = new ArrayList<>();
  private final List<Long> noFacts = new ArrayList<>();
  private final List<Long> process = new ArrayList<>();
  private final List<Long> warm = new ArrayList<>();

  StepsSshBench(PrintStream out) {
    this.out = out;
  }

  void run() throws Exception {
    out.println("steps-ssh: " + Measure.machine());
    if (!Files.isExecutable(Path.of("/usr/bin/ansible-playbook"))) {
      out.println("  There is no ansible-playbook here: apt-get install ansible-core brings it.");
      return;
    }
    Path folder = Files.createTempDirectory("megatron-setup-bench-");
    try (RealSshd server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")))) {
      SshCommand ssh = new SshCommand(server, folder);
      Files.createDirectory(folder.resolve("sockets"));
      Path known = folder.resolve("known");
      inventory(server, ssh, folder);
      for (int round = 0; round <= ROUNDS; round++) {
        String state = folder.resolve("state-" + round).toString();
        plain.add(playbook(folder, "yes"));
        process.add(client(server, known, state, folder));
        noFacts.add(playbook(folder, "no"));
        long start = System.nanoTime();
        StepsClient.run("127.0.0.1", server.port(), server.key(), known, state);
        warm.add(System.nanoTime() - start);
        if (round == 0) {
          List.of(plain, noFacts, process, warm).forEach(List::clear);
        }
      }
      report();
    } finally {
      awaitClosed(folder.resolve("sockets"));
      Measure.delete(folder);
    }
  }

  private static void inventory(RealSshd server, SshCommand ssh, Path folder) throws IOException {
    Files.writeString(
        folder.resolve("inventory"),
        "node ansible_host=127.0.0.1 ansible_port="
            + server.port()
            + " ansible_ssh_common_args=\""
            + String.join(" ", ssh.options("yes"))
            + "\"\n");
    for (String facts : List.of("yes", "no")) {
      Files.writeString(
          folder.resolve("play-" + facts + ".yml"),
          "- hosts: all\n"
              + (facts.equals("yes") ? "" : "  gather_facts: no\n")
              + "  tasks:\n"
              + "    - command: /bin/true\n".repeat(10));
    }
  }

  private static long playbook(Path folder, String facts) throws Exception {
    long start = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(
            "ansible-playbook",
            "-i",
            folder.resolve("inventory").toString(),
            folder.resolve("play-" + facts + ".yml").toString());
    Map<String, String> variables = builder.environment();
    // its connections stay open for a minute, and the next round must not find one
    Path sockets = Files.createTempDirectory(folder.resolve("sockets"), "r");
    variables.put("ANSIBLE_SSH_CONTROL_PATH_DIR", sockets.toString());
    variables.put("ANSIBLE_HOME", folder.resolve("ansible").toString());
    variables.put("ANSIBLE_REMOTE_TMP", folder.resolve("ansible-there").toString());
    return timed(builder, folder, start);
  }

  /** Ansible's connections notice by themselves that the server is gone. */
  private static void awaitClosed(Path sockets) throws IOException, InterruptedException {
    for (int i = 0; i < 100; i++) {
      try (Stream<Path> files = Files.walk(sockets)) {
        if (files.allMatch(Files::isDirectory)) {
          return;
        }
      }
      Thread.sleep(50);
    }
  }

  private static long client(RealSshd server, Path known, String state, Path folder)
      throws Exception {
    long start = System.nanoTime();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            StepsClient.class.getName(),
            "127.0.0.1",
            Integer.toString(server.port()),
            server.key().toString(),
            known.toString(),
            state);
    return timed(builder, folder, start);
  }

  private static long timed(ProcessBuilder builder, Path folder, long start) throws Exception {
    Path output = folder.resolve("output");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(output));
    }
    return System.nanoTime() - start;
  }

  private void report() {
    out.println("  medians of " + ROUNDS + ", in turn:");
    double all = Measure.median(plain);
    double few = Measure.median(noFacts);
    out.println("  ansible-playbook: " + Measure.millis(all));
    out.println("  ansible-playbook without gathering facts: " + Measure.millis(few));
    say("this program, from a warm JVM", warm, all, few);
    say("this program, a JVM of its own each time", process, all, few);
  }

  private void say(String what, List<Long> times, double all, double few) {
    double median = Measure.median(times);
    out.println(
        "  "
            + what
            + ": "
            + Measure.millis(median)
            + ", ratio "
            + Measure.ratio(median, all)
            + " (bound 0.3), without its facts "
            + Measure.ratio(median, few));
  }
}
