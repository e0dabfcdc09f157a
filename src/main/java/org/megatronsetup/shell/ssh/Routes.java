package org.megatronsetup.shell.ssh;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.megatronsetup.address.SshAddress;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Target;

/**
 * From what was typed to the way there, as OpenSSH would go. Where there is an {@code ssh} it is
 * asked ({@code ssh -G}); otherwise {@link ConfigSubset} reads the person's configuration.
 */
public final class Routes {
  /** Servers on a way, the machine itself among them. */
  static final int MOST_HOPS = 8;

  private final Surroundings here;
  private final SshConfig config;
  private final Hops hops;

  /** For this computer and its user. */
  public Routes() {
    this(Surroundings.ofThisComputer());
  }

  Routes(Surroundings here) {
    this.here = here;
    this.config =
        here.ssh()
            .<SshConfig>map(ssh -> new SshG(ssh, here))
            .orElseGet(() -> new ConfigSubset(here));
    this.hops = new Hops(here);
  }

  /**
   * The way to a machine. Asks no server and no name service; takes 10 seconds a server at most.
   *
   * @throws SetupException if there is none: a form that is not allowed, a key file that is not
   *     there, a configuration that cannot be read, a {@code ProxyCommand}, a circle, or more than
   *     8 servers
   */
  public Route resolve(Target.Ssh target) throws InterruptedException {
    Question question = question(target);
    Walk walk = new Walk();
    walk.go(question);
    return new Route(List.copyOf(walk.passed), List.copyOf(walk.warnings));
  }

  /** Names of machines in the person's SSH configuration, in its order; for a text field. */
  public List<String> suggestions() {
    return ConfigAliases.in(here.configFile());
  }

  private static Question question(Target.Ssh target) {
    SshAddress.faultOfHost(target.host()).ifPresent(fault -> refuse("target.host", fault));
    target.user().flatMap(SshAddress::faultOfUser).ifPresent(f -> refuse("target.user", f));
    target.port().flatMap(SshAddress::faultOfPort).ifPresent(f -> refuse("target.port", f));
    List<SshAddress> jumps = new ArrayList<>();
    for (int i = 0; i < target.jumps().size(); i++) {
      jumps.add(address(target.jumps().get(i), "target.jumps[" + i + "]"));
    }
    return new Question(
        new SshAddress(target.user(), target.host(), target.port()),
        target.identity().map(Routes::keyFile),
        jumps);
  }

  private static Path keyFile(String text) {
    try {
      Path file = Path.of(text);
      if (file.isAbsolute() && Files.isRegularFile(file) && Files.isReadable(file)) {
        return file;
      }
    } catch (InvalidPathException e) {
      throw new SetupException(List.of(RouteProblems.noKey()), e);
    }
    throw new SetupException(RouteProblems.noKey());
  }

  private static SshAddress address(String text, String field) {
    try {
      return SshAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new SetupException(List.of(RouteProblems.form(field, e.getMessage())), e);
    }
  }

  private static void refuse(String field, String fault) {
    throw new SetupException(RouteProblems.form(field, fault));
  }

  /** One way while it is being found, from its end to its beginning. */
  private final class Walk {
    private final ArrayDeque<Hop> passed = new ArrayDeque<>();
    private final Set<SshAddress> seen = new HashSet<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    /** Adds a server and, before it, the way to it. */
    void go(Question question) throws InterruptedException {
      if (!seen.add(question.address())) {
        stop(RouteProblems.circle(question.address().host()));
      }
      HostSettings settings = add(question);
      if (question.jumps().isEmpty() && settings.unlessNone("proxycommand").isPresent()) {
        stop(RouteProblems.proxyCommand(question.address().host()));
      }
      List<SshAddress> jumps = question.jumps().isEmpty() ? configured(settings) : question.jumps();
      for (int i = jumps.size() - 1; i > 0; i--) {
        // reached through the one before, whatever the configuration says about the way to it
        add(new Question(jumps.get(i), Optional.empty(), List.of(jumps.get(i - 1))));
      }
      if (!jumps.isEmpty()) {
        go(new Question(jumps.getFirst(), Optional.empty(), List.of()));
      }
    }

    private HostSettings add(Question question) throws InterruptedException {
      if (passed.size() == MOST_HOPS) {
        stop(RouteProblems.tooLong(MOST_HOPS));
      }
      HostSettings settings = config.settings(question);
      passed.addFirst(hops.hop(question, settings));
      warnings.addAll(settings.warnings());
      return settings;
    }

    private List<SshAddress> configured(HostSettings settings) {
      return settings.unlessNone("proxyjump").stream()
          .flatMap(text -> Arrays.stream(text.split(",", -1)))
          .map(text -> address(text.strip(), "target.host"))
          .toList();
    }

    private static void stop(Problem problem) {
      throw new SetupException(problem);
    }
  }
}
