package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Target;

/** The way to a machine, by OpenSSH and by our own reading: they agree. */
final class RoutesTest {
  private static final Path HOME = Path.of(System.getProperty("user.home"));
  private static final String ME = System.getProperty("user.name");
  private static final String CONFIG =
      """
      # before any host: for all
      IdentityAgent SSH_AUTH_SOCK

      Host plain
      Host named alias?x
        HostName %h.Example.ORG
        User ada
        Port 2222
        User second
      Host quoted
        HostName="node7" # a comment
        IdentityFile "~/my keys/%n_%h_%p_%r%%"
        IdentityFile ~/.ssh/${WHICH}
        IdentityFile %d/.ssh/last
        IdentitiesOnly yes
        IdentityAgent ~/agent.sock
        UserKnownHostsFile ~/known /etc/some/known
        HostKeyAlias Cluster
      Host *.lab !gate.lab !*.gate.lab
        ProxyJump gate.lab
        User lab
      Host gate.lab
        Port 2200
        ProxyJump outer
      Host outer
        HostName 192.0.2.1
        IdentityAgent none
        IdentityFile none
        UserKnownHostsFile none
      Host two
        ProxyJump eve@first:7,second
      Host second
        ProxyJump never
      Host none.lab2
        ProxyJump none
      Host *.lab2
        ProxyJump gate.lab
      Host command
        ProxyCommand nc %h %p
      Host command-first
        ProxyCommand none
      Host command-first
        ProxyJump gate.lab
      Host circle1
        ProxyJump circle2
      Host circle2
        ProxyJump circle1
      Host h1
        ProxyJump h2
      Host h2
        ProxyJump h3
      Host h3
        ProxyJump h4
      Host h4
        ProxyJump h5
      Host h5
        ProxyJump h6
      Host h6
        ProxyJump h7
      Host h7
        ProxyJump h8
      Host h8
        ProxyJump h9
      Host revoked
        RevokedHostKeys ~/revoked
      Host *
        User everybody
      """;

  @TempDir Path folder;
  private Path config;

  @BeforeEach
  void writeConfig() throws IOException {
    config = Files.writeString(folder.resolve("config"), CONFIG);
  }

  @ParameterizedTest
  @CsvSource({
    "plain,everybody@plain",
    "named,ada@named.example.org:2222",
    "aliasyx,ada@aliasyx.example.org:2222",
    "Named,everybody@named",
    "quoted,everybody@node7",
    "x.lab,everybody@192.0.2.1 everybody@gate.lab:2200 lab@x.lab",
    "gate.lab,everybody@192.0.2.1 everybody@gate.lab:2200",
    "a.gate.lab,everybody@a.gate.lab",
    "two,eve@first:7 everybody@second everybody@two",
    "none.lab2,everybody@none.lab2",
    "x.lab2,everybody@192.0.2.1 everybody@gate.lab:2200 everybody@x.lab2",
    "h2,everybody@h9 everybody@h8 everybody@h7 everybody@h6 everybody@h5 everybody@h4 everybody@h3"
        + " everybody@h2",
    "::1,everybody@[::1]",
    "2001:DB8::7,everybody@[2001:db8::7]",
    "revoked,everybody@revoked",
  })
  void bothReadingsAgree(String host, String way) throws Exception {
    Route own = subset().resolve(target(host));
    assertThat(own.hops().stream().map(Hop::shown)).containsExactly(way.split(" "));
    assertThat(openSsh().resolve(target(host))).isEqualTo(own);
  }

  @Test
  void allThatCanBeSaidOfAServer() throws Exception {
    for (Routes routes : List.of(subset(), openSsh())) {
      assertThat(routes.resolve(target("quoted")).target())
          .isEqualTo(
              new Hop(
                  "quoted",
                  "node7",
                  22,
                  "everybody",
                  "cluster",
                  List.of(
                      HOME.resolve("my keys/quoted_node7_22_everybody%"),
                      HOME.resolve(".ssh/work"),
                      HOME.resolve(".ssh/last")),
                  true,
                  Optional.of(Path.of("/run/agent")),
                  List.of(
                      HOME.resolve("known"),
                      Path.of("/etc/some/known"),
                      Path.of("/etc/ssh/ssh_known_hosts"),
                      Path.of("/etc/ssh/ssh_known_hosts2"))));
      Hop outer = routes.resolve(target("outer")).target();
      assertThat(outer.identities()).isEmpty();
      assertThat(outer.onlyThese()).isFalse();
      assertThat(outer.agent()).contains(Path.of("/run/agent"));
      assertThat(outer.knownHosts()).noneMatch(file -> file.startsWith(HOME));
      assertThat(routes.resolve(target("plain")).target().identities())
          .containsExactly(
              HOME.resolve(".ssh/id_ed25519"),
              HOME.resolve(".ssh/id_ecdsa"),
              HOME.resolve(".ssh/id_rsa"));
    }
  }

