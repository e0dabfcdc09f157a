package org.megatronsetup.shell.ssh;

import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.ChachaPolyCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import java.util.List;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.DefaultConfig;
import net.schmizz.sshj.common.KeyType;
import net.schmizz.sshj.signature.SignatureRSA;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.DHGexSHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;

/**
 * What is offered to a server, best first. The library's own list still has SHA-1, MD5, CBC, 3DES,
 * arcfour and DSA in it; a server that has nothing better is not talked to.
 */
final class Algorithms {

  /**
   * Host certificates, offered after the plain keys: a server that has both shows its plain key,
   * unless an authority is known for it. The library knows no RSA certificates with SHA-2 by name.
   */
  static final List<String> CERTIFICATES =
      List.of(
          "ssh-ed25519-cert-v01@openssh.com",
          "ecdsa-sha2-nistp256-cert-v01@openssh.com",
          "ecdsa-sha2-nistp384-cert-v01@openssh.com",
          "ecdsa-sha2-nistp521-cert-v01@openssh.com",
          "rsa-sha2-512-cert-v01@openssh.com",
          "rsa-sha2-256-cert-v01@openssh.com");

  private Algorithms() {}

  /** A new configuration; the caller may change it. */
  static Config modern() {
    var config = new DefaultConfig();
    config.setKeyExchangeFactories(
        List.of(
            new Curve25519SHA256.Factory(),
            new Curve25519SHA256.FactoryLibSsh(),
            new ECDHNistP.Factory256(),
            new ECDHNistP.Factory384(),
            new ECDHNistP.Factory521(),
            DHGroups.Group16SHA512(),
            DHGroups.Group18SHA512(),
            // last: the server chooses the group
            new DHGexSHA256.Factory(),
            // no exchange: asks the server which signatures it takes from RSA keys
            new ExtInfoClientFactory()));
    config.setCipherFactories(
        List.of(
            ChachaPolyCiphers.CHACHA_POLY_OPENSSH(),
            GcmCiphers.AES256GCM(),
            GcmCiphers.AES128GCM(),
            BlockCiphers.AES256CTR(),
            BlockCiphers.AES192CTR(),
            BlockCiphers.AES128CTR()));
    config.setMACFactories(
        List.of(
            Macs.HMACSHA2512Etm(), Macs.HMACSHA2256Etm(), Macs.HMACSHA2512(), Macs.HMACSHA2256()));
    config.setKeyAlgorithms(
        List.of(
            KeyAlgorithms.EdDSA25519(),
            KeyAlgorithms.ECDSASHANistp256(),
            KeyAlgorithms.ECDSASHANistp384(),
            KeyAlgorithms.ECDSASHANistp521(),
            KeyAlgorithms.RSASHA512(),
            KeyAlgorithms.RSASHA256(),
            KeyAlgorithms.EdDSA25519CertV01(),
            KeyAlgorithms.ECDSASHANistp256CertV01(),
            KeyAlgorithms.ECDSASHANistp384CertV01(),
            KeyAlgorithms.ECDSASHANistp521CertV01(),
            new KeyAlgorithms.Factory(
                "rsa-sha2-512-cert-v01@openssh.com",
                new SignatureRSA.FactoryRSASHA512(),
                KeyType.RSA_CERT),
            new KeyAlgorithms.Factory(
                "rsa-sha2-256-cert-v01@openssh.com",
                new SignatureRSA.FactoryRSASHA256(),
                KeyType.RSA_CERT)));
    config.setCompressionFactories(List.of(new NoneCompression.Factory()));
    config.setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
    // HostKeys does it, with the name that counts and with more care
    config.setVerifyHostKeyCertificates(false);
    return config;
  }

  /** The algorithms that make a server show a key of this type. */
  static List<String> forKeyType(String type) {
    return type.equals("ssh-rsa")
        ? List.of("rsa-sha2-512", "rsa-sha2-256", "ssh-rsa")
        : List.of(type);
  }
}
