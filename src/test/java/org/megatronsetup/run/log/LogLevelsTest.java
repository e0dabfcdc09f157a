package org.megatronsetup.run.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.run.log.LogStore.Range;

final class LogLevelsTest {
  @TempDir Path folder;
  private LogStore store;
  private LogLevels levels;

  @BeforeEach
  void open() {
    store = new LogStore(folder);
    levels = new LogLevels(store);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  private static List<Integer> all(LineNumbers numbers) {
    return IntStream.range(0, 100_000)
        .filter(line -> numbers.place(line, new Range(0, 100_000)).isPresent())
        .boxed()
        .toList();
  }

  @Test
  void findsThemWhereverTheyAre() throws InterruptedException {
    store.append("fine\n".repeat(70_000));
    store.append("ERROR: no\n\u001b[33mwarning: odd\u001b[0m\n\u00d7 Failed to build\nfine\n");
    levels.advance();
    assertThat(all(levels.errors())).containsExactly(70_000, 70_002);
    assertThat(all(levels.warnings())).containsExactly(70_001);
  }

  @Test
  void keepUpWithALineThatGrows() throws InterruptedException {
    store.append("one\nwarn");
    levels.advance();
    assertThat(levels.warnings().count()).isZero();
    store.append("ing: two");
    levels.advance();
    levels.advance();
    assertThat(all(levels.warnings())).containsExactly(1);
    store.append("\rerror: three\n");
    levels.advance();
    assertThat(levels.warnings().count()).isZero();
    assertThat(all(levels.errors())).containsExactly(1);
  }

  @Test
  void countPerRange() throws InterruptedException {
    store.append("error: a\nfine\nerror: b\nfine\nerror: c\n");
    levels.advance();
    LineNumbers errors = levels.errors();
    assertThat(errors.count(new Range(1, 4))).isEqualTo(1);
    assertThat(errors.count(new Range(3, 4))).isZero();
    assertThat(errors.after(-1, new Range(3, 4))).isEqualTo(OptionalInt.empty());
    assertThat(errors.after(-1, new Range(1, 4))).hasValue(2);
  }

  /** The quick look at bytes must let through whatever the slow one at words would find. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR: No matching distribution found for x",
        "[error] x",
        "fatal: unable to access",
        "Fatal error in launcher",
        "E: Unable to locate package cudnn",
        "FAILED: a.o",
        "CMake Error at x",
        "Traceback (most recent call last):",
        "nvcc fatal   : x",
        "ninja: build stopped: subcommand failed.",
        "/tmp/a.cu(3): error: x",
        "torch.cuda.OutOfMemoryError: CUDA out of memory",
        "AssertionError",
        "concurrent.CancelledException",
        "[WARNING] x",
        "W: Some index files failed to download",
        "CMake Warning at x",
        "/x/y.py:3: DeprecationWarning: old",
        "   warning: x"
      })
  void theQuickLookLosesNone(String text) {
    byte[] bytes = ("<" + text).getBytes(StandardCharsets.US_ASCII);
    assertThat(LogLevel.of(text)).isNotEqualTo(LogLevel.PLAIN);
    assertThat(LogLevel.isPossible(bytes, 1, bytes.length)).isTrue();
  }

  @Test
  void theQuickLookPassesMostLinesOver() {
    byte[] bytes = "Collecting numpy>=1.26 (from torch)".getBytes(StandardCharsets.US_ASCII);
    assertThat(LogLevel.isPossible(bytes, 0, bytes.length)).isFalse();
  }
}
