package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.transport.cipher.Cipher;
import org.junit.jupiter.api.Test;

/** Against the library's own; against OpenSSH in every test with a real server. */
final class ChachaPolyTest {
  private static final int TAG = 16;

  private final Random random = new Random(3);
  private final byte[] keys = new byte[64];
  private final Cipher ours = ChachaPoly.factory().create();
  private final Cipher theirs = ChachaPolyCiphers.CHACHA_POLY_OPENSSH().create();

  private byte[] packet(int length) {
    byte[] packet = new byte[4 + length + TAG];
    random.nextBytes(packet);
    ByteBuffer.wrap(packet).putInt(length);
    return packet;
  }

  private void init(Cipher.Mode our, Cipher.Mode their) {
    random.nextBytes(keys);
    ours.init(our, keys, new byte[0]);
    theirs.init(their, keys, new byte[0]);
  }

  @Test
  void itSealsAsTheLibraryDoes() {
    init(Cipher.Mode.Encrypt, Cipher.Mode.Encrypt);
    for (long number : new long[] {0, 0, 1, 255, 0xfffffffeL, 0xffffffffL}) {
      for (int length : new int[] {8, 59, 60, 61, 64, 128, 1000, 32_780}) {
        byte[] packet = packet(length);
        byte[] other = packet.clone();
        ours.setSequenceNumber(number);
        ours.updateWithAAD(packet, 0, 4, length);
        theirs.setSequenceNumber(number);
        theirs.updateWithAAD(other, 0, 4, length);
        assertThat(packet).isEqualTo(other);
      }
    }
  }

  @Test
  void itOpensWhatTheLibrarySealed() {
    init(Cipher.Mode.Decrypt, Cipher.Mode.Encrypt);
    for (int number = 0; number < 200; number++) {
      int length = 8 + random.nextInt(40_000);
      byte[] packet = packet(length);
      byte[] plain = packet.clone();
      theirs.setSequenceNumber(number);
      theirs.updateWithAAD(packet, 0, 4, length);
      open(packet, number);
      assertThat(Arrays.copyOf(packet, 4 + length)).isEqualTo(Arrays.copyOf(plain, 4 + length));
    }
  }

  private void open(byte[] packet, long number) {
    ours.setSequenceNumber(number);
    ours.updateAAD(packet, 0, 4);
    ours.update(packet, 4, ByteBuffer.wrap(packet).getInt());
  }

  @Test
  void aChangedBitAnywhereOrAnotherNumberIsNoticed() {
    init(Cipher.Mode.Decrypt, Cipher.Mode.Encrypt);
    byte[] sealed = packet(64);
    theirs.setSequenceNumber(7);
    theirs.updateWithAAD(sealed, 0, 4, 64);
    for (int at = 4; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> open(changed, 7)).isInstanceOf(SSHRuntimeException.class);
    }
    byte[] sealedLength = sealed.clone();
    // the length is part of what is signed, though it opens to one that would fit
    sealedLength[0] ^= 1;
    ours.setSequenceNumber(7);
    ours.updateAAD(sealedLength, 0, 4);
    assertThatThrownBy(() -> ours.update(sealedLength, 4, 64))
        .isInstanceOf(SSHRuntimeException.class);
    assertThatThrownBy(
            () -> {
              byte[] same = sealed.clone();
              ours.setSequenceNumber(8);
              ours.updateAAD(same, 0, 4);
              ours.update(same, 4, 64);
            })
        .isInstanceOf(SSHRuntimeException.class);
    byte[] whole = sealed.clone();
    open(whole, 7);
    assertThat(ByteBuffer.wrap(whole).getInt()).isEqualTo(64);
  }
}
