package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.words.Words;

/** What OpenSSH itself makes of the person's configuration: {@code ssh -G}. It connects nowhere. */
final class SshG implements SshConfig {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 1 << 20;

  /** ssh prints several files in one line without quotation marks, so spaces in names are seen. */
  private static final Pattern BETWEEN_FILES = Pattern.compile(" +(?=[/~%$]|[A-Za-z]:[\\\\/])");

  private final Path ssh;
  private final List<String> configWords;

  SshG(Path ssh, Surroundings here) {
    this.ssh = ssh;
    this.configWords = here.config().map(file -> List.of("-F", file.toString())).orElse(List.of());
  }

  @Override
  public HostSettings settings(Question question) throws InterruptedException {
    HostSettings settings = new HostSettings();
    for (String line : output(words(question)).lines().toList()) {
      int space = line.indexOf(' ');
      if (space < 1) {
        continue;
      }
      String keyword = line.substring(0, space);
      String value = line.substring(space + 1);
      if (keyword.endsWith("knownhostsfile")) {
        BETWEEN_FILES.splitAsStream(value).forEach(file -> settings.add(keyword, file));
      } else {
        settings.add(keyword, value);
      }
    }
    return settings;
  }

  private List<String> words(Question question) {
    List<String> words = new ArrayList<>(List.of(ssh.toString()));
    words.addAll(configWords);
    words.add("-G");
    question.address().port().ifPresent(port -> words.addAll(List.of("-p", port.toString())));
    question.address().user().ifPresent(user -> words.addAll(List.of("-l", user)));
    question.identity().ifPresent(file -> words.addAll(List.of("-i", file.toString())));
    if (!question.jumps().isEmpty()) {
      words.addAll(List.of("-J", question.jumpText()));
    }
    words.addAll(List.of("--", question.address().host()));
    return words;
  }

  private static String output(List<String> words) throws InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("LC_ALL", "C");
    Process process;
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new SetupException(
          List.of(RouteProblems.sshFailed(Words.of("shell.ssh-config.not-started"))), e);
    }
    try {
      FutureTask<String> out = reading(process.getInputStream());
      FutureTask<String> err = reading(process.getErrorStream());
      long end = System.nanoTime() + LONGEST.toNanos();
      String text = out.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      String complaint = err.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new TimeoutException();
      }
      if (process.exitValue() != 0) {
        throw new SetupException(RouteProblems.sshFailed(lastLine(complaint)));
      }
      return text;
    } catch (TimeoutException | ExecutionException e) {
      throw new SetupException(
          List.of(RouteProblems.sshFailed(Words.of("shell.ssh-config.late", LONGEST.toSeconds()))),
          e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static FutureTask<String> reading(InputStream stream) {
    FutureTask<String> task =
        new FutureTask<>(() -> new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    Thread.ofVirtual().start(task);
    return task;
  }

  /** What ssh says last is why it gave up; nothing in it may upset a terminal. */
  private static String lastLine(String text) {
    String line = text.lines().filter(l -> !l.isBlank()).reduce("", (_, last) -> last);
    String plain = line.strip().replaceAll("\\p{Cntrl}", "\ufffd");
    return plain.isEmpty()
        ? Words.of("shell.ssh-config.no-reason")
        : Words.of("shell.ssh-config.said", plain.substring(0, Math.min(plain.length(), 300)));
  }
}
