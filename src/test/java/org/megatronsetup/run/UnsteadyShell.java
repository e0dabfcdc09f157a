package org.megatronsetup.run;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Shell;

/** A shell whose contact breaks: streams after some random number of bytes, calls at random. */
final class UnsteadyShell implements Shell {
  private final Shell inner;
  private final Random random;
  private final int breaks;
  private final AtomicInteger broken = new AtomicInteger();
  private volatile boolean cut;

  /**
   * @param breaks how often it breaks before it holds
   */
  UnsteadyShell(Shell inner, Random random, int breaks) {
    this.inner = inner;
    this.random = random;
    this.breaks = breaks;
  }

  int broken() {
    return broken.get();
  }

  /** From now on nothing gets through. */
  void cut() {
    cut = true;
  }

  private void maybeBreak(int oneIn) throws ContactException {
    if (cut || (broken.get() < breaks && chance(oneIn))) {
      broken.incrementAndGet();
      throw new ContactException("the connection broke");
    }
  }

  private synchronized boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private synchronized int upTo(int bound) {
    return random.nextInt(bound);
  }

  @Override
  public String machine() {
    return inner.machine();
  }

  @Override
  public Finished run(Script script, Duration limit) throws ContactException, InterruptedException {
    maybeBreak(3);
    return inner.run(script, limit);
  }

  @Override
  public Running start(Script script, OutputSink sink) throws ContactException {
    maybeBreak(3);
    boolean breaksLater = broken.get() < breaks;
    CuttingSink cutting = new CuttingSink(sink, breaksLater ? upTo(200_000) : Long.MAX_VALUE);
    return new CuttingRunning(inner.start(script, cutting), cutting);
  }

  @Override
  public void writeFile(String path, byte[] content, int mode)
      throws ContactException, InterruptedException {
    maybeBreak(3);
    inner.writeFile(path, content, mode);
  }

  @Override
  public byte[] readFile(String path, long offset, int limit)
      throws ContactException, InterruptedException {
    maybeBreak(3);
    return inner.readFile(path, offset, limit);
  }

  @Override
  public void close() {
    inner.close();
  }

  /** Passes on so many bytes of output, then nothing more. */
  private static final class CuttingSink implements OutputSink {
    private final OutputSink sink;
    private long left;
    private boolean over;
    private Running running;

    CuttingSink(OutputSink sink, long left) {
      this.sink = sink;
      this.left = left;
    }

    @Override
    public void output(byte[] buffer, int length) {
      int passed;
      synchronized (this) {
        passed = (int) Math.min(left, length);
        left -= passed;
        over |= passed < length;
      }
      if (passed > 0) {
        sink.output(buffer, passed);
      }
      if (passed < length) {
        end();
      }
    }

    @Override
    public void errors(byte[] buffer, int length) {
      if (!isOver()) {
        sink.errors(buffer, length);
      }
    }

    synchronized boolean isOver() {
      return over;
    }

    synchronized void ends(Running running) {
      this.running = running;
      if (over) {
        running.close();
      }
    }

    private synchronized void end() {
      if (running != null) {
        running.close();
      }
    }
  }

  /** Says that the contact broke when the sink was cut. */
  private final class CuttingRunning implements Running {
    private final Running running;
    private final CuttingSink sink;

    CuttingRunning(Running running, CuttingSink sink) {
      this.running = running;
      this.sink = sink;
      sink.ends(running);
    }

    @Override
    public int waitFor() throws ContactException, InterruptedException {
      int status = running.waitFor();
      if (sink.isOver()) {
        broken.incrementAndGet();
        throw new ContactException("the connection broke in the middle");
      }
      return status;
    }

    @Override
    public void close() {
      running.close();
    }
  }
}
