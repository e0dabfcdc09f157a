package org.megatronsetup.run.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.run.log.LogLine.Span;
import org.megatronsetup.run.log.LogStyle.Color;

final class LogLineTest {
  @TempDir Path folder;

  private List<LogLine> lines(String log) throws IOException {
    try (LogStore store = new LogStore(folder)) {
      store.append(log);
      return IntStream.range(0, store.lineCount()).mapToObj(store::line).toList();
    }
  }

  private LogLine line(String log) throws IOException {
    return lines(log).getLast();
  }

  private static Span span(int start, int end, Color color, boolean bold) {
    return new Span(start, end, new LogStyle(color, bold, false, false, false));
  }

  @Test
  void takesColoursOutOfTheText() throws IOException {
    LogLine line = line("a \u001b[1;31merror\u001b[0m and \u001b[32mgood\u001b[39m news");
    assertThat(line.text()).isEqualTo("a error and good news");
    assertThat(line.spans())
        .containsExactly(span(2, 7, Color.RED, true), span(12, 16, Color.GREEN, false));
  }

  @Test
  void aColourLastsOverTheEndOfALine() throws IOException {
    List<LogLine> lines = lines("\u001b[31mone\ntwo\n\u001b[mthree\nfour\n");
    assertThat(lines.get(1).spans()).containsExactly(span(0, 3, Color.RED, false));
    assertThat(lines.get(2).spans()).isEmpty();
    assertThat(lines.get(3).spans()).isEmpty();
  }

  @Test
  void aColourLastsOverAFoldedProgressBar() throws IOException {
    assertThat(line("\u001b[36m 10%\r 20%").spans()).containsExactly(span(0, 4, Color.CYAN, false));
  }

  @ParameterizedTest
  @CsvSource({
    "38;5;1,RED", "38;5;196,RED", "38;5;46,GREEN", "38;5;250,WHITE", "38;5;236,BLACK",
    "38;2;255;200;0,YELLOW", "38:2:90:90:255,BLUE", "91,RED", "97,WHITE", "48;5;21;35,MAGENTA"
  })
  void bringsManyColoursDownToEight(String parameters, Color color) throws IOException {
    assertThat(line("\u001b[" + parameters + "mx").spans())
        .containsExactly(span(0, 1, color, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ESC[2KPrepared            | Prepared
          old textESC[2Knew         | new
          keptESC[K                 | kept
          upESC[1A and downESC[12B  | up and down
          ESC[?25lhiddenESC[?25h    | hidden
          ESC]0;titleBELtext        | text
          ESC]8;;http://xESC\\linkESC]8;;ESC\\ | link
          ESC(Btext                 | text
          ESC[38;5                  | ''
          aESCMb                    | ab
          spin-BS/BSdone            | spindone
          aBELb                     | ab
          """)
  void dropsWhatMovesACursor(String log, String shown) throws IOException {
    String bytes = log.replace("ESC", "\u001b").replace("BEL", "\u0007").replace("BS", "\b");
    assertThat(line(bytes).text()).isEqualTo(shown);
  }

  @Test
  void aTabReachesTheNextEighthColumn() throws IOException {
    assertThat(line("ab\tc\td").text()).isEqualTo("ab      c       d");
  }

  @Test
  void bytesThatAreNoTextDoNoHarm() throws IOException {
    assertThat(line("a\u0000b\u009bc\ufffd").text()).isEqualTo("abc\ufffd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ERROR | ERROR: No matching distribution found for x
          ERROR | error: subprocess-exited-with-error
          ERROR | fatal: unable to access 'https://x/': Could not resolve host
          ERROR | E: Unable to locate package cudnn
          ERROR | /tmp/a.cu(3): error: identifier "x" is undefined
          ERROR | src/a.cpp:12:7: fatal error: Python.h: No such file or directory
          ERROR | ModuleNotFoundError: No module named 'torch'
          ERROR | torch.cuda.OutOfMemoryError: CUDA out of memory
          ERROR | AssertionError
          ERROR | Traceback (most recent call last):
          ERROR | × Failed to download and build `transformer-engine`
          WARNING | warning: The `UV_NATIVE_TLS` environment variable is deprecated
          WARNING | W: Some index files failed to download
          WARNING | a.cpp:1:2: warning: unused variable
          WARNING | /x/y.py:3: DeprecationWarning: old
          PLAIN | Collecting pytest-error-for-skips==2.0
          PLAIN | Installed 3 packages, 0 errors
          PLAIN | Error
          PLAIN | building 'warnings' extension
          """)
  void tellsErrorsAndWarningsApart(LogLevel level, String text) throws IOException {
    assertThat(line(text).level()).isEqualTo(level);
  }

  @Test
  void readsWhatUvWritesToATerminal() throws IOException {
    String log = sample("uv-tty.txt");
    List<LogLine> lines = lines(log);
    assertThat(lines).allSatisfy(line -> assertThat(line.text()).doesNotContain("\u001b", "[2K"));
    assertThat(lines.stream().map(line -> line.text().strip()))
        .contains(
            "Resolved 32 packages in 723ms", "Prepared 1 package in 7ms",
            "Installed 1 package in 139ms", "Using Python 3.12.3 environment at: /opt/venv");
    LogLine installed =
        lines.stream().filter(line -> line.text().startsWith(" + mega")).findFirst().orElseThrow();
    assertThat(installed.spans().getFirst()).isEqualTo(span(1, 2, Color.GREEN, false));
  }

  static String sample(String name) throws IOException {
    try (InputStream in = LogLineTest.class.getResourceAsStream("/log/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
