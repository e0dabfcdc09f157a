package org.megatronsetup.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Target;
import org.megatronsetup.words.Words;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where to work, and how to get there. */
final class TargetOption {
  static final String ASK_PASSWORD = "--ask-password";

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      converter = TargetArgument.class,
      description =
          "Where Megatron Core goes: local (this computer), ssh://[USER@]HOST[:PORT], [USER@]ALIAS"
              + " as in your SSH configuration, or container. Default: local.")
  Optional<Target> typed = Optional.empty();

  @Option(
      names = "--identity",
      paramLabel = "FILE",
      description = "Key file to sign in with, on this computer.")
  Optional<Path> identity = Optional.empty();

  @Option(
      names = "--jump",
      split = ",",
      paramLabel = "HOST",
      converter = TargetArgument.Jump.class,
      description =
          "Server on the way, as in ada@gate:2222; several in the order in which they are passed."
              + " May be repeated.")
  List<String> jumps = List.of();

  @Option(
      names = "--accept-host-key",
      paramLabel = "SHA256:…",
      converter = FingerprintArgument.class,
      description =
          "Accept a server that nobody knows yet if its key has this fingerprint. May be repeated.")
  List<String> acceptedKeys = List.of();

  @Option(
      names = ASK_PASSWORD,
      description =
          "Ask for the password to sign in with: from the terminal without echo, or one line of"
              + " standard input (before all others).")
  boolean asksPassword;

  @ArgGroup(validate = false, heading = "%nWith --target container:%n")
  ContainerOptions container = new ContainerOptions();

  /**
   * The target that is asked for on the command line alone.
   *
   * @throws SetupException if options are there that have no sense for it
   */
  Target target() {
    return over(new Target.Local());
  }

  /**
   * The same, where answers name a target already: what is typed overrides it.
   *
   * @throws SetupException if options are there that have no sense for it
   */
  Target over(Target base) {
    Target wanted = typed.orElse(base);
    if (wanted instanceof Target.Container fresh) {
      return container.over(
          base instanceof Target.Container there ? there : fresh,
          host -> onTheWay(host, Words.of("cli.option.container-here"), "--on"));
    }
    refuseContainerOptions(wanted);
    return onTheWay(wanted, Words.of("cli.option.this-computer"), "--target");
  }

  /** A machine with all that was typed about the way to it. */
  private Target onTheWay(Target machine, String otherwise, String option) {
    if (machine instanceof Target.Ssh ssh) {
      return new Target.Ssh(
          ssh.host(),
          ssh.user(),
          ssh.port(),
          identity().map(Path::toString).or(ssh::identity),
          jumps.isEmpty() ? ssh.jumps() : jumps);
    }
    refuseSshOptions(otherwise, option);
    return machine;
  }

  private void refuseContainerOptions(Target wanted) {
    container
        .typed()
        .ifPresent(
            option -> {
              throw new SetupException(
                  Problem.answers(
                      "container-option-without-container",
                      "target",
                      Words.of("cli.option.container.sentence", option),
                      wanted instanceof Target.Ssh
                          ? Words.of("cli.option.behind-ssh")
                          : Words.of("cli.option.this-computer"),
                      Words.of("cli.option.container.next")));
            });
  }

  private void refuseSshOptions(String why, String naming) {
    Optional<String> first =
        identity.isPresent()
            ? Optional.of("--identity")
            : !jumps.isEmpty()
                ? Optional.of("--jump")
                : !acceptedKeys.isEmpty()
                    ? Optional.of("--accept-host-key")
                    : asksPassword ? Optional.of(ASK_PASSWORD) : Optional.empty();
    first.ifPresent(
        option -> {
          throw new SetupException(
              Problem.answers(
                  "ssh-option-without-ssh",
                  "target",
                  Words.of("cli.option.ssh.sentence", option),
                  why,
                  Words.of("cli.option.ssh.next", naming)));
        });
  }

  /** Key file to sign in with; an absolute path. */
  Optional<Path> identity() {
    return identity.map(file -> Path.of(Places.HERE.absolute(file)));
  }

  /** Fingerprints of keys of unknown servers that may be accepted, as OpenSSH prints them. */
  List<String> acceptedKeys() {
    return List.copyOf(acceptedKeys);
  }

  /** Whether the password to sign in with is asked for at the start. */
  boolean asksPassword() {
    return asksPassword;
  }
}
