package org.megatronsetup.run.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.run.log.LogStore.Range;

final class LogStoreTest {
  @TempDir Path folder;
  private LogStore store;

  @BeforeEach
  void open() {
    store = new LogStore(folder);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private List<String> lines() {
    return IntStream.range(0, store.lineCount()).mapToObj(i -> store.line(i).text()).toList();
  }

  /** Cut anywhere, into pieces of at most some characters. */
  private static void appendInPieces(LogStore store, String log, Random random, int longest) {
    for (int at = 0; at < log.length(); ) {
      int to = Math.min(log.length(), at + 1 + random.nextInt(longest));
      store.append(log.substring(at, to));
      at = to;
    }
  }

  @Test
  void showsALastLineThatIsNotFinished() {
    store.append("one\ntw");
    assertThat(lines()).containsExactly("one", "tw");
    assertThat(store.completeLines()).isEqualTo(1);
    store.append("o\n");
    assertThat(lines()).containsExactly("one", "two");
    store.append("\n\nx");
    assertThat(lines()).containsExactly("one", "two", "", "", "x");
  }

  @Test
  void foldsAProgressBarIntoItsLastState() {
    store.append("start\r\n 10% [#   ]\r 50% [##  ]");
    assertThat(lines()).containsExactly("start", " 50% [##  ]");
    store.append("\r");
    assertThat(lines()).containsExactly("start", " 50% [##  ]");
    store.append("100% [####]\r\ndone\r\n");
    assertThat(lines()).containsExactly("start", "100% [####]", "done");
  }

  @Test
  void foldsLinesOfProgressIntoTheLast() throws IOException {
    String log =
        """
        Downloading torch
        Progress 0 of 99
        Progress 50 of 99
        Progress 99 of 99
        Installing
        Progress 1 of 2
        Progress report
        Progress 2 of
        Pro

        Progress 1 of 7
        """;
    store.append(log);
    List<String> folded = lines();
    assertThat(folded)
        .containsExactly(
            "Downloading torch",
            "Progress 99 of 99",
            "Installing",
            "Progress 1 of 2",
            "Progress report",
            "Progress 2 of",
            "Pro",
            "",
            "Progress 1 of 7");
    assertThat(store.completeLines()).as("the last may be replaced").isEqualTo(8);
    assertThat(store.size()).isEqualTo(log.length());

    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      try (LogStore pieces = new LogStore(folder)) {
        appendInPieces(pieces, log, random, 9);
        assertThat(
                IntStream.range(0, pieces.lineCount())
                    .mapToObj(i -> pieces.line(i).text())
                    .toList())
            .isEqualTo(folded);
      }
    }
  }

  @Test
  void aStepThatBeginsAfterProgressHasItsLines() {
    store.append("one\nProgress 1 of 1\n");
    store.beginStep("next");
    store.append("two\n");
    assertThat(store.step("next")).contains(new Range(2, 3));
  }

