package org.megatronsetup.shell.ssh;

import java.nio.file.Path;
import java.util.List;
import org.megatronsetup.address.SshAddress;
import org.megatronsetup.model.SetupException;

/** The machines that a configuration names. */
final class ConfigAliases {
  private ConfigAliases() {}

  /** Each once, in the order of the file, without patterns; none if it cannot be read. */
  static List<String> in(Path file) {
    return lines(file).stream()
        .filter(line -> line.keyword().equals("host"))
        .flatMap(line -> line.words().stream())
        // a pattern holds *, ? or !, none of which is allowed in a host
        .filter(word -> SshAddress.faultOfHost(word).isEmpty())
        .distinct()
        .toList();
  }

  private static List<ConfigLine> lines(Path file) {
    try {
      return ConfigLine.read(file);
    } catch (SetupException e) {
      return List.of(); // suggestions are a help; whoever goes there is told
    }
  }
}
