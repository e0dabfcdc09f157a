package org.megatronsetup.index;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trusts the certificate authorities of a PEM file and no others, as pip does with one. */
final class Trust {
  private static final Pattern CERTIFICATE =
      Pattern.compile(
          "-----BEGIN (?:TRUSTED )?CERTIFICATE-----.*?-----END (?:TRUSTED )?CERTIFICATE-----",
          Pattern.DOTALL);

  private Trust() {}

  /**
   * @throws GeneralSecurityException if the file holds no certificate
   */
  static SSLContext only(byte[] pem) throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      // bundles have comments between the certificates
      Matcher m = CERTIFICATE.matcher(new String(pem, StandardCharsets.ISO_8859_1));
      while (m.find()) {
        byte[] one = m.group().getBytes(StandardCharsets.ISO_8859_1);
        store.setCertificateEntry(
            "ca-" + store.size(), factory.generateCertificate(new ByteArrayInputStream(one)));
      }
      if (store.size() == 0) {
        throw new GeneralSecurityException("no certificate in it");
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
