package org.megatronsetup.shell.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.megatronsetup.address.SshAddress;

/**
 * One server that the SSH configuration is asked about.
 *
 * @param identity key file that is named beside the configuration
 * @param jumps servers on the way that are named beside the configuration; empty: as that says
 */
record Question(SshAddress address, Optional<Path> identity, List<SshAddress> jumps) {

  /** As ssh takes them: {@code gate,ada@inner:2222}. */
  String jumpText() {
    return jumps.stream().map(SshAddress::text).collect(Collectors.joining(","));
  }
}
