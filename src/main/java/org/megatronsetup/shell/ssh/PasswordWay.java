package org.megatronsetup.shell.ssh;

import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.userauth.UserAuthException;
import org.megatronsetup.words.Words;

/** Signing in with one password, which {@link #close()} wipes. */
final class PasswordWay extends Way {
  private final char[] password;

  PasswordWay(char[] password) {
    super("password");
    this.password = password;
  }

  @Override
  protected SSHPacket buildReq() throws UserAuthException {
    return super.buildReq().putBoolean(false).putSensitiveString(password);
  }

  @Override
  void question(SSHPacket packet) {
    giveUp(Words.of("shell.tried.password.expired"));
  }

  @Override
  public void close() {
    super.close();
    Secrets.wipe(password);
  }
}
