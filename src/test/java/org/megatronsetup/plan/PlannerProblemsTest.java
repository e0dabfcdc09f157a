package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.megatronsetup.plan.Wishes.wishes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Facts.PathFact.Kind;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;

/** What is refused before anything runs, and how that is said. */
final class PlannerProblemsTest {
  private static final Planner PLANNER = new Planner(PlanTexts.load());
  private static final Facts.Python VENV_312 =
      Machines.python(
          Wishes.VENV + "/bin/python", "3.12.3", Facts.Python.Kind.VENV, "24.0", "", "");

  private static List<Problem> problems(Wishes wishes, Facts facts, ReleaseMetadata metadata) {
    SetupException e =
        catchThrowableOfType(
            SetupException.class, () -> PLANNER.plan(wishes.answers(), facts, metadata));
    assertThat(e).as("a plan was made").isNotNull();
    assertThat(e.problems())
        .allSatisfy(
            p -> {
              assertThat(p.sentence()).endsWith(".").doesNotContain("!");
              assertThat(p.cause()).endsWith(".");
              assertThat(p.nextStep()).endsWith(".");
            });
    return e.problems();
  }

  private static Problem only(Wishes wishes, Facts facts, ReleaseMetadata metadata) {
    List<Problem> problems = problems(wishes, facts, metadata);
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  private static Problem only(Wishes wishes, Facts facts) {
    return only(wishes, facts, Wishes.core019());
  }

  @Test
  void aPythonThatDoesNotFitSaysWhatIsNeededAndWhatIsHere() {
    Facts facts = Machines.withPythons(Machines.guide(), Machines.PYTHON_310, Machines.PYTHON_312);
    Problem problem =
        only(
            wishes()
                .environment(
                    new Environment.NewVenv(Wishes.VENV, Optional.of("/usr/bin/python3.10"))),
            facts);
    assertThat(problem)
        .isEqualTo(
            Problem.preflight(
                "python-does-not-fit",
                "environment.python",
                "Python 3.10.12 (/usr/bin/python3.10) does not fit Megatron Core 0.19.0.",
                "It needs Python >=3.12.",
                "Choose one that fits: /usr/bin/python3.12 (3.12.3). Not fitting:"
                    + " /usr/bin/python3.10 (3.10.12)."));
  }

  @Test
  void noPythonFits() {
    Problem problem = only(wishes(), Machines.withPythons(Machines.guide(), Machines.PYTHON_310));
    assertThat(problem.code()).isEqualTo("no-python-fits");
    assertThat(problem.nextStep())
        .contains("Not fitting: /usr/bin/python3.10 (3.10.12).", "uv python install");
  }

  @Test
  void noPythonAtAll() {
    assertThat(only(wishes(), Machines.withPythons(Machines.guide())).nextStep())
        .endsWith("No Python was found.");
  }

  @Test
  void noSuchInterpreter() {
    Problem problem = only(wishes().existing("/opt/x/bin/python"), Machines.guide());
    assertThat(problem.code()).isEqualTo("python-not-found");
    assertThat(problem.nextStep()).contains("/usr/bin/python3.12 (3.12.3)");
    assertThat(problem.kind()).isEqualTo(Problem.Kind.PREFLIGHT);
  }

  @Test
  void externallyManaged() {
    Problem problem = only(wishes().existing("/usr/bin/python3.12"), Machines.guide());
    assertThat(problem.code()).isEqualTo("externally-managed");
    assertThat(problem.cause()).contains("PEP 668");
  }

  @Test
  void existingEnvironmentThatCannotBeWrittenTo() {
    Facts.Python foreign =
        new Facts.Python(
            "/opt/env/bin/python",
            "3.12.3",
            Facts.Python.Kind.VENV,
            false,
            false,
            Optional.of("24.0"),
            true,
            true,
            Optional.empty(),
            Optional.empty());
    assertThat(
            only(wishes().existing(foreign.path()), Machines.withPythons(Machines.guide(), foreign))
                .code())
        .isEqualTo("environment-not-writable");
  }

  @Test
  void pythonWithoutVenv() {
    Facts facts = Machines.withPythons(Machines.guide(), without(false));
    Problem problem = only(wishes(), facts);
    assertThat(problem.code()).isEqualTo("python-without-venv");
    assertThat(problem.nextStep()).contains("system step", "uv", "another interpreter");
    assertThat(PLANNER.plan(wishes().answers(), Machines.withUv(facts), Wishes.core019()).steps())
        .first()
        .satisfies(s -> assertThat(s.commands().toString()).contains("uv, --no-config, venv"));
    assertThat(
            PLANNER.plan(wishes().system(true, false).answers(), facts, Wishes.core019()).steps())
        .extracting(s -> s.id())
        .containsExactly("system-python", "venv", "megatron-core");
  }

  private static Facts.Python without(boolean venv) {
    return new Facts.Python(
        "/usr/bin/python3.12",
        "3.12.3",
        Facts.Python.Kind.SYSTEM,
        true,
        false,
        Optional.empty(),
        venv,
        true,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void existingWithoutPip() {
    Facts.Python bare =
        Machines.python("/opt/e/bin/python", "3.12.3", Facts.Python.Kind.VENV, "", "", "");
    Facts facts = Machines.withPythons(Machines.guide(), bare);
    assertThat(only(wishes().existing(bare.path()), facts).code()).isEqualTo("python-without-pip");
    assertThat(
            PLANNER
                .plan(
                    wishes().existing(bare.path()).answers(),
                    Machines.withUv(facts),
                    Wishes.core019())
                .steps())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "FILE,         true,  500, place-is-a-file",
    "FOLDER,       true,  500, place-not-a-venv",
    "ABSENT,       false, 500, place-not-writable",
    "EMPTY_FOLDER, false, 500, place-not-writable",
    "ABSENT,       true,  1,   disk-too-full",
    "EMPTY_FOLDER, true,  0,   disk-too-full",
    "VENV,         true,  500, venv-broken",
  })
  void placesThatCannotBe(Kind kind, boolean writable, long free, String code) {
    Facts facts =
        Machines.withPath(
            Machines.guide(), new Facts.PathFact(Wishes.VENV, kind, writable, free * Machines.GIB));
    Problem problem = only(wishes(), facts);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.field()).isEqualTo("environment.path");
    assertThat(problem.sentence()).contains(Wishes.VENV);
    // the slash that people leave at the end changes nothing
    assertThat(only(wishes().venv(Wishes.VENV + "/"), facts)).isEqualTo(problem);
  }

  @Test
  void anEnvironmentOfAnotherPython() {
    Facts facts =
        Machines.withPath(
            Machines.withPythons(
                Machines.guide(),
                Machines.PYTHON_312,
                Machines.system("/usr/bin/python3.13", "3.13.1", "25.0"),
                VENV_312),
            Wishes.VENV,
            Kind.VENV);
    Problem problem =
        only(
            wishes()
                .environment(
                    new Environment.NewVenv(Wishes.VENV, Optional.of("/usr/bin/python3.13"))),
            facts);
    assertThat(problem.code()).isEqualTo("venv-of-another-python");
    // left open, the environment is used as it is, though there is a newer Python
    assertThat(
            PLANNER.plan(wishes().answers(), facts, Wishes.core019()).steps().getFirst().commands())
        .hasToString("[Exec[argv=[/usr/bin/python3.12, -m, venv, " + Wishes.VENV + "]]]");
  }

  @Test
  void anExtraThatTheReleaseDoesNotHave() {
    Problem problem = only(wishes().extras("dev", "mlm"), Machines.guide());
    assertThat(problem)
        .isEqualTo(
            Problem.answers(
                "extra-not-in-release",
                "extras[1]",
                "There is no extra “mlm” in Megatron Core 0.19.0.",
                "It declares: training, dev, lts, te, ssm.",
                "Choose from these, or another release."));
  }

  @Test
  void extrasWhateverTheirSpelling() {
    ReleaseMetadata metadata =
        Wishes.metadata("1.0", ">=3.8", Map.of("no_pypi.wheels", List.of("triton")), "");
    assertThat(
            PLANNER
                .plan(wishes().extras("No-PyPI-Wheels").answers(), Machines.guide(), metadata)
                .steps()
                .getLast()
                .commands()
                .getLast()
                .toString())
        .contains("megatron-core[no_pypi.wheels]==1.0");
  }

  @Test
  void uvAbsent() {
    assertThat(only(wishes().installer(Installer.UV), Machines.guide()).code())
        .isEqualTo("uv-absent");
  }

  @Test
  void gitAbsentForACommit() {
    Facts.Tools t = Machines.tools(Optional.empty());
    Facts facts =
        Machines.withTools(
            Machines.guide(),
            new Facts.Tools(
                t.uv(),
                Optional.empty(),
                t.cc(),
                t.cxx(),
                t.cmake(),
                t.ninja(),
                t.flock(),
                t.setsid(),
                t.aptGet(),
                t.docker(),
                t.podman()));
    ReleaseMetadata metadata = Wishes.atCommit(Wishes.core019(), Wishes.HASH);
    assertThat(only(wishes().commit(), facts, metadata).code()).isEqualTo("git-absent");
    assertThat(
            PLANNER.plan(wishes().commit().system(false, true).answers(), facts, metadata).steps())
        .extracting(s -> s.id())
        .startsWith("cuda-tools");
    assertThat(PLANNER.plan(wishes().answers(), facts, Wishes.core019()).steps()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"abc", "HEAD", "309FFCA6A40553362D44FD17EFC56B772FA1AA44", "--upload-pack=x"})
  void aCommitThatIsNoFullHash(String hash) {
    assertThat(
            only(wishes().commit(), Machines.guide(), Wishes.atCommit(Wishes.core019(), hash))
                .code())
        .isEqualTo("commit-not-resolved");
  }

  @ParameterizedTest
  @CsvSource({
    "x86_64,  musl,       libc-not-supported",
    "x86_64,  musl 1.2,   libc-not-supported",
    "x86_64,  glibc 2.27, libc-not-supported",
    "aarch64, glibc 2.17, libc-not-supported",
    "armv7l,  glibc 2.39, arch-not-supported",
    "ppc64le, glibc 2.39, arch-not-supported",
  })
  void systemsWithoutWheels(String arch, String libc, String code) {
    Facts.Os os = new Facts.Os("x", "1", "Some Linux", "6", arch, libc, false);
    assertThat(only(wishes(), Machines.withOs(Machines.guide(), os)).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"x86_64, glibc 2.28", "aarch64, glibc 2.39", "x86_64, ''", "x86_64, glibc 3.0"})
  void systemsWithWheels(String arch, String libc) {
    Facts.Os os = new Facts.Os("x", "1", "Some Linux", "6", arch, libc, false);
    assertThat(
            PLANNER
                .plan(wishes().answers(), Machines.withOs(Machines.guide(), os), Wishes.core019())
                .steps())
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "fedora, 42,    x86_64,  true,  false, python-step-unknown-system",
    "ubuntu, 20.04, x86_64,  true,  false, python-step-unknown-system",
    "debian, 12,    x86_64,  false, true,  cuda-step-unknown-system",
    "ubuntu, 22.04, x86_64,  false, true,  cuda-step-unknown-system",
    "ubuntu, 24.04, aarch64, false, true,  cuda-step-unknown-system",
  })
  void systemStepsOnSystemsThatAreNotTheGuides(
      String id, String version, String arch, boolean python, boolean cuda, String code) {
    Facts.Os os = new Facts.Os(id, version, id + " " + version, "6", arch, "glibc 2.36", false);
    Problem problem = only(wishes().system(python, cuda), Machines.withOs(Machines.guide(), os));
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.cause()).contains("guess");
  }

  @Test
  void debiansOwnPython() {
    Facts facts = Machines.withOs(Machines.withPythons(Machines.guide()), Machines.DEBIAN_12);
    assertThat(
            PLANNER
                .plan(
                    wishes().stable("0.15.3").system(true, false).answers(),
                    facts,
                    Wishes.core015())
                .steps()
                .getFirst()
                .why())
        .contains("The guide is written for Ubuntu");
    assertThat(only(wishes().system(true, false), facts).code()).isEqualTo("no-python-fits");
  }

  @Test
  void rootIsNeededAndCannotBeHad() {
    assertThat(
            only(
                    wishes().system(true, false),
                    Machines.withSudo(Machines.guide(), Facts.Sudo.ABSENT))
                .code())
        .isEqualTo("no-root");
  }

  @ParameterizedTest
  @CsvSource({
    "/srv/wheels, ABSENT,       true,  folder-of-wheels",
    "/srv/wheels, EMPTY_FOLDER, true,  folder-of-wheels",
    "/srv/wheels, FILE,         true,  folder-of-wheels",
    "/srv/ca.pem, ABSENT,       true,  ca-bundle-absent",
    "/srv/ca.pem, FOLDER,       true,  ca-bundle-absent",
    "/srv/cache,  FILE,         true,  cache-not-writable",
    "/srv/cache,  ABSENT,       false, cache-not-writable",
  })
  void sourcesThatAreNotThere(String path, Kind kind, boolean writable, String code) {
    Sources sources =
        new Sources(
            Optional.empty(),
            List.of(),
            List.of("/srv/wheels"),
            false,
            Optional.empty(),
            Optional.of("/srv/ca.pem"),
            Optional.of("/srv/cache"),
            Optional.empty());
    Facts facts =
        Machines.withPath(Machines.guide(), new Facts.PathFact(path, kind, writable, Machines.GIB));
    Problem problem = only(wishes().sources(sources), facts);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.sentence()).contains(path);
  }

  @Test
  void allProblemsOfAnswersComeTogetherAndThenAllOfTheTarget() {
    assertThat(
            problems(wishes().extras("-").venv("x").maxJobs(0), Machines.guide(), Wishes.core019()))
        .hasSize(3)
        .allMatch(p -> p.kind() == Problem.Kind.ANSWERS);
    Facts facts =
        Machines.withPath(
            Machines.withSudo(
                Machines.withPythons(
                    Machines.withOs(Machines.guide(), Machines.DEBIAN_12), Machines.PYTHON_310),
                Facts.Sudo.ABSENT),
            Wishes.VENV,
            Kind.FILE);
    assertThat(
            problems(
                wishes().extras("mlm").system(false, true).installer(Installer.PIP),
                facts,
                Wishes.core019()))
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(
            "extra-not-in-release",
            "cuda-step-unknown-system",
            "place-is-a-file",
            "no-python-fits",
            "no-root");
  }
}
