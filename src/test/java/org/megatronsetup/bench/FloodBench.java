package org.megatronsetup.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.run.Runs;
import org.megatronsetup.run.log.LogStore;
import org.megatronsetup.shell.LocalShell;

/**
 * A million lines of a hundred characters, in colours, with a warning or an error now and then:
 * stored, shown at the end of a live log, searched and copied. Against {@code cat} of the same
 * lines into a file.
 */
final class FloodBench {
  private static final int LINES = 1_000_000;
  private static final int WIDTH = 100;
  private static final int ROUNDS = 5;

  private final PrintStream out;
  private final LogWindow window = new LogWindow();

  FloodBench(PrintStream out) {
    this.out = out;
  }

  void run() throws Exception {
    Path folder = Files.createTempDirectory("megatron-setup-bench-");
    try {
      out.println("flood: " + Measure.machine());
      Path lines = folder.resolve("lines.txt");
      write(lines, LINES);
      double cat = cat(lines, folder);
      window.open();
      warmUp(folder);
      floods(lines, folder, cat);
      searchAndCopy(lines, folder);
      out.println(" the same with lines wrapped and times shown:");
      window.press(".log-wrap");
      window.press(".log-times");
      floods(lines, folder, cat);
    } finally {
      Measure.delete(folder);
    }
  }

  private static String line(int number) {
    String word = number % 10_000 == 77 ? "error: " : number % 1_000 == 7 ? "warning: " : "";
    String start = number + " " + word;
    return start + "x".repeat(WIDTH - start.length());
  }

  private static void write(Path file, int count) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      for (int i = 0; i < count; i++) {
        writer.write("\u001b[32m" + line(i).replaceFirst(" ", "\u001b[0m ") + "\n");
      }
    }
  }

  /** By the time that a log is long, the program has done all this before. */
  private void warmUp(Path folder) throws Exception {
    Path few = folder.resolve("few.txt");
    write(few, LINES / 50);
    try (LogStore store = new LogStore(folder)) {
      window.show(store);
      run(few, folder, store);
      Thread.sleep(1_000);
    }
  }

  private double cat(Path lines, Path folder) throws IOException, InterruptedException {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      times.add(Measure.command(List.of("cat", lines.toString()), folder.resolve("copy.txt")));
    }
    double median = Measure.median(times);
    out.println("  cat into a file, median of " + ROUNDS + ": " + Measure.millis(median));
    return median;
  }

  private void floods(Path lines, Path folder, double cat) throws Exception {
    List<Long> stored = new ArrayList<>();
    List<Long> shown = new ArrayList<>();
    Heartbeat heartbeat = new Heartbeat();
    try (LogStore store = new LogStore(folder)) {
      window.show(store);
      latency(store);
    }
    System.gc();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
    for (int i = 0; i < ROUNDS; i++) {
      try (LogStore store = new LogStore(folder)) {
        window.show(store);
        Thread.sleep(500);
        window.onScreen(heartbeat::start);
        long start = System.nanoTime();
        run(lines, folder, store);
        stored.add(System.nanoTime() - start);
        while (!window.lastRow().endsWith(line(LINES - 1))) {
          Thread.sleep(20);
        }
        shown.add(System.nanoTime() - start);
        window.onScreen(heartbeat::stop);
      }
    }
    report(heartbeat, cat, stored, shown);
  }

  /** How long a single line takes to the screen, when nothing else is printed. */
  private void latency(LogStore store) throws InterruptedException {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String text = "line by line " + i;
      long start = System.nanoTime();
      store.append(text + "\n");
      while (!window.lastRow().endsWith(text)) {
        Thread.sleep(1);
      }
      times.add(System.nanoTime() - start);
      Thread.sleep(200);
    }
    out.println(
        "  a line that is appended is laid out after "
            + Measure.millis(Measure.median(times))
            + ", at most "
            + Measure.millis(Collections.max(times))
            + " (bound 100 ms)");
  }

  /** A detached run of one step, followed from its first byte to its end. */
  private static void run(Path lines, Path folder, LogStore store) throws InterruptedException {
    Runs runs = new Runs(new LocalShell(), folder.resolve("state").toString());
    String id = runs.start(BenchPlan.of(List.of("cat", lines.toString())));
    RunState state =
        runs.follow(
            id,
            event -> {
              if (event instanceof RunEvent.Output output) {
                store.append(output.text());
              }
            });
    if (!(state instanceof RunState.Succeeded)) {
      throw new IllegalStateException("The run ended as " + state);
    }
  }

  private void report(Heartbeat heartbeat, double cat, List<Long> stored, List<Long> shown) {
    out.println(
        "  all stored, median of " + ROUNDS + ": " + Measure.millis(Measure.median(stored)));
    out.println(
        "  last line on the screen, median of "
            + ROUNDS
            + ": "
            + Measure.millis(Measure.median(shown))
            + ", against cat: "
            + Measure.ratio(Measure.median(shown), cat));
    out.println(
        "  frames under the floods: "
            + heartbeat.frames()
            + ", p50 "
            + Measure.millis(heartbeat.gap(0.5))
            + ", p99 "
            + Measure.millis(heartbeat.gap(0.99))
            + " (bound 33 ms), longest "
            + Measure.millis(heartbeat.longestGap())
            + " (bound 100 ms)");
    out.println(
        "  of that the UI thread computed: p50 "
            + Measure.millis(heartbeat.work(0.5))
            + ", p99 "
            + Measure.millis(heartbeat.work(0.99))
            + ", longest "
            + Measure.millis(heartbeat.work(1)));
    out.println(
        "  wait of a task for the UI thread: p99 "
            + Measure.millis(heartbeat.wait(0.99))
            + ", longest "
            + Measure.millis(heartbeat.longestWait())
            + " (bound 100 ms)");
    out.println("  peak heap: " + Measure.megabytes(peakHeap()) + " (bound 256 MB)");
  }

  private void searchAndCopy(Path lines, Path folder) throws Exception {
    try (LogStore store = new LogStore(folder)) {
      window.show(store);
      run(lines, folder, store);
      Thread.sleep(2_000);
      search();
      copy();
      window.clear();
    }
  }

  private void search() {
    for (Map.Entry<String, String> sought :
        List.of(
            Map.entry("in every line", "x"),
            Map.entry("in one line", (LINES - 1) + " "),
            Map.entry("in none", "nothing of the kind"))) {
      List<Long> times = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        times.add(window.search(sought.getValue()));
      }
      out.println(
          "  search over all, "
              + sought.getKey()
              + ": first time "
              + Measure.millis(times.getFirst())
              + ", median of "
              + ROUNDS
              + " "
              + Measure.millis(Measure.median(times))
              + " (bound 1,000 ms), found: "
              + window.found());
    }
  }

  private void copy() {
    Heartbeat heartbeat = new Heartbeat();
    window.onScreen(heartbeat::start);
    long start = System.nanoTime();
    int characters = window.copyAll();
    long took = System.nanoTime() - start;
    window.onScreen(heartbeat::stop);
    out.println(
        "  copy of all: "
            + Measure.millis(took)
            + ", "
            + characters
            + " characters, longest frame meanwhile "
            + Measure.millis(heartbeat.longestGap())
            + " (bound 100 ms)");
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static long peakHeap() {
    return heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }
}
