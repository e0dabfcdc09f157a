package org.megatronsetup.shell.ssh;

import org.megatronsetup.model.Problem;

/** Why there is no way to a machine, in words. */
final class RouteProblems {
  private RouteProblems() {}

  static Problem sshFailed(String cause) {
    return noWay(
        "ssh-config",
        "Your SSH configuration could not be evaluated.",
        cause,
        "Correct it, so that ‘ssh -G’ with the name of the machine prints settings.",
        "target.host");
  }

  static Problem unreadable(String cause) {
    return noWay(
        "ssh-config",
        "Your SSH configuration cannot be read.",
        cause,
        "Correct the file, or name the machine by its address.",
        "target.host");
  }

  static Problem proxyCommand(String alias) {
    return noWay(
        "ssh-proxy-command",
        "The way to " + alias + " leads through a ProxyCommand, which this program does not run.",
        "Your SSH configuration says so for this machine.",
        "Name the servers on the way with --jump, or use ProxyJump in the configuration.",
        "target.host");
  }

  static Problem tooLong(int most) {
    return noWay(
        "ssh-route-too-long",
        "The way to the machine leads over more than " + most + " servers.",
        "Perhaps ProxyJump in your SSH configuration leads in a circle.",
        "Shorten the way, or name it with --jump.",
        "target.jumps");
  }

  static Problem noForwarding(Hop gate, Hop next) {
    return noWay(
        "ssh-no-forwarding",
        gate.shown() + " lets nobody pass on to " + next.shown() + ".",
        "It refuses to forward connections (AllowTcpForwarding in its sshd_config).",
        "Ask its administrator to allow it for you, or go another way.",
        "target.jumps");
  }

  static Problem circle(String alias) {
    return noWay(
        "ssh-route-circle",
        "The way to the machine leads in a circle: through " + alias + " again.",
        "ProxyJump in your SSH configuration says so, perhaps for “Host *”.",
        "Write “ProxyJump none” for " + alias + " in the configuration.",
        "target.jumps");
  }

  static Problem form(String field, String fault) {
    return Problem.answers(
        "ssh-address-form",
        field,
        fault + ".",
        "This is no name or address of a server that can be used here.",
        "Write it as in ada@node7:2222.");
  }

  static Problem noKey() {
    return Problem.answers(
        "ssh-identity-missing",
        "target.identity",
        "The key file that is named is not there.",
        "No such file can be read by you on this computer.",
        "Correct its path, or leave it out: your usual keys are tried then.");
  }

  private static Problem noWay(
      String code, String sentence, String cause, String nextStep, String field) {
    return new Problem(Problem.Kind.CONTACT, code, sentence, cause, nextStep, field);
  }
}
