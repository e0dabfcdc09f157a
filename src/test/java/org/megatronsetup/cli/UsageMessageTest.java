package org.megatronsetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsageMessageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--indx-url=https://ada:geheim@h/",
        "--index-login=ada:geheim",
        "--ask-become-pass=geheim",
        "ada:geheim",
        "https://ada:geheim@h/"
      })
  void whatMayBeASecretIsNotRepeated(String word) {
    assertThat(said("install", word)).startsWith("megatron-setup: ").doesNotContain("geheim");
  }

  @Test
  void whatIsNoneIsRepeated() {
    assertThat(said("instal")).contains("'instal'");
    assertThat(said("install", "--max-jobs=many")).contains("--max-jobs", "'many'");
    assertThat(said("install", "--indx-url=https://h/a")).contains("--indx-url=https://h/a");
  }

  private static String said(String... words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(InputStream.nullInputStream(), stream, stream, Optional.empty());
    int status =
        new CommandLineFront(
                new Context(
                    terminal,
                    (target, dialog) -> {
                      throw new AssertionError("nothing is to be done");
                    }))
            .run(words);
    assertThat(status).isEqualTo(ExitCode.USAGE.status());
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
