package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.math.BigInteger;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.schmizz.sshj.common.Buffer.BufferException;
import net.schmizz.sshj.common.Buffer.PlainBuffer;

/** An agent on a socket of its own, with keys made for it, speaking the real protocol. */
final class FakeAgent implements AutoCloseable {
  /** How it answers. */
  enum Manner {
    PROPER,
    /** Takes the question and says nothing. */
    SILENT,
    REFUSING,
    /** Says that its answer is a gigabyte. */
    HUGE,
    GARBAGE
  }

  final List<KeyPair> keys = new ArrayList<>();
  final List<Integer> flags = new CopyOnWriteArrayList<>();
  private final ServerSocketChannel server;
  private final List<SocketChannel> open = new CopyOnWriteArrayList<>();
  private final Path socket;
  private volatile Manner manner = Manner.PROPER;

  FakeAgent(Path folder) throws IOException {
    socket = folder.resolve("agent.sock");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofVirtual().start(this::serve);
  }

  Path socket() {
    return socket;
  }

  FakeAgent manner(Manner next) {
    manner = next;
    return this;
  }

  FakeAgent add(String algorithm, int count) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("RSA")) {
      generator.initialize(2048);
    }
    for (int i = 0; i < count; i++) {
      keys.add(generator.generateKeyPair());
    }
    return this;
  }

  /** The line that a server's list of keys would have for it. */
  String line(int index) {
    byte[] blob = blob(keys.get(index).getPublic());
    return PublicBlob.of(blob).orElseThrow().type()
        + " "
        + Base64.getEncoder().encodeToString(blob);
  }

  private static byte[] blob(PublicKey key) {
    PlainBuffer buffer = new PlainBuffer();
    if (key instanceof RSAPublicKey rsa) {
      mpint(mpint(buffer.putString("ssh-rsa"), rsa.getPublicExponent()), rsa.getModulus());
    } else {
      byte[] encoded = key.getEncoded();
      buffer
          .putString("ssh-ed25519")
          .putString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }
    return buffer.getCompactData();
  }

  private static PlainBuffer mpint(PlainBuffer buffer, BigInteger number) {
    return buffer.putString(number.toByteArray());
  }

  private void serve() {
    while (server.isOpen()) {
      try {
        SocketChannel channel = server.accept();
        open.add(channel);
        Thread.ofVirtual().start(() -> talk(channel));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(SocketChannel channel) {
    try (channel) {
      while (true) {
        byte[] head = Channels.newInputStream(channel).readNBytes(4);
        if (head.length < 4) {
          return;
        }
        byte[] question =
            Channels.newInputStream(channel).readNBytes(ByteBuffer.wrap(head).getInt());
        byte[] answer = answer(new PlainBuffer(question));
        ByteBuffer out = ByteBuffer.allocate(4 + answer.length);
        out.putInt(manner == Manner.HUGE ? 1 << 30 : answer.length).put(answer).flip();
        if (manner == Manner.SILENT) {
          continue;
        }
        channel.write(out);
      }
    } catch (IOException | GeneralSecurityException e) {
      // the other side is gone
    }
  }

  private byte[] answer(PlainBuffer question) throws BufferException, GeneralSecurityException {
    byte kind = question.readByte();
    if (manner == Manner.GARBAGE) {
      return new byte[] {12, 0, 0, 0, 9, 1, 2};
    }
    if (kind == 11) {
      PlainBuffer answer = new PlainBuffer().putByte((byte) 12).putUInt32(keys.size());
      for (int i = 0; i < keys.size(); i++) {
        answer.putString(blob(keys.get(i).getPublic())).putString("key-" + i);
      }
      return answer.getCompactData();
    }
    if (kind == 13 && manner == Manner.PROPER) {
      return sign(question);
    }
    return new byte[] {5};
  }

  private byte[] sign(PlainBuffer question) throws BufferException, GeneralSecurityException {
    byte[] wanted = question.readStringAsBytes();
    byte[] data = question.readStringAsBytes();
    int flag = question.readUInt32AsInt();
    flags.add(flag);
    for (KeyPair pair : keys) {
      if (Arrays.equals(blob(pair.getPublic()), wanted)) {
        boolean rsa = pair.getPublic() instanceof RSAPublicKey;
        String name = !rsa ? "ssh-ed25519" : flag == 4 ? "rsa-sha2-512" : "ssh-rsa";
        String algorithm = !rsa ? "Ed25519" : flag == 4 ? "SHA512withRSA" : "SHA1withRSA";
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(pair.getPrivate());
        signature.update(data);
        byte[] signed =
            new PlainBuffer().putString(name).putString(signature.sign()).getCompactData();
        return new PlainBuffer().putByte((byte) 14).putString(signed).getCompactData();
      }
    }
    return new byte[] {5};
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (SocketChannel channel : open) {
      channel.close();
    }
  }
}
