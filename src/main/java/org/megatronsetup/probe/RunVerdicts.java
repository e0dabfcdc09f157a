package org.megatronsetup.probe;

import static org.megatronsetup.probe.Preflight.attention;
import static org.megatronsetup.probe.Preflight.ready;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.words.Words;

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
      case ALREADY_ROOT ->
          ready("root", Words.of("probe.root.title"), Words.of("probe.root.already"));
      case WITHOUT_PASSWORD ->
          ready("root", Words.of("probe.root.title"), Words.of("probe.root.sudo"));
      case WITH_PASSWORD ->
          ready("root", Words.of("probe.root.title"), Words.of("probe.root.password"));
      case ABSENT ->
          attention(
              "root",
              Words.of("probe.root.title"),
              Words.of("probe.root.none"),
              Words.of("probe.root.none.remedy"));
    };
  }

  private static Verdict runner(Facts facts) {
    List<String> missing = new ArrayList<>();
    if (facts.tools().setsid().isEmpty()) {
      missing.add(Words.of("probe.runner.missing", "setsid"));
    }
    if (facts.tools().flock().isEmpty()) {
      missing.add(Words.of("probe.runner.missing", "flock"));
    }
    return missing.isEmpty()
        ? ready("runner", Words.of("probe.runner.title"), Words.of("probe.runner.found"))
        : attention(
            "runner",
            Words.of("probe.runner.title"),
            String.join(", ", missing),
            Words.of("probe.runner.missing.remedy"));
  }

  private static List<Verdict> hazards(Facts facts) {
    List<Verdict> verdicts = new ArrayList<>();
    Facts.Hazards hazards = facts.hazards();
    if (hazards.killsUserProcesses()) {
      verdicts.add(
          attention(
              "logout",
              Words.of("probe.logout.title"),
              Words.of("probe.logout.value"),
              Words.of("probe.logout.remedy", facts.user().name())));
    }
    if (hazards.tmpNoexec()) {
      verdicts.add(
          attention(
              "tmp",
              Words.of("probe.tmp.title"),
              Words.of("probe.tmp.value"),
              Words.of("probe.tmp.remedy")));
    }
    String shell = hazards.loginShell();
    String name = shell.substring(shell.lastIndexOf('/') + 1);
    if (ODD_SHELLS.contains(name)) {
      verdicts.add(
          attention(
              "login-shell",
              Words.of("probe.login-shell.title"),
              shell,
              Words.of("probe.login-shell.remedy")));
    }
    return verdicts;
  }
}
