package org.megatronsetup.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A script that runs on this computer, with a thread for each of its streams. */
final class LocalProcess implements Shell.Running {
  private static final int BUFFER = 1 << 16;
  private static final Duration GRACE = Duration.ofMillis(500);

  private final Process process;
  private final List<Thread> pumps;

  LocalProcess(Process process, byte[] input, Shell.OutputSink sink) {
    this.process = process;
    Thread writer = thread("input", () -> feed(process.getOutputStream(), input));
    Thread output = thread("output", () -> pump(process.getInputStream(), sink::output));
    Thread errors = thread("errors", () -> pump(process.getErrorStream(), sink::errors));
    pumps = List.of(output, errors);
    if (input.length == 0) {
      // nothing to write, so nothing to wait for
      feed(process.getOutputStream(), input);
    } else {
      writer.start();
    }
    pumps.forEach(Thread::start);
  }

  private static Thread thread(String name, Runnable work) {
    // a read from a pipe occupies a carrier, so these are threads of their own
    return Thread.ofPlatform().daemon().name("shell-" + name).unstarted(work);
  }

  private static void feed(OutputStream stream, byte[] input) {
    try (stream) {
      stream.write(input);
    } catch (IOException e) {
      // the script ended without reading all of it; its exit status says what that means
      return;
    }
  }

  private static void pump(InputStream stream, Chunk chunk) {
    byte[] buffer = new byte[BUFFER];
    try (stream) {
      int length;
      while ((length = stream.read(buffer)) >= 0) {
        chunk.accept(buffer, length);
      }
    } catch (IOException e) {
      // closed by us while it was read
      return;
    }
  }

  @Override
  public int waitFor() throws InterruptedException {
    try {
      int status = process.waitFor();
      for (Thread pump : pumps) {
        pump.join();
      }
      return status;
    } catch (InterruptedException e) {
      close();
      throw e;
    }
  }

  /** Empty when the limit passed; the script still runs then. */
  OptionalInt waitFor(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    if (!process.waitFor(limit)) {
      return OptionalInt.empty();
    }
    for (Thread pump : pumps) {
      // also when it ended, something that it started may hold its output open
      Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
      if (!pump.join(left)) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.of(process.exitValue());
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      endTree();
    }
  }

  private void endTree() {
    List<ProcessHandle> tree = tree();
    tree.forEach(ProcessHandle::destroy);
    long end = System.nanoTime() + GRACE.toNanos();
    boolean interrupted = false;
    while (tree.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
      try {
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    // what was started in the meantime hangs on those that still live
    Stream.concat(tree.stream(), tree.stream().flatMap(ProcessHandle::descendants))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private List<ProcessHandle> tree() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
  }

  /** Takes a piece of a stream. */
  private interface Chunk {
    void accept(byte[] buffer, int length);
  }
}
