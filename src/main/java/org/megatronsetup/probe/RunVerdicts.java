package org.megatronsetup.probe;

import static org.megatronsetup.probe.Preflight.attention;
import static org.megatronsetup.probe.Preflight.ready;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Verdict;

/** Rights, tools and dangers of a long run. */
final class RunVerdicts {
  private static final Set<String> ODD_SHELLS =
      Set.of("csh", "tcsh", "fish", "nu", "elvish", "xonsh", "pwsh", "nologin", "false");

  private RunVerdicts() {}

  static List<Verdict> of(Facts facts) {
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(root(facts));
    verdicts.add(runner(facts));
    verdicts.addAll(hazards(facts));
    return verdicts;
  }

  private static Verdict root(Facts facts) {
    return switch (facts.user().sudo()) {
      case ALREADY_ROOT -> ready("root", "Root", "this is root already");
      case WITHOUT_PASSWORD -> ready("root", "Root", "through sudo, without a password");
      case WITH_PASSWORD ->
          ready("root", "Root", "through sudo, with a password that is asked for once");
      case ABSENT ->
          attention(
              "root",
              "Root",
              "not for this user",
              "Needed only for packages of the system: Python itself and the CUDA toolkit. Ask an"
                  + " administrator for them, or do without.");
    };
  }

  private static Verdict runner(Facts facts) {
    List<String> missing = new ArrayList<>();
    if (facts.tools().setsid().isEmpty()) {
      missing.add("setsid");
    }
    if (facts.tools().flock().isEmpty()) {
      missing.add("flock");
    }
    return missing.isEmpty()
        ? ready("runner", "Tools for long runs", "setsid and flock")
        : attention(
            "runner",
            "Tools for long runs",
            "no " + String.join(", no ", missing),
            "Without them it is less certain that a run outlives a closed connection, and whether"
                + " it still works. They are in the package util-linux.");
  }

  private static List<Verdict> hazards(Facts facts) {
    List<Verdict> verdicts = new ArrayList<>();
    Facts.Hazards hazards = facts.hazards();
    if (hazards.killsUserProcesses()) {
      verdicts.add(
          attention(
              "logout",
              "Logging out",
              "ends all of the user's processes (KillUserProcesses)",
              "A run would end when you log out. Allow it to go on with: loginctl enable-linger "
                  + facts.user().name()));
    }
    if (hazards.tmpNoexec()) {
      verdicts.add(
          attention(
              "tmp",
              "Temporary files",
              "programs cannot run there (noexec)",
              "Builds of extras run programs there. Set TMPDIR to a folder on another disk."));
    }
    String shell = hazards.loginShell();
    String name = shell.substring(shell.lastIndexOf('/') + 1);
    if (ODD_SHELLS.contains(name)) {
      verdicts.add(
          attention(
              "login-shell",
              "Login shell",
              shell,
              "Commands over SSH go through this shell, which is not of POSIX's kind. If the"
                  + " connection makes trouble, choose bash with chsh."));
    }
    return verdicts;
  }
}
