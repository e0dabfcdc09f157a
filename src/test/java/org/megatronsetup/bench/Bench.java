package org.megatronsetup.bench;

import java.io.PrintStream;
import java.util.Arrays;

/** Starts a benchmark by its name; {@code packaging/bench/README.md} says what each prints. */
public final class Bench {
  private Bench() {}

  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    String name = args.length == 0 ? "" : args[0];
    String[] rest = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
    switch (name) {
      case "flood" -> new FloodBench(out).run(rest);
      default -> {
        out.println("Which one? -Dbench=flood|overhead|startup");
        System.exit(2);
      }
    }
    System.exit(0);
  }
}
