package org.megatronsetup.shell.ssh;

import com.hierynomus.sshj.key.KeyAlgorithms;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer.PlainBuffer;
import net.schmizz.sshj.common.Factory;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.signature.Signature;
import org.megatronsetup.shell.ssh.KeyFile.Reading;
import org.megatronsetup.words.Words;

/**
 * A key in a file. Its passphrase is asked only when it is needed: mostly once a server wants it.
 */
final class FileSigner implements Signer {
  private static final int MOST_TRIES = 3;

  private final Path file;
  private final Hop hop;
  private final SshDialog dialog;
  private final Secrets secrets;
  private Optional<PublicBlob> blob;
  private Optional<KeyPair> pair = Optional.empty();

  FileSigner(Path file, Optional<PublicBlob> blob, Hop hop, SshDialog dialog, Secrets secrets) {
    this.file = file;
    this.blob = blob;
    this.hop = hop;
    this.dialog = dialog;
    this.secrets = secrets;
  }

  @Override
  public String name() {
    return Words.of("shell.tried.key", file);
  }

  @Override
  public synchronized PublicBlob blob() throws NotSigned, InterruptedException {
    if (blob.isEmpty()) {
      blob = Optional.of(PublicBlob.of(pair().getPublic()));
    }
    return blob.get();
  }

  @Override
  public synchronized byte[] sign(byte[] data) throws NotSigned, InterruptedException {
    KeyPair open = pair();
    if (!PublicBlob.of(open.getPublic()).equals(blob())) {
      throw new NotSigned(Words.of("shell.tried.key.other"));
    }
    try {
      Signature signature = algorithm(blob().type()).create().newSignature();
      signature.initSign(open.getPrivate());
      signature.update(data);
      byte[] signed = signature.encode(signature.sign());
      return new PlainBuffer()
          .putString(signature.getSignatureName())
          .putBytes(signed)
          .getCompactData();
    } catch (SSHRuntimeException e) {
      throw new NotSigned(Words.of("shell.tried.key.unsigned"));
    }
  }

  @Override
  public synchronized boolean waitsForPerson() {
    if (pair.isEmpty() && KeyFile.read(file, Optional.empty()) instanceof Reading.Open(KeyPair p)) {
      pair = Optional.of(p);
    }
    return pair.isEmpty();
  }

  private static Factory.Named<com.hierynomus.sshj.key.KeyAlgorithm> algorithm(String type)
      throws NotSigned {
    return switch (type) {
      case "ssh-ed25519" -> KeyAlgorithms.EdDSA25519();
      case "ecdsa-sha2-nistp256" -> KeyAlgorithms.ECDSASHANistp256();
      case "ecdsa-sha2-nistp384" -> KeyAlgorithms.ECDSASHANistp384();
      case "ecdsa-sha2-nistp521" -> KeyAlgorithms.ECDSASHANistp521();
      case "ssh-rsa" -> KeyAlgorithms.RSASHA512();
      default -> throw new NotSigned(Words.of("shell.tried.key.unknown"));
    };
  }

  private KeyPair pair() throws NotSigned, InterruptedException {
    if (pair.isEmpty()) {
      pair = Optional.of(open());
    }
    return pair.get();
  }

  private KeyPair open() throws NotSigned, InterruptedException {
    Optional<KeyPair> open = opened(KeyFile.read(file, Optional.empty()));
    if (open.isPresent()) {
      return open.get();
    }
    Optional<char[]> kept = secrets.passphrase(file);
    if (kept.isPresent()) {
      open = unlock(kept.get());
      if (open.isPresent()) {
        return open.get();
      }
      secrets.forgetPassphrase(file);
    }
    for (int i = 0; i < MOST_TRIES; i++) {
      char[] typed =
          dialog
              .passphrase(hop, file)
              .orElseThrow(() -> new NotSigned(Words.of("shell.tried.key.locked")));
      if (Thread.interrupted()) {
        Secrets.wipe(typed);
        throw new InterruptedException();
      }
      open = unlock(typed);
      if (open.isPresent()) {
        return open.get();
      }
    }
    throw new NotSigned(Words.of("shell.tried.key.wrong", MOST_TRIES));
  }

  private Optional<KeyPair> unlock(char[] passphrase) throws NotSigned {
    try {
      Optional<KeyPair> open = opened(KeyFile.read(file, Optional.of(passphrase)));
      open.ifPresent(o -> secrets.keepPassphrase(file, passphrase));
      return open;
    } finally {
      Secrets.wipe(passphrase);
    }
  }

  private static Optional<KeyPair> opened(Reading reading) throws NotSigned {
    return switch (reading) {
      case Reading.Open(KeyPair read) -> Optional.of(read);
      case Reading.Locked() -> Optional.empty();
      case Reading.Unreadable() -> throw new NotSigned(Words.of("shell.tried.key.no-key"));
    };
  }
}
