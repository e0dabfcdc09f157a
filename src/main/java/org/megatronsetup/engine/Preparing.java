package org.megatronsetup.engine;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.WheelFolder;
import org.megatronsetup.plan.AnswersCheck;
import org.megatronsetup.plan.PlanTexts;
import org.megatronsetup.plan.Planner;
import org.megatronsetup.plan.ProbeQuestions;
import org.megatronsetup.probe.Preflight;
import org.megatronsetup.probe.Probe;
import org.megatronsetup.shell.Shell;

/** From answers to a plan: looks at the target and at the release, and changes nothing. */
final class Preparing {
  private final Shell shell;
  private final Releases releases;
  private final WheelTransport wheels;
  private final Planner planner = new Planner(PlanTexts.load());

  Preparing(Shell shell, Releases releases, WheelTransport wheels) {
    this.shell = shell;
    this.releases = releases;
    this.wheels = wheels;
  }

  Preparation prepare(Answers answers, Credentials credentials) throws InterruptedException {
    List<Problem> problems = AnswersCheck.check(answers);
    if (!problems.isEmpty()) {
      throw new SetupException(problems);
    }
    Answers before = wheels.before(answers);
    ProbeQuestions questions = ProbeQuestions.of(before);
    Facts facts = new Probe().probe(shell, questions.paths(), questions.pythons());
    List<WheelFolder> brought = wheels.read(before.sources(), facts.stateDir());
    Optional<String> pythonVersion =
        chosenPython(answers).flatMap(facts::python).map(Facts.Python::version);
    ReleaseMetadata metadata =
        releases.metadata(answers.release(), before.sources(), credentials, facts, pythonVersion);
    Plan plan =
        planner
            .plan(wheels.after(before, brought), facts, metadata)
            .noting(WheelTransport.notes(brought));
    return new Preparation(answers, facts, metadata, Preflight.verdicts(facts), plan, brought);
  }

  private static Optional<String> chosenPython(Answers answers) {
    return switch (answers.environment()) {
      case Environment.NewVenv(var _, Optional<String> python) -> python;
      case Environment.Existing(String python) -> Optional.of(python);
    };
  }
}
