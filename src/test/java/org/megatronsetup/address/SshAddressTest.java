package org.megatronsetup.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines as people name them. */
final class SshAddressTest {

  @ParameterizedTest
  @CsvSource({
    "node7,,node7,,node7",
    "ada@node7,ada,node7,,ada@node7",
    "ada@corp.example@node7,ada@corp.example,node7,,ada@corp.example@node7",
    "node7:2222,,node7,2222,node7:2222",
    "ssh://ada@node7:2222,ada,node7,2222,ada@node7:2222",
    "SSH://node7/,,node7,,node7",
    "ssh://[::1]:2222,,::1,2222,[::1]:2222",
    "ada@[fe80::1%eth0],ada,fe80::1%eth0,,ada@[fe80::1%eth0]",
    "::1,,::1,,[::1]",
    "ada@2001:db8::7,ada,2001:db8::7,,ada@[2001:db8::7]",
    "192.0.2.7:22,,192.0.2.7,22,192.0.2.7:22",
    "gpu_1.Example+x,,gpu_1.Example+x,,gpu_1.Example+x",
  })
  void readsAllForms(String text, String user, String host, Integer port, String written) {
    SshAddress address = SshAddress.parse(text);
    assertThat(address.user().orElse(null)).isEqualTo(user);
    assertThat(address.host()).isEqualTo(host);
    assertThat(address.port().orElse(null)).isEqualTo(port);
    assertThat(address.text()).isEqualTo(written);
    assertThat(SshAddress.parse(address.text())).isEqualTo(address);
    assertThat(SshAddress.parse(address.url())).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ssh://",
        "ada@",
        "@node7",
        "-oProxyCommand=secret",
        "ada@-oProxyCommand=secret",
        "-l@node7",
        "secret word",
        "secret\u0000",
        "secret\n",
        "$(secret)",
        "a;secret",
        "a`secret`@node7",
        "a'secret@node7",
        "ada:secret@node7",
        "ssh://ada:secret@node7",
        "ssh://ada:@node7",
        "http://secret",
        "ssh://node7/secret",
        "node7:secret",
        "node7:0",
        "node7:65536",
        "node7:",
        "node7:-1",
        "[node7]:22",
        "[::1",
        "::1]",
        "[::1]x",
        "[::1]:",
        "1:2:3",
        "fe80::1%$(secret)",
        "fe80::1%",
        "[]",
      })
  void refusesNonsenseAndRepeatsNothingOfIt(String text) {
    IllegalArgumentException e =
        catchThrowableOfType(IllegalArgumentException.class, () -> SshAddress.parse(text));
    assertThat(e).as(text).isNotNull();
    assertThat(e.getMessage()).matches("[A-Z].*[^.]").doesNotContain("secret");
  }
}
