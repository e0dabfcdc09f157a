package org.megatronsetup.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.run.Runs;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.shell.ssh.RealSshd;
import org.megatronsetup.shell.ssh.SshShell;

/**
 * A run with a log of a million lines, followed from its first byte to its end over a new
 * connection each time, decoded and stored; against {@code ssh host cat LOG}. What is less than
 * that is measured beside it, so that one sees where the time goes.
 */
final class LogSshBench {
  private static final int LINES = 1_000_000;
  private static final int WIDTH = 109;
  private static final int ROUNDS = 7;

  private final PrintStream out;
  private final List<Long> yardstick = new ArrayList<>();
  private final List<Long> read = new ArrayList<>();
  private final List<Long> decoded = new ArrayList<>();
  private final List<Long> stored = new ArrayList<>();

  LogSshBench(PrintStream out) {
    this.out = out;
  }

  void run() throws Exception {
    out.println("log-ssh: " + Measure.machine());
    Path folder = Files.createTempDirectory("megatron-setup-bench-");
    try (RealSshd server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")))) {
      SshCommand ssh = new SshCommand(server, folder);
      String state = folder.resolve("state").toString();
      String id = longRun(folder, state);
      String log = state + "/runs/" + id + "/log";
      for (int round = 0; round < ROUNDS + 2; round++) {
        yardstick.add(ssh.time("cat " + log));
        read.add(read(server, log));
        decoded.add(follow(server, state, id, _ -> {}));
        try (LogStore store = new LogStore(folder)) {
          stored.add(follow(server, state, id, event -> store(event, store)));
          check(store);
        }
        if (round == 1) {
          List.of(yardstick, read, decoded, stored).forEach(List::clear);
        }
      }
      report(Files.size(Path.of(log)));
    } finally {
      Measure.delete(folder);
    }
  }

  private static String longRun(Path folder, String state) throws Exception {
    Path lines = folder.resolve("lines.txt");
    try (BufferedWriter writer = Files.newBufferedWriter(lines)) {
      for (int i = 0; i < LINES; i++) {
        writer.write(i + " " + "x".repeat(WIDTH - 1 - Integer.toString(i).length()) + "\n");
      }
    }
    Runs runs = new Runs(new LocalShell(), state);
    String id = runs.start(BenchPlan.of(List.of("cat", lines.toString())));
    succeeded(runs.follow(id, _ -> {}));
    return id;
  }

  private static void store(RunEvent event, LogStore store) {
    if (event instanceof RunEvent.Output output) {
      store.append(output.text());
    }
  }

  private static void check(LogStore store) throws IOException {
    if (store.lineCount() < LINES) {
      throw new IOException("only " + store.lineCount() + " lines came");
    }
  }

  private static void succeeded(RunState state) {
    if (!(state instanceof RunState.Succeeded)) {
      throw new IllegalStateException("The run ended as " + state);
    }
  }

  private static long follow(RealSshd server, String state, String id, Consumer<RunEvent> listener)
      throws InterruptedException {
    long start = System.nanoTime();
    try (SshShell shell = server.shell()) {
      succeeded(new Runs(shell, state).follow(id, listener));
      return System.nanoTime() - start;
    }
  }

  private static long read(RealSshd server, String log) throws Exception {
    long start = System.nanoTime();
    try (SshShell shell = server.shell();
        Shell.Running running =
            shell.start(new Script("cat.sh", "exec cat \"$1\"", List.of(log)), new Nothing())) {
      running.waitFor();
      return System.nanoTime() - start;
    }
  }

  private void report(long bytes) {
    double one = Measure.median(yardstick);
    out.println("  medians of " + ROUNDS + ", in turn; a log of " + Measure.megabytes(bytes));
    out.println("  ssh host cat LOG: " + Measure.millis(one));
    say("read by this program's connection", read, one, "");
    say("followed and decoded", decoded, one, "");
    say("followed, decoded and stored", stored, one, " (bound 2.0)");
  }

  private void say(String what, List<Long> times, double one, String bound) {
    double median = Measure.median(times);
    out.println(
        "  "
            + what
            + ": "
            + Measure.millis(median)
            + ", ratio "
            + Measure.ratio(median, one)
            + bound);
  }

  /** Takes output and does nothing with it. */
  private static final class Nothing implements Shell.OutputSink {
    @Override
    public void output(byte[] buffer, int length) {}

    @Override
    public void errors(byte[] buffer, int length) {}
  }
}
