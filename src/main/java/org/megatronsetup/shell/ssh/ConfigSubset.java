package org.megatronsetup.shell.ssh;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.megatronsetup.words.Words;

/**
 * Reads the person's SSH configuration where there is no OpenSSH to ask.
 *
 * <p>Understood: {@code Host} with patterns and negation, {@code HostName} with {@code %h}, {@code
 * User}, {@code Port}, {@code IdentityFile}, {@code IdentitiesOnly}, {@code IdentityAgent}, {@code
 * ProxyJump}, {@code ProxyCommand} (as something that cannot be done), {@code HostKeyAlias}, {@code
 * UserKnownHostsFile}, {@code GlobalKnownHostsFile}. The first value wins. Sections that begin with
 * {@code Match} are passed over, {@code Include} is not followed, both with a warning. The system's
 * configuration is not read.
 */
final class ConfigSubset implements SshConfig {
  private static final Set<String> ONE_WORD =
      Set.of(
          "hostname",
          "user",
          "port",
          "identitiesonly",
          "identityagent",
          "hostkeyalias",
          "revokedhostkeys",
          "knownhostscommand",
          "certificatefile",
          "pkcs11provider",
          "bindaddress",
          "bindinterface");
  private static final Set<String> FILES = Set.of("userknownhostsfile", "globalknownhostsfile");
  private static final Set<String> WAYS = Set.of("proxyjump", "proxycommand");

  private final Surroundings here;

  ConfigSubset(Surroundings here) {
    this.here = here;
  }

  @Override
  public HostSettings settings(Question question) {
    HostSettings settings = new HostSettings();
    question.identity().ifPresent(file -> settings.add("identityfile", file.toString()));
    if (!question.jumps().isEmpty()) {
      settings.add("proxyjump", question.jumpText());
    }
    String host = question.address().host();
    boolean counts = true;
    for (ConfigLine line : ConfigLine.read(here.configFile())) {
      notRead(line.keyword()).ifPresent(settings::warn);
      switch (line.keyword()) {
        case "host" ->
            counts = HostPatterns.listed(line.words(), pattern -> HostPatterns.glob(pattern, host));
        case "match" -> counts = false;
        default -> {
          if (counts) {
            take(line, host, settings);
          }
        }
      }
    }
    return settings;
  }

  private static void take(ConfigLine line, String host, HostSettings settings) {
    String keyword = line.keyword();
    if (keyword.equals("identityfile")) {
      line.word()
          .filter(f -> !settings.all(keyword).contains(f))
          .ifPresent(f -> settings.add(keyword, f));
    } else if (WAYS.contains(keyword)) {
      if (WAYS.stream().allMatch(way -> settings.value(way).isEmpty())) {
        settings.add(keyword, String.join(" ", line.words()));
      }
    } else if (settings.value(keyword).isPresent()) {
      return;
    } else if (FILES.contains(keyword)) {
      line.words().forEach(file -> settings.add(keyword, file));
    } else if (keyword.equals("hostname")) {
      line.word().ifPresent(name -> settings.add(keyword, hostName(name, host)));
    } else if (ONE_WORD.contains(keyword)) {
      line.word().ifPresent(word -> settings.add(keyword, word));
    }
  }

  private static Optional<String> notRead(String keyword) {
    return switch (keyword) {
      case "match" -> Optional.of(Words.of("shell.ssh-config.match"));
      case "include" -> Optional.of(Words.of("shell.ssh-config.include"));
      case "canonicalizehostname" -> Optional.of(Words.of("shell.ssh-config.canonical"));
      default -> Optional.empty();
    };
  }

  private static String hostName(String written, String host) {
    return Pattern.compile("%([%h])")
        .matcher(written)
        .replaceAll(token -> token.group(1).equals("h") ? host : "%");
  }
}
