package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.transport.verification.PromiscuousVerifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingTest {
  @TempDir Path folder;

  private RealSshd server;

  @BeforeEach
  void start() throws Exception {
    server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** A piece that could not be sent is sent again when its stream is closed. */
  @Test
  void whatCannotBeSentDoesNotSpoilTheGoodbye() throws Exception {
    OutputStream stuck = stuckStream();

    assertThatCode(() -> Closing.quietly(stuck)).doesNotThrowAnyException();
  }

  /** Once this fails, the care that is taken of it is not needed any more. */
  @Test
  void theLibraryStumblesOverIt() throws Exception {
    OutputStream stuck = stuckStream();

    assertThatThrownBy(stuck::close).isInstanceOf(ArrayIndexOutOfBoundsException.class);
  }

  private OutputStream stuckStream() throws Exception {
    AtomicBoolean broken = new AtomicBoolean();
    SSHClient client = new SSHClient(Algorithms.modern());
    client.addHostKeyVerifier(new PromiscuousVerifier());
    client.setSocketFactory(new BreakingSockets(broken));
    client.connect("127.0.0.1", server.port);
    Path key = server.folder.resolve("key");
    client.authPublickey(System.getProperty("user.name"), key.toString());
    OutputStream out = client.startSession().exec("cat >/dev/null").getOutputStream();
    out.write('a');
    broken.set(true);
    assertThatThrownBy(out::flush).isInstanceOf(IOException.class);
    return out;
  }

  /** Takes what is written until it is broken. */
  private static final class BreakingSocket extends Socket {
    private final AtomicBoolean broken;

    BreakingSocket(AtomicBoolean broken) {
      this.broken = broken;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
          if (broken.get()) {
            throw new IOException("broken by a test");
          }
          out.write(bytes, from, length);
        }
      };
    }
  }

  private static final class BreakingSockets extends UnconnectedSockets {
    private final AtomicBoolean broken;

    BreakingSockets(AtomicBoolean broken) {
      this.broken = broken;
    }

    @Override
    public Socket createSocket() {
      return new BreakingSocket(broken);
    }
  }
}
