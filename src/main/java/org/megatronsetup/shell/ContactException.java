package org.megatronsetup.shell;

import java.io.IOException;

/** The machine could not be reached or did not answer; says nothing about what runs there. */
public final class ContactException extends IOException {
  private static final long serialVersionUID = 1L;

  public ContactException(String message) {
    super(message);
  }

  public ContactException(String message, Throwable cause) {
    super(message, cause);
  }
}
