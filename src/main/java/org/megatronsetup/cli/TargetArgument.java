package org.megatronsetup.cli;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.address.SshAddress;
import org.megatronsetup.model.Target;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads {@code local}, {@code container}, {@code ssh://[user@]host[:port]} and {@code
 * [user@]alias}. What was typed is never repeated: people write passwords into addresses.
 */
final class TargetArgument implements ITypeConverter<Target> {

  private static final String CONTAINER = "container";

  @Override
  public Target convert(String text) {
    return text.equalsIgnoreCase(CONTAINER) ? ContainerOptions.defaults() : host(text);
  }

  private static Target host(String text) {
    if (text.equalsIgnoreCase("local")) {
      return new Target.Local();
    }
    SshAddress address = address(text);
    return new Target.Ssh(
        address.host(), address.user(), address.port(), Optional.empty(), List.of());
  }

  /** The text that gives the target, without its key and its jumps, or what a container is. */
  static String text(Target target) {
    return switch (target) {
      case Target.Local _ -> "local";
      case Target.Ssh ssh -> new SshAddress(ssh.user(), ssh.host(), ssh.port()).url();
      case Target.Container _ -> CONTAINER;
    };
  }

  static SshAddress address(String text) {
    try {
      return SshAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage() + ".");
    }
  }

  /** A machine that has a container engine. */
  static final class Host implements ITypeConverter<Target> {
    @Override
    public Target convert(String text) {
      return host(text);
    }
  }

  /** A server on the way, in the form that answers have. */
  static final class Jump implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      return address(text).text();
    }
  }
}
