package org.megatronsetup.shell.ssh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.words.Words;

/** From settings to a server that can be connected to. */
final class Hops {
  private static final int SSH_PORT = 22;
  private static final List<String> USUAL_KEYS =
      List.of("~/.ssh/id_ed25519", "~/.ssh/id_ecdsa", "~/.ssh/id_rsa");

  /** What ssh prints where the configuration names no key: more kinds than are read here. */
  private static final Set<String> NO_KEY_NAMED =
      Set.of(
          "~/.ssh/id_rsa",
          "~/.ssh/id_dsa",
          "~/.ssh/id_ecdsa",
          "~/.ssh/id_ecdsa_sk",
          "~/.ssh/id_ed25519",
          "~/.ssh/id_ed25519_sk",
          "~/.ssh/id_xmss",
          "~/.ssh/id_mldsa44_ed25519");

  private static final int FEWEST_OF_THEM = 4;
  private static final List<String> USER_KNOWN =
      List.of("~/.ssh/known_hosts", "~/.ssh/known_hosts2");
  private static final List<String> GLOBAL_KNOWN =
      List.of("/etc/ssh/ssh_known_hosts", "/etc/ssh/ssh_known_hosts2");

  /** What changes who is trusted or how one gets there, and is not done here. */
  private static final List<String> NOT_DONE =
      List.of(
          "RevokedHostKeys",
          "KnownHostsCommand",
          "CertificateFile",
          "PKCS11Provider",
          "BindAddress",
          "BindInterface");

  private final Surroundings here;

  Hops(Surroundings here) {
    this.here = here;
  }

  Hop hop(Question question, HostSettings settings) {
    String typed = question.address().host();
    String host = settings.value("hostname").orElse(typed).toLowerCase(Locale.ROOT);
    String user = question.address().user().or(() -> settings.value("user")).orElse(here.user());
    int port = question.address().port().orElseGet(() -> port(settings));
    String keyName =
        settings.unlessNone("hostkeyalias").map(n -> n.toLowerCase(Locale.ROOT)).orElse(host);
    Paths paths = new Paths(settings, new Tokens(here, typed, host, port, user, keyName));
    for (String keyword : NOT_DONE) {
      settings
          .unlessNone(keyword.toLowerCase(Locale.ROOT))
          .ifPresent(_ -> settings.warn(Words.of("shell.ssh-config.no-effect", keyword)));
    }
    return new Hop(
        typed,
        host,
        port,
        user,
        keyName,
        identities(question, settings, paths),
        settings.flag("identitiesonly"),
        agent(settings, paths),
        knownHosts(settings, paths));
  }

  private static int port(HostSettings settings) {
    try {
      return settings.value("port").map(Integer::parseInt).orElse(SSH_PORT);
    } catch (NumberFormatException e) {
      throw new SetupException(
          List.of(RouteProblems.unreadable(Words.of("shell.ssh-config.port"))), e);
    }
  }

  private static List<Path> identities(Question question, HostSettings settings, Paths paths) {
    List<String> written = new ArrayList<>(settings.all("identityfile"));
    boolean usual =
        written.isEmpty()
            || (written.size() >= FEWEST_OF_THEM && NO_KEY_NAMED.containsAll(written));
    // ssh prints the named file first; it is meant as it is, tokens and all
    question.identity().ifPresent(named -> written.remove(named.toString()));
    List<String> configured =
        !usual ? written : question.identity().isPresent() ? List.of() : USUAL_KEYS;
    return Stream.concat(
            question.identity().stream(),
            configured.stream().filter(f -> !f.equalsIgnoreCase("none")).flatMap(paths::path))
        .distinct()
        .toList();
  }

  private Optional<Path> agent(HostSettings settings, Paths paths) {
    Optional<String> written = settings.value("identityagent");
    if (written.isEmpty() || written.get().equals("SSH_AUTH_SOCK")) {
      return socket("SSH_AUTH_SOCK");
    }
    if (written.get().startsWith("$") && !written.get().startsWith("${")) {
      return socket(written.get().substring(1));
    }
    return settings.unlessNone("identityagent").stream().flatMap(paths::path).findFirst();
  }

  private Optional<Path> socket(String variable) {
    return Optional.ofNullable(here.variables().get(variable))
        .filter(value -> value.startsWith("/"))
        .map(Path::of);
  }

  private static List<Path> knownHosts(HostSettings settings, Paths paths) {
    return Stream.concat(
            files(settings, "userknownhostsfile", USER_KNOWN).stream(),
            files(settings, "globalknownhostsfile", GLOBAL_KNOWN).stream())
        .flatMap(paths::path)
        .distinct()
        .toList();
  }

  private static List<String> files(HostSettings settings, String keyword, List<String> usual) {
    List<String> written = settings.all(keyword);
    return written.isEmpty()
        ? usual
        : written.stream().filter(f -> !f.equalsIgnoreCase("none")).toList();
  }

  /** Files as a configuration names them; what cannot be read in a name is told. */
  private record Paths(HostSettings settings, Tokens tokens) {
    Stream<Path> path(String written) {
      Optional<Path> path = tokens.path(written);
      if (path.isEmpty()) {
        settings.warn(Words.of("shell.ssh-config.left-out", written));
      }
      return path.stream();
    }
  }
}
