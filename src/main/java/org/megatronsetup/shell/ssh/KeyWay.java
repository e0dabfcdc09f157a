package org.megatronsetup.shell.ssh;

import net.schmizz.sshj.common.Buffer.PlainBuffer;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.userauth.UserAuthException;

/** Signing in with one key: shown first, and signed with once the server wants it. */
final class KeyWay extends Way {
  private final Signer signer;
  private final PublicBlob blob;

  KeyWay(Signer signer) throws Signer.NotSigned, InterruptedException {
    super("publickey");
    this.signer = signer;
    this.blob = signer.blob();
  }

  @Override
  boolean waitsForPerson() {
    return signer.waitsForPerson();
  }

  @Override
  protected SSHPacket buildReq() throws UserAuthException {
    return request(false);
  }

  private SSHPacket request(boolean signed) throws UserAuthException {
    return super.buildReq().putBoolean(signed).putString(blob.algorithm()).putString(blob.bytes());
  }

  @Override
  void question(SSHPacket packet) {
    answerBeside(
        () -> {
          SSHPacket request = request(true);
          byte[] signed =
              new PlainBuffer()
                  .putString(params.getTransport().getSessionID())
                  .putBuffer(request)
                  .getCompactData();
          request.putString(signer.sign(signed));
          return request;
        });
  }
}
