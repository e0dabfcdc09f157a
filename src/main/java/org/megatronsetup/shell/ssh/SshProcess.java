package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/**
 * A script that runs behind a connection. Both of its streams are always read: they share one
 * window, so that one left alone would stop the other.
 */
final class SshProcess implements Shell.Running {
  private static final int BUFFER = 1 << 16;
  private static final Map<String, Integer> SIGNALS =
      Map.of("HUP", 1, "INT", 2, "QUIT", 3, "ABRT", 6, "KILL", 9, "PIPE", 13, "TERM", 15);

  private final SshConnection connection;
  private final Session session;
  private final Session.Command command;
  private final Output output;
  private final List<Thread> pumps;

  /** What goes to a script after its own input, on a thread of the process's. */
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  SshProcess(
      SshConnection connection, Session session, Script script, Shell.OutputSink sink, Body body)
      throws IOException {
    this.connection = connection;
    this.session = session;
    this.output = new Output(sink);
    this.command = session.exec(Bootstrap.COMMAND);
    byte[] input = Bootstrap.input(script);
    pumps =
        List.of(
            thread("output", () -> pump(command.getInputStream(), output::accept)),
            thread("errors", () -> pump(command.getErrorStream(), sink::errors)));
    thread("input", () -> feed(command.getOutputStream(), input, body)).start();
    pumps.forEach(Thread::start);
  }

  private static Thread thread(String name, Runnable work) {
    return Thread.ofPlatform().daemon().name("ssh-" + name).unstarted(work);
  }

  private static void feed(OutputStream stream, byte[] input, Body body) {
    try (stream) {
      stream.write(input);
      body.writeTo(stream);
    } catch (IOException e) {
      // the script ended without reading all of it, or the way is broken: its end says which
      return;
    }
  }

  private static void pump(InputStream stream, Chunk chunk) {
    byte[] buffer = new byte[BUFFER];
    try {
      int length;
      while ((length = stream.read(buffer)) >= 0) {
        chunk.accept(buffer, length);
      }
    } catch (IOException e) {
      // the way is broken: there will be no exit status, which is how it is told from an end
      return;
    }
  }

  @Override
  public int waitFor() throws ContactException, InterruptedException {
    try {
      for (Thread pump : pumps) {
        pump.join();
      }
      return status();
    } catch (InterruptedException e) {
      close();
      throw e;
    }
  }

  /** Empty when the limit passed; the script may run on then. */
  OptionalInt waitFor(Duration limit) throws ContactException, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (Thread pump : pumps) {
      if (!pump.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
        return OptionalInt.empty();
      }
    }
    return OptionalInt.of(status());
  }

  private int status() throws ContactException, InterruptedException {
    try {
      // both streams are over; what is left is on its way
      command.join(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw connection.broken(e);
    }
    Optional<Integer> status =
        Optional.ofNullable(command.getExitStatus())
            .or(() -> Optional.ofNullable(command.getExitSignal()).map(s -> number(s.toString())));
    if (status.isEmpty()) {
      throw connection.broken(new IOException(Words.of("shell.ssh.no-status")));
    }
    if (!output.begun()) {
      throw SshProblems.noShell(connection.target(), status.get(), output.greeting());
    }
    return status.get();
  }

  private static int number(String signal) {
    return 128 + SIGNALS.getOrDefault(signal.toUpperCase(Locale.ROOT), 0);
  }

  @Override
  public void close() {
    // saying goodbye to a channel waits for the peer, which may be frozen
    Thread.ofVirtual().name("ssh-channel-close").start(() -> Closing.quietly(session));
  }

  /** Takes a piece of a stream. */
  private interface Chunk {
    void accept(byte[] buffer, int length);
  }
}
