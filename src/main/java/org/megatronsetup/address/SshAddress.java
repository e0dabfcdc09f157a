package org.megatronsetup.address;

import java.net.Inet6Address;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.words.Words;

/**
 * A machine as people name it to SSH: {@code node7}, {@code ada@node7:2222}, {@code
 * ssh://ada@[::1]:2222}. What may stand in it is an allow-list, for parts of it become words of a
 * command line, and a person's own SSH configuration may put them into a shell's text.
 *
 * @param host a name, an alias of the SSH configuration, IPv4, or IPv6 without brackets
 */
public record SshAddress(Optional<String> user, String host, Optional<Integer> port) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,254}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._@+-]{0,255}");
  private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
  private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]]*)\\](?::(.*))?");

  /**
   * Reads a text in any of the forms.
   *
   * @throws IllegalArgumentException with a sentence that repeats nothing of the text: somebody may
   *     have typed a password into it
   */
  public static SshAddress parse(String text) {
    String rest = text;
    if (text.regionMatches(true, 0, "ssh://", 0, "ssh://".length())) {
      rest = text.substring("ssh://".length());
      rest = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
    } else if (text.contains("://")) {
      throw new IllegalArgumentException(Words.of("address.ssh.scheme"));
    }
    int at = rest.lastIndexOf('@');
    Optional<String> user = at < 0 ? Optional.empty() : Optional.of(rest.substring(0, at));
    if (user.isPresent() && user.get().contains(":")) {
      throw new IllegalArgumentException(Words.of("address.ssh.password"));
    }
    user.flatMap(SshAddress::faultOfUser).ifPresent(SshAddress::refuse);
    return place(user, rest.substring(at + 1));
  }

  private static SshAddress place(Optional<String> user, String place) {
    Matcher bracketed = BRACKETED.matcher(place);
    String host = place;
    Optional<String> port = Optional.empty();
    if (bracketed.matches()) {
      host = bracketed.group(1);
      port = Optional.ofNullable(bracketed.group(2));
      if (!host.contains(":")) {
        throw new IllegalArgumentException(Words.of("address.ssh.brackets"));
      }
    } else if (place.indexOf(':') >= 0 && place.indexOf(':') == place.lastIndexOf(':')) {
      host = place.substring(0, place.indexOf(':'));
      port = Optional.of(place.substring(place.indexOf(':') + 1));
    }
    faultOfHost(host).ifPresent(SshAddress::refuse);
    Optional<Integer> number = port.map(SshAddress::number);
    number.flatMap(SshAddress::faultOfPort).ifPresent(SshAddress::refuse);
    return new SshAddress(user, host, number);
  }

  private static int number(String port) {
    // what is no number is as wrong as a number out of range
    return PORT.matcher(port).matches() ? Integer.parseInt(port) : 0;
  }

  private static void refuse(String sentence) {
    throw new IllegalArgumentException(sentence);
  }

  /** What is wrong with a host, as a sentence without its full stop. */
  public static Optional<String> faultOfHost(String host) {
    if (host.isEmpty()) {
      return Optional.of(Words.of("address.ssh.host.missing"));
    }
    if (host.startsWith("-")) {
      return Optional.of(Words.of("address.ssh.host.hyphen"));
    }
    boolean fine = host.contains(":") ? isIpv6(host) : NAME.matcher(host).matches();
    return fine
        ? Optional.empty()
        : Optional.of(
            host.contains(":")
                ? Words.of("address.ssh.host.ipv6")
                : Words.of("address.ssh.host.form"));
  }

  /** What is wrong with the name of a user, as a sentence without its full stop. */
  public static Optional<String> faultOfUser(String user) {
    return USER.matcher(user).matches()
        ? Optional.empty()
        : Optional.of(Words.of("address.ssh.user.form"));
  }

  /** What is wrong with a port, as a sentence without its full stop. */
  public static Optional<String> faultOfPort(int port) {
    return port >= 1 && port <= 65_535
        ? Optional.empty()
        : Optional.of(Words.of("address.ssh.port.form"));
  }

  private static boolean isIpv6(String host) {
    int percent = host.indexOf('%');
    String address = percent < 0 ? host : host.substring(0, percent);
    if (!IPV6.matcher(address).matches()
        || (percent >= 0 && !ZONE.matcher(host.substring(percent + 1)).matches())) {
      return false;
    }
    try {
      Inet6Address.ofLiteral(address);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** As in {@code ada@[::1]:2222}: what {@link #parse} reads. */
  public String text() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return user.map(u -> u + "@").orElse("") + name + port.map(p -> ":" + p).orElse("");
  }

  /** As in {@code ssh://ada@[::1]:2222}. */
  public String url() {
    return "ssh://" + text();
  }
}
