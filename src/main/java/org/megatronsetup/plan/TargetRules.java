package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.address.SshAddress;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Target;
import org.megatronsetup.words.Words;

/** Which targets may stand in answers: nothing that ssh could take for an option or a command. */
public final class TargetRules {
  private TargetRules() {}

  /** All problems; none is there where it can be asked. */
  public static List<Problem> check(Target target) {
    return switch (target) {
      case Target.Local _ -> List.of();
      case Target.Ssh ssh -> check(ssh, "target");
      case Target.Container container -> check(container);
    };
  }

  private static List<Problem> check(Target.Container container) {
    List<Problem> problems = new ArrayList<>();
    switch (container.host()) {
      case Target.Local _ -> {}
      case Target.Ssh ssh -> problems.addAll(check(ssh, "target.host"));
      case Target.Container _ ->
          problems.add(
              Problem.answers(
                  "container-in-container",
                  "target.host",
                  Words.of("plan.container-in-container.sentence"),
                  Words.of("plan.container-in-container.cause"),
                  Words.of("plan.container-in-container.next")));
    }
    problems.addAll(ContainerRules.check(container));
    return problems;
  }

  private static List<Problem> check(Target.Ssh ssh, String at) {
    List<Problem> problems = new ArrayList<>();
    SshAddress.faultOfHost(ssh.host())
        .map(fault -> problem("ssh-host-form", at + ".host", fault))
        .ifPresent(problems::add);
    ssh.user()
        .flatMap(SshAddress::faultOfUser)
        .map(fault -> problem("ssh-user-form", at + ".user", fault))
        .ifPresent(problems::add);
    ssh.port()
        .flatMap(SshAddress::faultOfPort)
        .map(fault -> problem("ssh-port-range", at + ".port", fault))
        .ifPresent(problems::add);
    ssh.identity().flatMap(path -> identity(path, at + ".identity")).ifPresent(problems::add);
    for (int i = 0; i < ssh.jumps().size(); i++) {
      jump(ssh.jumps().get(i), at + ".jumps[" + i + "]").ifPresent(problems::add);
    }
    return problems;
  }

  private static Optional<Problem> identity(String path, String field) {
    return ClientPaths.isPlain(path)
        ? Optional.empty()
        : Optional.of(
            Problem.answers(
                "ssh-identity-form",
                field,
                Words.of("plan.ssh-identity-form.sentence"),
                Words.of("plan.ssh-identity-form.cause"),
                Words.of("plan.ssh-identity-form.next")));
  }

  private static Optional<Problem> jump(String text, String field) {
    try {
      SshAddress.parse(text);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(problem("ssh-jump-form", field, e.getMessage()));
    }
  }

  private static Problem problem(String code, String field, String fault) {
    return Problem.answers(
        code, field, fault + ".", Words.of("plan.ssh-form.cause"), Words.of("plan.ssh-form.next"));
  }
}
