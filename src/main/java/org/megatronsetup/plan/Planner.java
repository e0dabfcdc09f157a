package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.images.NgcImages;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Step;
import org.megatronsetup.pep.PyVersion;
import org.megatronsetup.words.Words;

/** Computes what will be done. A pure function of its arguments: it looks at nothing else. */
public final class Planner {
  private static final PyVersion FIRST_PIP_WITH_RAW_PROGRESS = PyVersion.parse("24.1");

  private final PlanTexts texts;
  private final NgcImages images;

  public Planner(PlanTexts texts) {
    this(texts, NgcImages.load());
  }

  public Planner(PlanTexts texts, NgcImages images) {
    this.texts = texts;
    this.images = images;
  }

  /**
   * Makes the plan.
   *
   * @param metadata of exactly one release: a version that exists, or a commit's full hash
   * @throws SetupException with every problem found: wrong answers (kind {@code ANSWERS}), or a
   *     target that is not fit for them (kind {@code PREFLIGHT})
   */
  public Plan plan(Answers answers, Facts facts, ReleaseMetadata metadata) {
    List<Problem> problems = new ArrayList<>(AnswersCheck.check(answers));
    if (!problems.isEmpty()) {
      throw new SetupException(problems);
    }
    Request request = new Request(answers, facts, metadata);
    SystemPythonSteps systemPython = new SystemPythonSteps(request, texts);
    CudaSteps cuda = new CudaSteps(request, texts);
    PlaceChecks place = new PlaceChecks(request, problems);

    new ReleaseChecks(request, problems).check();
    new SourceChecks(request, problems).check();
    systemPython.check(problems);
    cuda.check(problems);
    place.checkPath();
    Optional<Interpreter> choice =
        new PythonChoice(request, new PythonFit(request), systemPython, problems).choose();
    choice.ifPresent(python -> place.checkInterpreter(python, estimates(request, python)));
    checkRoot(request, problems);
    if (!problems.isEmpty()) {
      throw new SetupException(problems);
    }
    return plan(request, choice.orElseThrow(), systemPython, cuda);
  }

  private Plan plan(
      Request request, Interpreter python, SystemPythonSteps systemPython, CudaSteps cuda) {
    PackageCommands commands = commands(request, python);
    BuildForecast forecast = new BuildForecast(request, python.version());
    StepEnvironment environment = new StepEnvironment(request, python, texts);
    List<Step> steps = new ArrayList<>();
    steps.addAll(systemPython.steps());
    steps.addAll(cuda.steps());
    steps.addAll(new VenvRoute(python, commands, texts).steps());
    steps.addAll(new PackageSteps(request, python, commands, environment, forecast).steps());
    return new Plan(
        steps,
        python.path(),
        python.root(),
        request.metadata().version().orElse(""),
        new Notes(
                request,
                python,
                forecast,
                cuda.planned(),
                cuda.planned() || systemPython.bringsBuildTools(),
                images)
            .notes());
  }

  private static Estimates estimates(Request request, Interpreter python) {
    return new Estimates(request, python, new BuildForecast(request, python.version()));
  }

  private static PackageCommands commands(Request request, Interpreter python) {
    return request.usesUv()
        ? new UvCommands(
            request.facts().tools().uv().orElseThrow(),
            python.path(),
            request.answers().sources(),
            request.facts().pipConfig())
        : new PipCommands(
            python.path(), request.answers().sources(), knowsRawProgress(request, python));
  }

  /** In a new environment, pip is the one that came with Python. */
  private static boolean knowsRawProgress(Request request, Interpreter python) {
    if (python.isThere()) {
      return python.pip().map(Planner::hasRawProgress).orElse(false);
    }
    boolean makersOwn =
        python
            .maker()
            .flatMap(maker -> request.facts().python(maker.path()))
            .flatMap(Facts.Python::pip)
            .map(Planner::hasRawProgress)
            .orElse(true);
    return makersOwn && bundlesNewPip(python.version());
  }

  private static boolean hasRawProgress(String pip) {
    return PyVersion.tryParse(pip)
        .map(v -> v.compareTo(FIRST_PIP_WITH_RAW_PROGRESS) >= 0)
        .orElse(false);
  }

  /** Python 3.12.5 and 3.13 were the first to come with a pip newer than 24.1. */
  private static boolean bundlesNewPip(String python) {
    return PyVersion.tryParse(python)
        .map(v -> v.compareTo(PyVersion.parse("3.12.5")) >= 0)
        .orElse(false);
  }

  private static void checkRoot(Request request, List<Problem> problems) {
    if (request.answers().systemSteps().any()
        && request.facts().user().sudo() == Facts.Sudo.ABSENT) {
      problems.add(
          Problem.preflight(
              "no-root",
              "systemSteps",
              Words.of("plan.no-root.sentence", request.facts().user().name()),
              Words.of("plan.no-root.cause"),
              Words.of("plan.no-root.next")));
    }
  }
}
