package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Uploads;
import org.megatronsetup.words.Words;

/**
 * Sends files through SFTP, or where a server has none, through a script. A peer that is frozen
 * while much is sent holds the sender inside the socket, where no keep-alive can tell: so the
 * thread that waits looks whether anything moves, and closes the socket if not.
 */
final class SshUploads implements Uploads {
  /** Until a peer that takes nothing is given up; a slow link passes a piece in that time. */
  static final Duration STUCK = Duration.ofSeconds(15);

  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Duration FAREWELL = Duration.ofMillis(500);

  private final Opener opener;

  /** Known once it was tried. */
  private volatile boolean withoutSftp;

  /** Opens the way, or gives the open one. */
  interface Opener {
    SshConnection open() throws ContactException, InterruptedException;
  }

  SshUploads(Opener opener) {
    this.opener = opener;
  }

  @Override
  public void write(Path from, long offset, String to, LongConsumer progress)
      throws IOException, InterruptedException {
    SshConnection connection = opener.open();
    if (!withoutSftp) {
      try {
        Sending sending = new Sending(from, offset);
        watch(connection, sending, () -> new SftpWay(connection).send(sending, to), progress);
        return;
      } catch (SftpWay.NoSftpException e) {
        withoutSftp = true;
      }
    }
    long begin = offset - offset % ScriptWay.BLOCK;
    Sending sending = new Sending(from, begin);
    watch(
        connection,
        sending,
        () -> new ScriptWay(connection).send(sending, to, begin / ScriptWay.BLOCK),
        progress);
  }

  /** A way to send a file, on a thread of its own. */
  private interface Work {
    void send() throws IOException, InterruptedException;
  }

  private static void watch(
      SshConnection connection, Sending sending, Work work, LongConsumer progress)
      throws IOException, InterruptedException {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              work.send();
              return null;
            });
    Thread sender = Thread.ofPlatform().daemon().name("ssh-send").start(task);
    try {
      await(connection, sending, task, progress);
      progress.accept(sending.reached());
    } catch (InterruptedException e) {
      sending.stop();
      if (!ends(sender)) {
        connection.close();
      }
      throw e;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Sending.UnreadableException unreadable -> throw unreadable.failure();
        case ContactException broken -> throw broken;
        case RefusedException refused -> throw refused;
        case SftpWay.NoSftpException none -> throw none;
        case IOException broken -> throw connection.broken(broken);
        case IllegalStateException broken ->
            throw connection.broken(new IOException(Words.of("shell.ssh.not-connected"), broken));
        case RuntimeException defect -> throw defect;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  private static void await(
      SshConnection connection, Sending sending, FutureTask<Void> task, LongConsumer progress)
      throws ContactException, InterruptedException, ExecutionException {
    long reached = sending.reached();
    long since = System.nanoTime();
    while (true) {
      try {
        task.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        long now = sending.reached();
        if (now != reached || sending.isWaiting()) {
          // whoever waits for answers has a limit of its own for each
          since = System.nanoTime();
        } else if (System.nanoTime() - since > STUCK.toNanos()) {
          throw connection.broken(
              new IOException(Words.of("shell.ssh.stuck", STUCK.toSeconds()), e));
        }
        if (now != reached) {
          reached = now;
          progress.accept(now);
        }
      }
    }
  }

  private static boolean ends(Thread sender) {
    try {
      return sender.join(FAREWELL);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
