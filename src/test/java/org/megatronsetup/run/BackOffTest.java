package org.megatronsetup.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.run.RunFixture.step;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.megatronsetup.model.RunState;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Shell;

/** How long followers wait before they try again. */
@Timeout(120)
final class BackOffTest {
  private static final int BREAKS = 30;

  @TempDir Path folder;

  /** Were each pause twice the one before, the last ones would take longer than the test may. */
  @Test
  void contactThatIsRegainedMakesTheNextPauseAShortOne() throws Exception {
    RunFixture fixture = new RunFixture(folder, "dash");
    String id = fixture.start(step("one", "echo hello"));
    fixture.follow(id);
    OnlyTheState shell = new OnlyTheState(fixture.shell);
    Runs runs =
        new Runs(
            shell,
            fixture.state().toString(),
            () -> new BackOff(Duration.ofMillis(1), Duration.ofDays(1)));

    RunFixture.Heard heard = new RunFixture.Heard();
    heard.end = runs.follow(id, heard.events::add);

    assertThat(shell.broken.get()).isEqualTo(BREAKS);
    assertThat(heard.end).isEqualTo(new RunState.Succeeded(true));
    assertThat(heard.log()).contains("hello");
  }

  /** Its streams break after their first line, so often that it is no chance. */
  private static final class OnlyTheState implements Shell {
    private final Shell inner;
    private final AtomicInteger broken = new AtomicInteger();

    OnlyTheState(Shell inner) {
      this.inner = inner;
    }

    @Override
    public String machine() {
      return inner.machine();
    }

    @Override
    public Finished run(Script script, Duration limit)
        throws ContactException, InterruptedException {
      return inner.run(script, limit);
    }

    @Override
    public Running start(Script script, OutputSink sink) throws ContactException {
      if (broken.get() == BREAKS) {
        return inner.start(script, sink);
      }
      broken.incrementAndGet();
      return new FirstLine(inner.start(script, new ToFirstLine(sink)));
    }

    @Override
    public void writeFile(String path, byte[] content, int mode)
        throws ContactException, InterruptedException {
      inner.writeFile(path, content, mode);
    }

    @Override
    public byte[] readFile(String path, long offset, int limit)
        throws ContactException, InterruptedException {
      return inner.readFile(path, offset, limit);
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  private static final class ToFirstLine implements Shell.OutputSink {
    private final Shell.OutputSink sink;
    private boolean passed;

    ToFirstLine(Shell.OutputSink sink) {
      this.sink = sink;
    }

    @Override
    public void output(byte[] buffer, int length) {
      int end = 0;
      while (!passed && end < length) {
        passed = buffer[end] == '\n';
        end++;
      }
      if (end > 0) {
        sink.output(buffer, end);
      }
    }

    @Override
    public void errors(byte[] buffer, int length) {}
  }

  private record FirstLine(Shell.Running running) implements Shell.Running {
    @Override
    public int waitFor() throws ContactException, InterruptedException {
      running.waitFor();
      throw new ContactException("the connection broke after the first line");
    }

    @Override
    public void close() {
      running.close();
    }
  }
}
