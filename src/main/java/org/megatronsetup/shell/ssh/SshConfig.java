package org.megatronsetup.shell.ssh;

/** A source of settings: OpenSSH itself, or our reading of its configuration. */
@FunctionalInterface
interface SshConfig {

  /**
   * @throws org.megatronsetup.model.SetupException if the configuration cannot be read
   */
  HostSettings settings(Question question) throws InterruptedException;
}
