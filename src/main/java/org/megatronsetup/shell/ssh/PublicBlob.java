package org.megatronsetup.shell.ssh;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Buffer.BufferException;
import net.schmizz.sshj.common.Buffer.PlainBuffer;

/** A public key as it travels: its type, then its numbers (RFC 4253, 6.6). */
final class PublicBlob {
  private final byte[] bytes;
  private final String type;

  private PublicBlob(byte[] bytes, String type) {
    this.bytes = bytes;
    this.type = type;
  }

  /** Empty when it does not begin like a key. */
  static Optional<PublicBlob> of(byte[] bytes) {
    try {
      String type = new PlainBuffer(bytes).readString(StandardCharsets.US_ASCII);
      return type.isEmpty() ? Optional.empty() : Optional.of(new PublicBlob(bytes.clone(), type));
    } catch (BufferException e) {
      return Optional.empty();
    }
  }

  static PublicBlob of(PublicKey key) {
    byte[] bytes = new Buffer.PlainBuffer().putPublicKey(key).getCompactData();
    return of(bytes).orElseThrow();
  }

  /** A line of a {@code .pub} file: type, base64, comment. */
  static Optional<PublicBlob> ofLine(String line) {
    String[] words = line.strip().split("\\s+", 3);
    if (words.length < 2) {
      return Optional.empty();
    }
    return ofBase64(words[1]).filter(blob -> blob.type.equals(words[0]));
  }

  static Optional<PublicBlob> ofBase64(String text) {
    try {
      return of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  byte[] bytes() {
    return bytes.clone();
  }

  String type() {
    return type;
  }

  boolean rsa() {
    return type.startsWith("ssh-rsa");
  }

  /** Whether the private half is in a security token (FIDO). */
  boolean token() {
    return type.startsWith("sk-");
  }

  /**
   * The algorithm to sign with. RSA keys have several; only the strongest is offered, as each offer
   * counts for the server.
   */
  String algorithm() {
    return switch (type) {
      case "ssh-rsa" -> "rsa-sha2-512";
      case "ssh-rsa-cert-v01@openssh.com" -> "rsa-sha2-512-cert-v01@openssh.com";
      default -> type;
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PublicBlob that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return type;
  }
}
