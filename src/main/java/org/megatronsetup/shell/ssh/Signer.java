package org.megatronsetup.shell.ssh;

import java.io.IOException;

/** Something that holds a private key. */
interface Signer {

  /** How it is called in messages, such as {@code the key /home/ada/.ssh/id_ed25519}. */
  String name();

  /**
   * @throws NotSigned when it cannot be told, in words for a person
   */
  PublicBlob blob() throws NotSigned, InterruptedException;

  /**
   * @return algorithm and signature, as they travel
   * @throws NotSigned when it does not, in words for a person
   */
  byte[] sign(byte[] data) throws NotSigned, InterruptedException;

  /** Whether a person may have to do something before there is a signature. */
  boolean waitsForPerson();

  /** A key that did not sign; the message follows the key's name and a colon. */
  final class NotSigned extends IOException {
    private static final long serialVersionUID = 1L;

    NotSigned(String message) {
      super(message);
    }
  }
}
