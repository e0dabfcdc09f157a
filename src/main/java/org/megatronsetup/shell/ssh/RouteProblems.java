package org.megatronsetup.shell.ssh;

import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

/** Why there is no way to a machine, in words. */
final class RouteProblems {
  private RouteProblems() {}

  static Problem sshFailed(String cause) {
    return noWay(
        "ssh-config",
        Words.of("shell.ssh-config.failed.sentence"),
        cause,
        Words.of("shell.ssh-config.failed.next"),
        "target.host");
  }

  static Problem unreadable(String cause) {
    return noWay(
        "ssh-config",
        Words.of("shell.ssh-config.unread.sentence"),
        cause,
        Words.of("shell.ssh-config.unread.next"),
        "target.host");
  }

  static Problem proxyCommand(String alias) {
    return noWay(
        "ssh-proxy-command",
        Words.of("shell.ssh-proxy-command.sentence", alias),
        Words.of("shell.ssh-proxy-command.cause"),
        Words.of("shell.ssh-proxy-command.next"),
        "target.host");
  }

  static Problem tooLong(int most) {
    return noWay(
        "ssh-route-too-long",
        Words.of("shell.ssh-route-too-long.sentence", most),
        Words.of("shell.ssh-route-too-long.cause"),
        Words.of("shell.ssh-route-too-long.next"),
        "target.jumps");
  }

  static Problem noForwarding(Hop gate, Hop next) {
    return noWay(
        "ssh-no-forwarding",
        Words.of("shell.ssh-no-forwarding.sentence", gate.shown(), next.shown()),
        Words.of("shell.ssh-no-forwarding.cause"),
        Words.of("shell.ssh-no-forwarding.next"),
        "target.jumps");
  }

  static Problem circle(String alias) {
    return noWay(
        "ssh-route-circle",
        Words.of("shell.ssh-route-circle.sentence", alias),
        Words.of("shell.ssh-route-circle.cause"),
        Words.of("shell.ssh-route-circle.next", alias),
        "target.jumps");
  }

  static Problem form(String field, String fault) {
    return Problem.answers(
        "ssh-address-form",
        field,
        fault + ".",
        Words.of("shell.ssh-address-form.cause"),
        Words.of("shell.ssh-address-form.next"));
  }

  static Problem noKey() {
    return Problem.answers(
        "ssh-identity-missing",
        "target.identity",
        Words.of("shell.ssh-identity-missing.sentence"),
        Words.of("shell.ssh-identity-missing.cause"),
        Words.of("shell.ssh-identity-missing.next"));
  }

  private static Problem noWay(
      String code, String sentence, String cause, String nextStep, String field) {
    return new Problem(Problem.Kind.CONTACT, code, sentence, cause, nextStep, field);
  }
}