  @Test
  void cutsPiecesWhereverTheyMayFall() {
    List<String> parts =
        List.of(
            "\u001b[33mwarning\u001b[0m: \u00fc\ud83d\ude80 \u001b[2K\u001b[1;32mBuilt\u001b[0m\r",
            " 1%\r 2%\u001b]8;;http://x\u001b\\",
            "link\u001b(B");
    String log = String.join("\n", parts);
    store.append(log);
    List<LogLine> whole = IntStream.range(0, 3).mapToObj(store::line).toList();
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      try (LogStore pieces = new LogStore(folder)) {
        appendInPieces(pieces, log, random, 4);
        assertThat(IntStream.range(0, pieces.lineCount()).mapToObj(pieces::line).toList())
            .isEqualTo(whole);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    assertThat(lines()).containsExactly("Built", " 2%", "link");
  }

  @Test
  void keepsVeryLongLinesWholeInTheFileOnly() throws IOException {
    String longLine = "\u20ac".repeat(200_000);
    store.append(longLine + "\nnext\n");
    LogLine line = store.line(0);
    assertThat(line.cut()).isTrue();
    assertThat(line.text()).isEqualTo("\u20ac".repeat(LogStore.LINE_LIMIT / 3));
    assertThat(lines().get(1)).isEqualTo("next");
    Path saved = folder.resolve("saved.txt");
    store.saveTo(saved);
    assertThat(Files.readString(saved)).isEqualTo(longLine + "\nnext\n");
  }

  @Test
  void savesByteForByte() throws IOException {
    String log = "\u001b[31mred\u001b[0m\r 1%\r 2%\r\nno end\u00e9";
    store.append(log);
    Path saved = folder.resolve("saved.txt");
    Files.writeString(saved, "something longer that was there before, and is to go away");
    store.saveTo(saved);
    assertThat(Files.readAllBytes(saved)).isEqualTo(log.getBytes(StandardCharsets.UTF_8));
    assertThat(store.size()).isEqualTo(Files.size(saved));
  }

  @Test
  void knowsWhenALineBeganToArrive() throws IOException {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T10:00:00.4Z"));
    try (LogStore timed = new LogStore(folder, now::get)) {
      timed.appendEarlier("there before\nthere in part");
      timed.append(", the rest later\n");
      timed.append("first\nsec");
      now.set(Instant.parse("2026-11-24T10:00:07Z"));
      timed.append("ond\nthird\n");
      assertThat(IntStream.range(0, 6).mapToObj(timed::arrived))
          .containsExactly(
              Optional.empty(),
              Optional.empty(),
              Optional.of(Instant.parse("2026-11-24T10:00:00Z")),
              Optional.of(Instant.parse("2026-11-24T10:00:00Z")),
              Optional.of(Instant.parse("2026-11-24T10:00:07Z")),
              Optional.empty());
    }
  }

  @Test
  void remembersWhereEachStepBegan() {
    store.append("before\n");
    store.beginStep("venv");
    store.append("made\nit\n");
    store.beginStep("install");
    store.append("x\n");
    assertThat(store.step("venv")).contains(new Range(1, 3));
    assertThat(store.step("install")).contains(new Range(3, 4));
    assertThat(store.step("other")).isEmpty();
    store.beginStep("install");
    store.append("again\nfine\n");
    assertThat(store.step("install")).contains(new Range(4, 6));
    assertThat(store.steps()).containsExactly("venv", "install");
  }

  private LineNumbers found(String text) throws InterruptedException {
    LogSearch search = new LogSearch(store, text);
    search.advance();
    return search.found();
  }

  @Test
  void findsForwardAndBackwardWhateverTheCase() throws InterruptedException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      log.append(i % 2_500 == 17 ? "\u001b[1mNeed\u001b[0mle \u00c4" : "straw").append('\n');
    }
    store.append(log.append("needle at the end").toString());
    Range all = new Range(0, store.lineCount());
    assertThat(found("needle").after(-1, all)).hasValue(17);
    assertThat(found("NEEDLE").after(17, all)).hasValue(2_517);
    assertThat(found("needle").before(2_517, all)).hasValue(17);
    assertThat(found("needle").before(10_001, all)).hasValue(10_000);
    assertThat(found("\u00e4").after(17, all)).hasValue(2_517);
    assertThat(found("hay").after(0, all)).isEmpty();
    assertThat(found("").count()).isZero();
    assertThat(found("needle").count()).isEqualTo(5);
    assertThat(found("straw").count()).isEqualTo(9_996);
    assertThat(found("1m").count()).as("control sequences are not text").isZero();
  }

  @Test
  void aSearchThatNobodyWantsEndsEarly() throws InterruptedException {
    store.append("needle\n".repeat(10));
    LogSearch search = new LogSearch(store, "needle");
    search.stop();
    search.advance();
    assertThat(search.found().count()).isZero();
  }

  @Test
  void aSearchKeepsUpWithTheLog() throws InterruptedException {
    store.append("error one\nfine\nerr");
    LogSearch search = new LogSearch(store, "error");
    search.advance();
    assertThat(search.found().count()).isEqualTo(1);
    store.append("or two");
    search.advance();
    assertThat(search.found().count()).isEqualTo(2);
    store.append(", indeed\nfine\nerror three\n");
    search.advance();
    assertThat(search.found().count()).isEqualTo(3);
    Range all = new Range(0, store.lineCount());
    assertThat(search.found().after(0, all)).hasValue(2);
    assertThat(search.found().after(4, all)).as("round to the first").hasValue(0);
    assertThat(search.found().before(2, all)).hasValue(0);
    assertThat(search.found().before(0, all)).as("round to the last").hasValue(4);
    assertThat(search.found().place(2, all)).hasValue(2);
    assertThat(search.found().place(1, all)).isEmpty();
    Range later = new Range(1, store.lineCount());
    assertThat(search.found().count(later)).isEqualTo(2);
    assertThat(search.found().before(2, later)).as("round within the range").hasValue(4);
    assertThat(search.found().place(4, later)).hasValue(2);
    assertThat(search.found().after(0, new Range(1, 2))).isEmpty();
  }

  @Test
  void anInterruptedSearchLeavesTheStoreReadable() throws InterruptedException {
    store.append("needle\n".repeat(10));
    AtomicReference<Object> outcome = new AtomicReference<>();
    Thread searcher =
        Thread.ofVirtual()
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  try {
                    outcome.set(found("needle").count());
                  } catch (InterruptedException e) {
                    outcome.set(e);
                  }
                });
    searcher.join();
    assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
    assertThat(store.line(3).text()).isEqualTo("needle");
    store.append("more\n");
    assertThat(store.lineCount()).isEqualTo(11);
  }

  @Test
  void manyReadersSeeWholeLinesWhileItGrows() throws InterruptedException {
    AtomicReference<String> torn = new AtomicReference<>();
    List<Thread> readers =
        Stream.generate(() -> Thread.ofPlatform().start(() -> readUntilComplete(torn)))
            .limit(3)
            .toList();
    for (int i = 0; i < 20_000; i++) {
      store.append(i + " end\n");
    }
    for (Thread reader : readers) {
      reader.join();
    }
    assertThat(torn.get()).isNull();
    assertThat(store.lineCount()).isEqualTo(20_000);
  }

  private void readUntilComplete(AtomicReference<String> torn) {
    int complete = 0;
    while (complete < 20_000 && torn.get() == null) {
      complete = store.completeLines();
      if (complete > 0) {
        String text = store.line(complete - 1).text();
        if (!text.equals((complete - 1) + " end")) {
          torn.set(text);
        }
      }
    }
  }

  @Test
  void holdsAMillionLinesInLittleMemory() {
    String line = "x".repeat(99) + "\n";
    String piece = line.repeat(1_000);
    Runtime runtime = Runtime.getRuntime();
    long before = used(runtime);
    for (int i = 0; i < 1_000; i++) {
      store.append(piece);
    }
    assertThat(used(runtime) - before).isLessThan(30L << 20);
    assertThat(store.lineCount()).isEqualTo(1_000_000);
    assertThat(store.line(999_999).text()).isEqualTo("x".repeat(99));
    assertThat(store.size()).isEqualTo(100_000_000);
  }

  private static long used(Runtime runtime) {
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void leavesNothingBehindWhenClosed() throws IOException {
    store.append("text\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
    store.close();
    store.append("late\n");
    assertThat(store.lineCount()).isZero();
    assertThat(store.line(0).text()).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void onlyTheOwnerCanReadTheFile() throws IOException {
    store.append("text\n");
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
    }
  }
}
