package org.megatronsetup.plan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.megatronsetup.model.Credentials;

/**
 * Takes the login out of an address that a person typed or pasted, so that answers never hold it.
 */
public final class UrlCredentials {
  private static final Pattern ESCAPE = Pattern.compile("[0-9A-Fa-f]{2}");

  private UrlCredentials() {}

  /**
   * An address and what was in it.
   *
   * @param url without a name and a password
   * @param login what was taken out, decoded
   */
  public record Split(String url, Optional<Credentials.Login> login) {}

  /**
   * Splits an http or https address; any other text comes back as it is, without a login. A name
   * alone is taken out too: many services take a token there.
   */
  public static Split split(String url) {
    Optional<WebAddress> address =
        WebAddress.parse(url).filter(a -> a.scheme().equals("https") || a.scheme().equals("http"));
    if (address.isEmpty() || address.get().userInfo().isEmpty()) {
      return new Split(url, Optional.empty());
    }
    String info = address.get().userInfo().get();
    int colon = info.indexOf(':');
    String user = decode(colon < 0 ? info : info.substring(0, colon));
    String password = colon < 0 ? "" : decode(info.substring(colon + 1));
    Optional<Credentials.Login> login =
        info.isEmpty()
            ? Optional.empty()
            : Optional.of(new Credentials.Login(address.get().origin(), user, password));
    return new Split(address.get().withoutUserInfo(), login);
  }

  private static String decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < encoded.length; i++) {
      String digits =
          encoded[i] == '%' && i + 2 < encoded.length
              ? new String(encoded, i + 1, 2, StandardCharsets.ISO_8859_1)
              : "";
      if (ESCAPE.matcher(digits).matches()) {
        bytes.write(Integer.parseInt(digits, 16));
        i += 2;
      } else {
        bytes.write(encoded[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
