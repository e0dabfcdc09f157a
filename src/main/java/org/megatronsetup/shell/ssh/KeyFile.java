package org.megatronsetup.shell.ssh;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Optional;
import net.schmizz.sshj.userauth.keyprovider.BaseFileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.FileKeyProvider;
import net.schmizz.sshj.userauth.keyprovider.KeyFormat;
import net.schmizz.sshj.userauth.keyprovider.KeyProviderUtil;
import net.schmizz.sshj.userauth.keyprovider.PKCS8KeyFile;
import net.schmizz.sshj.userauth.keyprovider.PuTTYKeyFile;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;

/** Reads private keys: OpenSSH's format, PKCS #8, PEM and PuTTY's. */
final class KeyFile {
  /** In bytes; the largest RSA keys are far below. */
  static final int LARGEST = 64 * 1024;

  private KeyFile() {}

  /** What came of reading a file. */
  sealed interface Reading {
    record Open(KeyPair pair) implements Reading {}

    /** Needs a passphrase, or another one. */
    record Locked() implements Reading {}

    record Unreadable() implements Reading {}
  }

  /**
   * @param passphrase left as it is; empty: try without
   */
  static Reading read(Path file, Optional<char[]> passphrase) {
    char[] text = new char[0];
    Once once = new Once(passphrase);
    try {
      text = text(file);
      FileKeyProvider provider = provider(text);
      provider.init(new CharArrayReader(text), once);
      return new Reading.Open(new KeyPair(provider.getPublic(), provider.getPrivate()));
    } catch (IOException | RuntimeException e) {
      // libraries say "wrong passphrase" in a dozen ways; that they asked for one is what counts
      return once.asked ? new Reading.Locked() : new Reading.Unreadable();
    } finally {
      Secrets.wipe(text);
    }
  }

  private static FileKeyProvider provider(char[] text) throws IOException {
    KeyFormat format;
    try (Reader reader = new CharArrayReader(text)) {
      format = KeyProviderUtil.detectKeyFileFormat(reader, false);
    }
    BaseFileKeyProvider provider =
        switch (format) {
          case OpenSSHv1 -> new com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile();
          case PKCS8, OpenSSH -> new PKCS8KeyFile();
          case PuTTY -> new PuTTYKeyFile();
          case Unknown -> throw new IOException("not a private key");
        };
    return provider;
  }

  private static char[] text(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("too large for a key");
    }
    byte[] bytes = Files.readAllBytes(file);
    CharBuffer chars = StandardCharsets.ISO_8859_1.decode(ByteBuffer.wrap(bytes));
    Arrays.fill(bytes, (byte) 0);
    char[] text = new char[chars.remaining()];
    chars.get(text);
    Arrays.fill(chars.array(), '\0');
    return text;
  }

  /** Hands out copies, as readers overwrite what they get, and never asks again. */
  private static final class Once implements PasswordFinder {
    private final Optional<char[]> passphrase;
    private boolean asked;

    Once(Optional<char[]> passphrase) {
      this.passphrase = passphrase;
    }

    @Override
    public char[] reqPassword(Resource<?> resource) {
      asked = true;
      return passphrase
          .map(char[]::clone)
          .orElseThrow(() -> new IllegalStateException("needs a passphrase"));
    }

    @Override
    public boolean shouldRetry(Resource<?> resource) {
      return false;
    }
  }
}
