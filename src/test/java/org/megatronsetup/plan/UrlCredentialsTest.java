package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Credentials;

/** Logins leave the addresses that they came in. */
final class UrlCredentialsTest {

  @ParameterizedTest
  @CsvSource({
    "https://me:pw@host/simple,      https://host/simple,      https://host,      me, pw",
    "https://me:p%40w@Host:8443/a@b, https://Host:8443/a@b,    https://host:8443, me, p@w",
    "http://a@b:c:d@host,            http://host,              http://host,       a@b, c:d",
    "https://%C3%A9:%zz@host/x,      https://host/x,           https://host,      é, %zz",
  })
  void aLoginIsTakenOut(String url, String clean, String origin, String user, String password) {
    UrlCredentials.Split split = UrlCredentials.split(url);
    assertThat(split.url()).isEqualTo(clean);
    assertThat(split.login()).contains(new Credentials.Login(origin, user, password));
    assertThat(split.toString()).doesNotContain(password);
  }

  @Test
  void aNameAloneMayBeAToken() {
    assertThat(UrlCredentials.split("https://ghp_x@host/x"))
        .isEqualTo(
            new UrlCredentials.Split(
                "https://host/x",
                java.util.Optional.of(new Credentials.Login("https://host", "ghp_x", ""))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://host/simple",
        "ssh://git@host/x",
        "git@host:x",
        "file:///srv/a@b",
        "text",
        ""
      })
  void everythingElseStays(String text) {
    UrlCredentials.Split split = UrlCredentials.split(text);
    assertThat(split.url()).isEqualTo(text);
    assertThat(split.login()).isEmpty();
  }

  @Test
  void anEmptyLoginIsJustTakenOut() {
    assertThat(UrlCredentials.split("https://@host/x").url()).isEqualTo("https://host/x");
    assertThat(UrlCredentials.split("https://@host/x").login()).isEmpty();
  }
}
