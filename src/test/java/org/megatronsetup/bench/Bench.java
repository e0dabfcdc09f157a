package org.megatronsetup.bench;

import java.io.PrintStream;

/** Starts a benchmark by its name; {@code packaging/bench/README.md} says what each prints. */
public final class Bench {
  private Bench() {}

  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    String name = args.length == 0 ? "" : args[0];
    switch (name) {
      case "flood" -> new FloodBench(out).run();
      case "container" -> new ContainerBench(out).run();
      case "overhead" -> new OverheadBench(out).run();
      case "probe-ssh" -> new ProbeSshBench(out).run();
      case "log-ssh" -> new LogSshBench(out).run();
      case "steps-ssh" -> new StepsSshBench(out).run();
      case "startup" -> new StartupBench(out).run();
      default -> {
        out.println(
            "Which one? -Dbench=flood|overhead|container|startup|probe-ssh|log-ssh|steps-ssh");
        System.exit(2);
      }
    }
    System.exit(0);
  }
}
