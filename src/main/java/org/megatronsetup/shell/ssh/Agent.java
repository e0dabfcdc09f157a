package org.megatronsetup.shell.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.schmizz.sshj.common.Buffer.BufferException;
import net.schmizz.sshj.common.Buffer.PlainBuffer;

/**
 * Talks to an agent that holds keys (the protocol of {@code ssh-agent}). Each question is bounded
 * in time and size, so that an agent that hangs never holds up a sign-in for long.
 */
final class Agent {
  private static final int REQUEST_IDENTITIES = 11;
  private static final int IDENTITIES_ANSWER = 12;
  private static final int SIGN_REQUEST = 13;
  private static final int SIGN_RESPONSE = 14;
  private static final int RSA_SHA2_512 = 4;
  private static final int LARGEST = 256 * 1024;
  private static final int MOST_KEYS = 1000;

  /** Long enough to touch a token or to confirm in a window. */
  private static final Duration PERSON = Duration.ofSeconds(60);

  private final Path socket;
  private final Duration limit;

  Agent(Path socket, Duration limit) {
    this.socket = socket;
    this.limit = limit;
  }

  /**
   * @param comment what its owner called it
   */
  record Key(PublicBlob blob, String comment) {}

  /** The keys that it holds, in its order. */
  List<Key> keys() throws IOException {
    PlainBuffer answer =
        ask(new PlainBuffer().putByte((byte) REQUEST_IDENTITIES), IDENTITIES_ANSWER, limit);
    try {
      long count = answer.readUInt32();
      if (count > MOST_KEYS) {
        throw new IOException("the agent says it has " + count + " keys");
      }
      List<Key> keys = new ArrayList<>();
      for (long i = 0; i < count; i++) {
        byte[] blob = answer.readStringAsBytes();
        String comment = answer.readString();
        PublicBlob.of(blob).ifPresent(b -> keys.add(new Key(b, comment)));
      }
      return keys;
    } catch (BufferException e) {
      throw new IOException("the agent's answer makes no sense", e);
    }
  }

  /**
   * @return algorithm and signature, as they travel
   */
  byte[] sign(PublicBlob key, byte[] data) throws IOException {
    PlainBuffer question =
        new PlainBuffer()
            .putByte((byte) SIGN_REQUEST)
            .putString(key.bytes())
            .putString(data)
            .putUInt32(key.rsa() ? RSA_SHA2_512 : 0);
    try {
      return ask(question, SIGN_RESPONSE, key.token() ? PERSON : limit).readStringAsBytes();
    } catch (BufferException e) {
      throw new IOException("the agent's answer makes no sense", e);
    }
  }

  private PlainBuffer ask(PlainBuffer question, int expected, Duration limit) throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      Thread watch = Thread.ofVirtual().name("agent-limit").start(() -> closeAfter(limit, channel));
      try {
        channel.connect(UnixDomainSocketAddress.of(socket));
        byte[] body = question.getCompactData();
        ByteBuffer out = ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).flip();
        while (out.hasRemaining()) {
          channel.write(out);
        }
        return answer(channel, expected);
      } finally {
        watch.interrupt();
      }
    }
  }

  private static PlainBuffer answer(SocketChannel channel, int expected) throws IOException {
    int length = read(channel, 4).getInt();
    if (length < 1 || length > LARGEST) {
      throw new IOException("the agent's answer has an impossible length");
    }
    ByteBuffer body = read(channel, length);
    if (body.get() != expected) {
      throw new IOException("the agent refused");
    }
    byte[] rest = new byte[body.remaining()];
    body.get(rest);
    return new PlainBuffer(rest);
  }

  private static ByteBuffer read(SocketChannel channel, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException("the agent closed the connection");
      }
    }
    return bytes.flip();
  }

  /** A closed channel ends a read or a connect that waits on it; there are no timeouts on it. */
  private static void closeAfter(Duration limit, SocketChannel channel) {
    try {
      Thread.sleep(limit);
      channel.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // closed is closed
    }
  }
}
