package org.megatronsetup.shell.ssh;

import java.util.Optional;
import java.util.function.Consumer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;
import org.megatronsetup.words.Words;

/**
 * One try at signing in. What takes time (a person, an agent) happens beside the thread that reads
 * from the connection, which stays free.
 */
abstract class Way extends AbstractAuthMethod implements AutoCloseable {
  private Consumer<SSHException> stop = e -> {};
  private Optional<Thread> beside = Optional.empty();
  private volatile Optional<String> abandoned = Optional.empty();

  Way(String method) {
    super(method);
  }

  /** Whether a person may have to do something before the server has its answer. */
  boolean waitsForPerson() {
    return false;
  }

  /** Why it was given up on this side, in words for a person; empty: it was not. */
  final Optional<String> abandoned() {
    return abandoned;
  }

  /**
   * @param action ends the wait for the server's verdict
   */
  final void onStop(Consumer<SSHException> action) {
    stop = action;
  }

  /** The server's question of this method, message 60 in all of them. */
  abstract void question(SSHPacket packet) throws UserAuthException, TransportException;

  @Override
  public final void handle(Message message, SSHPacket packet)
      throws UserAuthException, TransportException {
    if (message == Message.USERAUTH_60) {
      question(packet);
    } else {
      super.handle(message, packet);
    }
  }

  /** Finds an answer on a thread of its own and sends it. */
  final void answerBeside(Answer answer) {
    beside = Optional.of(Thread.ofVirtual().name("ssh-sign-in").start(() -> run(answer)));
  }

  private void run(Answer answer) {
    try {
      params.getTransport().write(answer.packet());
    } catch (Signer.NotSigned e) {
      giveUp(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      giveUp(Words.of("shell.tried.interrupted"));
    } catch (SSHException e) {
      stop.accept(e);
    } catch (RuntimeException e) {
      // a mistake of ours or of the dialog's: for the caller to throw
      stop.accept(new UserAuthException("not answered", e));
    }
  }

  /** Ends this try without an answer to the server. */
  final void giveUp(String why) {
    abandoned = Optional.of(why);
    stop.accept(new UserAuthException("given up"));
  }

  /** Ends what may still be under way for it. */
  @Override
  public void close() {
    beside.ifPresent(Thread::interrupt);
  }

  /** What to send. */
  @FunctionalInterface
  interface Answer {
    SSHPacket packet() throws Signer.NotSigned, SSHException, InterruptedException;
  }
}
