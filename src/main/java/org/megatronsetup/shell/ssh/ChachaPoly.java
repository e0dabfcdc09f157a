package org.megatronsetup.shell.ssh;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.common.SecurityUtils;
import net.schmizz.sshj.transport.cipher.Cipher;

/**
 * {@code chacha20-poly1305@openssh.com} with the JDK's own ChaCha20, which is faster than the one
 * that the library asks for, and without its copies of each packet. The JDK has the cipher of RFC
 * 8439, whose nonce begins where OpenSSH's counter has its upper half: zeros there make them the
 * same, for no packet has 2^32 blocks.
 */
final class ChachaPoly implements Cipher {
  private static final int KEY_BYTES = 32;
  private static final int BLOCK_BYTES = 64;
  private static final int LENGTH_BYTES = 4;
  private static final int TAG_BYTES = 16;

  private final javax.crypto.Cipher packets;
  private final javax.crypto.Cipher lengths;
  private final Mac mac;
  private final byte[] sealedLength = new byte[LENGTH_BYTES];
  private Mode mode = Mode.Decrypt;
  private SecretKeySpec packetKey = key(new byte[KEY_BYTES], 0);
  private SecretKeySpec lengthKey = key(new byte[KEY_BYTES], 0);

  private ChachaPoly() {
    try {
      packets = javax.crypto.Cipher.getInstance("ChaCha20", "SunJCE");
      lengths = javax.crypto.Cipher.getInstance("ChaCha20", "SunJCE");
      mac = SecurityUtils.getMAC("POLY1305");
    } catch (GeneralSecurityException e) {
      throw new SSHRuntimeException(e);
    }
  }

  static Factory.Named<Cipher> factory() {
    return new Factory.Named<>() {
      @Override
      public String getName() {
        return "chacha20-poly1305@openssh.com";
      }

      @Override
      public Cipher create() {
        return new ChachaPoly();
      }
    };
  }

  private static SecretKeySpec key(byte[] bytes, int from) {
    return new SecretKeySpec(bytes, from, KEY_BYTES, "ChaCha20");
  }

  /** As the library counts: of the key. */
  @Override
  public int getBlockSize() {
    return 2 * KEY_BYTES;
  }

  @Override
  public int getIVSize() {
    return 0;
  }

  @Override
  public int getAuthenticationTagSize() {
    return TAG_BYTES;
  }

  @Override
  public void init(Mode newMode, byte[] keys, byte[] iv) {
    mode = newMode;
    packetKey = key(keys, 0);
    lengthKey = key(keys, KEY_BYTES);
  }

  @Override
  public void setSequenceNumber(long number) {
    byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(number).array();
    try {
      begin(lengths, lengthKey, nonce);
      begin(packets, packetKey, nonce);
      // the first block is the key of the tag, the second begins the packet
      byte[] first = packets.update(new byte[BLOCK_BYTES]);
      mac.init(new SecretKeySpec(first, 0, KEY_BYTES, "POLY1305"));
    } catch (GeneralSecurityException e) {
      throw new SSHRuntimeException(e);
    }
  }

  /** Both ways are the same; only in this mode may the number 0 be set twice before it is used. */
  private static void begin(javax.crypto.Cipher cipher, SecretKeySpec key, byte[] nonce)
      throws GeneralSecurityException {
    cipher.init(javax.crypto.Cipher.DECRYPT_MODE, key, new ChaCha20ParameterSpec(nonce, 0));
  }

  /** The length in front of a packet, sealed with a key of its own. */
  @Override
  public void updateAAD(byte[] data, int offset, int length) {
    if (length != LENGTH_BYTES) {
      throw new IllegalArgumentException("a length of " + length + " bytes");
    }
    if (mode == Mode.Decrypt) {
      System.arraycopy(data, offset, sealedLength, 0, LENGTH_BYTES);
    }
    crypt(lengths, data, offset, length);
    if (mode == Mode.Encrypt) {
      System.arraycopy(data, offset, sealedLength, 0, LENGTH_BYTES);
    }
  }

  @Override
  public void updateAAD(byte[] data) {
    updateAAD(data, 0, data.length);
  }

  /** The packet itself; its tag follows it, and is looked at before anything is opened. */
  @Override
  public void update(byte[] data, int offset, int length) {
    int end = offset + length;
    if (mode == Mode.Encrypt) {
      crypt(packets, data, offset, length);
      System.arraycopy(tag(data, offset, length), 0, data, end, TAG_BYTES);
      return;
    }
    byte[] shown = Arrays.copyOfRange(data, end, end + TAG_BYTES);
    if (!MessageDigest.isEqual(shown, tag(data, offset, length))) {
      throw new SSHRuntimeException("MAC Error");
    }
    crypt(packets, data, offset, length);
  }

  private byte[] tag(byte[] data, int offset, int length) {
    mac.update(sealedLength);
    mac.update(data, offset, length);
    return mac.doFinal();
  }

  private static void crypt(javax.crypto.Cipher cipher, byte[] data, int offset, int length) {
    try {
      cipher.update(data, offset, length, data, offset);
    } catch (GeneralSecurityException e) {
      throw new SSHRuntimeException(e);
    }
  }

  @Override
  public void updateWithAAD(byte[] data, int offset, int lengthBytes, int length) {
    updateAAD(data, offset, lengthBytes);
    update(data, offset + lengthBytes, length);
  }
}