  @Test
  void whatIsTypedComesFirst() throws Exception {
    Path key = Files.writeString(folder.resolve("my %h key"), "");
    Target.Ssh typed =
        new Target.Ssh(
            "quoted",
            Optional.of("eve"),
            Optional.of(77),
            Optional.of(key.toString()),
            List.of("x.lab", "ada@[::1]:7", "second"));
    for (Routes routes : List.of(subset(), openSsh())) {
      Route route = routes.resolve(typed);
      assertThat(route.hops().stream().map(Hop::shown))
          .containsExactly(
              "everybody@192.0.2.1",
              "everybody@gate.lab:2200",
              "lab@x.lab",
              "ada@[::1]:7",
              "everybody@second",
              "eve@node7:77");
      assertThat(route.target().identities()).hasSize(4).startsWith(key);
      assertThat(route.hops().get(4).identities()).doesNotContain(key).hasSize(3);
      Target.Ssh plain =
          new Target.Ssh(
              "plain", Optional.empty(), Optional.empty(), Optional.of(key.toString()), List.of());
      assertThat(routes.resolve(plain).target().identities()).containsExactly(key);
      Target.Ssh around =
          new Target.Ssh(
              "command", Optional.empty(), Optional.empty(), Optional.empty(), List.of("plain"));
      assertThat(routes.resolve(around).hops()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "command,ssh-proxy-command",
    "circle1,ssh-route-circle",
    "h1,ssh-route-too-long",
  })
  void noWay(String host, String code) {
    for (Routes routes : List.of(subset(), openSsh())) {
      assertThat(code(routes, target(host))).isEqualTo(code);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-oProxyCommand=touch x", "-G", "", "a b", "a\u0000", "$(touch x)"})
  void nonsenseIsRefusedBeforeAnythingRuns(String host) throws IOException {
    Path ran = folder.resolve("ran");
    Routes routes = fake("touch '" + ran + "'");
    assertThat(code(routes, target(host))).isEqualTo("ssh-address-form");
    assertThat(code(routes, jumping(host))).isEqualTo("ssh-address-form");
    assertThat(ran).doesNotExist();
    assertThat(code(routes, target("fine"))).isEqualTo("ssh-config");
    assertThat(ran).exists();
  }

  @Test
  void aKeyThatIsNotThereIsTold() {
    Target.Ssh target =
        new Target.Ssh(
            "plain",
            Optional.empty(),
            Optional.empty(),
            Optional.of(folder.resolve("absent").toString()),
            List.of());
    assertThat(code(subset(), target)).isEqualTo("ssh-identity-missing");
  }

  @Test
  void whatSshSaysIsPassedOn() throws IOException {
    Files.writeString(config, "Host x\n  NoSuchThing y\n");
    SetupException e =
        catchThrowableOfType(SetupException.class, () -> openSsh().resolve(target("x")));
    assertThat(e.problems().getFirst().code()).isEqualTo("ssh-config");
    assertThat(e.problems().getFirst().cause()).contains("bad configuration options");
  }

  @Test
  void whatIsNotReadIsTold() throws Exception {
    Files.writeString(
        config,
        """
        Include other
        Match user root
          User never
        Host x
          IdentityFile ~/%C
          RevokedHostKeys ~/revoked
          ForwardAgent yes
        """);
    Route route = subset().resolve(target("x"));
    assertThat(route.target().user()).isEqualTo(ME);
    assertThat(route.warnings())
        .hasSize(4)
        .anyMatch(w -> w.contains("Include"))
        .anyMatch(w -> w.contains("Match"))
        .anyMatch(w -> w.contains("~/%C"))
        .anyMatch(w -> w.contains("RevokedHostKeys"));
  }

  @Test
  void suggestsTheNamesInTheFile() throws IOException {
    Files.writeString(config, "Host a *.b !c\nHost=\"d\" a\nhost e?\n# Host f\nMatch host g\n");
    assertThat(subset().suggestions()).containsExactly("a", "d");
    Files.delete(config);
    assertThat(subset().suggestions()).isEmpty();
  }

  @Test
  void withoutAConfigurationThereAreDefaults() throws Exception {
    Files.delete(config);
    Hop hop = subset().resolve(target("node7")).target();
    assertThat(hop.shown()).isEqualTo(ME + "@node7");
    assertThat(hop.agent()).contains(Path.of("/run/agent"));
  }

  private static Target.Ssh target(String host) {
    return new Target.Ssh(host, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  private static Target.Ssh jumping(String jump) {
    return new Target.Ssh(
        "plain", Optional.empty(), Optional.empty(), Optional.empty(), List.of(jump));
  }

  private static String code(Routes routes, Target.Ssh target) {
    SetupException e = catchThrowableOfType(SetupException.class, () -> routes.resolve(target));
    assertThat(e).isNotNull();
    return e.problems().getFirst().code();
  }

  private Routes subset() {
    return new Routes(here(Optional.empty()));
  }

  private Routes openSsh() {
    Optional<Path> ssh = Surroundings.ofThisComputer().ssh();
    assumeTrue(ssh.isPresent() || System.getenv("CI") != null, "there is no ssh here");
    assertThat(ssh).isPresent();
    return new Routes(here(ssh));
  }

  /** A program in place of ssh that does something and fails. */
  private Routes fake(String script) throws IOException {
    Path file = Files.writeString(folder.resolve("ssh"), "#!/bin/sh\n" + script + "\nexit 1\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return new Routes(here(Optional.of(file)));
  }

  private Surroundings here(Optional<Path> ssh) {
    return new Surroundings(
        HOME, ME, Map.of("SSH_AUTH_SOCK", "/run/agent", "WHICH", "work"), ssh, Optional.of(config));
  }
}
