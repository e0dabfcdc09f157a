package org.megatronsetup.shell.ssh;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.common.SSHRuntimeException;

/**
 * Judges host certificates. The library checks the signature; it checks neither who signed, nor the
 * kind of the certificate, takes an empty list of names for all names, and checks nothing at all
 * after a group exchange: so everything is checked here.
 */
final class HostCertificates {

  /** The kind of a certificate for servers, in OpenSSH's PROTOCOL.certkeys. */
  private static final long HOST = 2;

  private static final Set<String> SIGNATURES =
      Set.of(
          "ssh-ed25519",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521",
          "rsa-sha2-256",
          "rsa-sha2-512");

  private HostCertificates() {}

  /** Who signed it; empty: not to be made out. */
  static Optional<HostKey> authority(Certificate<?> certificate) {
    return HostKey.of(certificate.getSignatureKey());
  }

  /** Whether it was signed by one of those authorities, for a server of that name, and for now. */
  static boolean isGood(Certificate<?> certificate, String name, List<HostKey> authorities) {
    return certificate.getType() == HOST
        && authority(certificate).filter(authorities::contains).isPresent()
        // what is critical and not understood must not be passed over; for servers none is defined
        && certificate.getCritOptions().isEmpty()
        && certificate.getValidPrincipals().stream()
            .anyMatch(principal -> HostPatterns.matches(principal, name))
        && Instant.now().isBefore(certificate.getValidBefore().toInstant())
        && isSigned(certificate, name);
  }

  private static boolean isSigned(Certificate<?> certificate, String name) {
    try {
      String algorithm = new Buffer.PlainBuffer(certificate.getSignature()).readString();
      byte[] signed = new Buffer.PlainBuffer().putPublicKey(certificate).getCompactData();
      return SIGNATURES.contains(algorithm)
          && KeyType.CertUtils.verifyHostCertificate(signed, certificate, name) == null;
    } catch (Buffer.BufferException | SSHRuntimeException e) {
      return false;
    }
  }
}
