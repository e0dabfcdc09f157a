package org.megatronsetup.cli;

import picocli.CommandLine.Option;

/** Where to work: one kind of target so far. */
final class TargetOption {

  /** The targets by the names that they have on the command line. */
  enum TargetName {
    local
  }

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description = "Where Megatron Core goes: local (this computer). Default: local.")
  TargetName target = TargetName.local;
}
