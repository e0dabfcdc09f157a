package org.megatronsetup.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.model.Credentials;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://me:pw@index.example/simple/, https://index.example/simple/",
    "https://token@index.example:8443/simple/, https://index.example:8443/simple/",
    "HTTPS://me:p%40w@index.example/, https://index.example/",
    "http://me:a@b@index.example/x@y, http://index.example/x@y",
    "ssh://git:pw@host.example/repo.git, ssh://host.example/repo.git",
    // the name is part of the address
    "ssh://git@host.example/repo.git, ssh://git@host.example/repo.git",
    "file:///srv/a@b, file:///srv/a@b",
    "not an address, not an address",
  })
  void hidesLogins(String address, String shown) {
    assertThat(WebAddress.withoutLogin(address)).isEqualTo(shown);
  }

  @Test
  void readsLogins() {
    assertThat(WebAddress.login("https://me:p%40w+:x@Index.Example:8443/simple/"))
        .contains(new Credentials.Login("https://index.example:8443", "me", "p@w+:x"));
    assertThat(WebAddress.login("http://token@index.example"))
        .contains(new Credentials.Login("http://index.example", "token", ""));
    assertThat(WebAddress.login("https://me:100%@index.example"))
        .contains(new Credentials.Login("https://index.example", "me", "100%"));
    assertThat(WebAddress.login("ssh://git@host.example/x")).isEmpty();
    assertThat(WebAddress.login("https://index.example/a@b")).isEmpty();
  }

  @Test
  void knowsAServerByEitherOfItsNames() {
    assertThat(server("https://Index.Example/a")).isEqualTo(server("https://index.example:443"));
    assertThat(server("http://index.example")).isEqualTo("http://index.example:80");
    assertThat(server("http://[::1]:3141/a")).isEqualTo("http://[::1]:3141");
    assertThat(WebAddress.originOf("file:///srv")).isEmpty();
  }

  private static String server(String address) {
    return WebAddress.parse(address).orElseThrow().server();
  }
}
