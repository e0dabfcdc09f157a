package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.plan.Wishes.wishes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;

/** What is planned for whom, beyond the golden routes. */
final class PlannerTest {
  private static final Planner PLANNER = new Planner(PlanTexts.load());

  private static Plan plan(Wishes wishes, Facts facts, ReleaseMetadata metadata) {
    return PLANNER.plan(wishes.answers(), facts, metadata);
  }

  private static String text(Plan plan, String id) {
    return ShellText.render(step(plan, id).commands()).replace(" \\\n  ", " ");
  }

  private static Step step(Plan plan, String id) {
    return plan.steps().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> ids(Plan plan) {
    return plan.steps().stream().map(Step::id).toList();
  }

  @Test
  void thePlanSaysWhereEverythingIs() {
    Plan plan = plan(wishes(), Machines.guide(), Wishes.core019());
    assertThat(plan.python()).isEqualTo(Wishes.VENV + "/bin/python");
    assertThat(plan.environmentRoot()).isEqualTo(Wishes.VENV);
    assertThat(plan.expectedVersion()).isEqualTo("0.19.0");
    assertThat(plan.needsRoot()).isFalse();
  }

  @Test
  void theNewestPythonThatFitsMakesTheEnvironment() {
    Facts facts =
        Machines.withPythons(
            Machines.guide(),
            Machines.PYTHON_310,
            Machines.system("/usr/bin/python3.9", "3.9.2", "20.3"),
            Machines.PYTHON_312,
            Machines.system("/opt/py/bin/python3.13", "3.13.1", "25.0"),
            Machines.system("/usr/bin/python3.14", "3.14.0", "25.2"),
            Machines.python("/v/bin/python", "3.13.9", Facts.Python.Kind.VENV, "25.0", "", ""));
    Plan plan = plan(wishes(), facts, Wishes.core019());
    assertThat(text(plan, "venv")).startsWith("/opt/py/bin/python3.13 -m venv ");
    assertThat(plan.notes()).noneMatch(n -> n.contains("3.14"));
  }

  @Test
  void aPythonWithoutWheelsIsTakenOnlyWhereThereIsNoOther() {
    Facts facts =
        Machines.withPythons(
            Machines.guide(), Machines.system("/usr/bin/python3.14", "3.14.0", "25.2"));
    Plan plan = plan(wishes(), facts, Wishes.core019());
    assertThat(text(plan, "venv")).startsWith("/usr/bin/python3.14 -m venv ");
    assertThat(plan.notes()).anyMatch(n -> n.contains("no ready-made wheels"));
  }

  @ParameterizedTest
  @CsvSource({
    "3.12.3,  24.0, off",
    "3.12.3,  25.0, off",
    "3.12.5,  24.2, raw",
    "3.12.5,  23.0, off",
    "3.13.1,  25.0, raw",
    "3.11.9,  25.0, off",
  })
  void rawProgressOnlyWhereThePipOfTheNewEnvironmentKnowsIt(
      String python, String pip, String progress) {
    Facts facts =
        Machines.withPythons(Machines.guide(), Machines.system("/usr/bin/python3", python, pip));
    assertThat(text(plan(wishes().stable("0.15.3"), facts, Wishes.core015()), "megatron-core"))
        .contains("--progress-bar " + progress + " ");
  }

  @ParameterizedTest
  @CsvSource({"24.0, off", "24.1, raw", "24.0.1, off", "25.1, raw"})
  void rawProgressInAnEnvironmentThatIsThere(String pip, String progress) {
    Facts facts =
        Machines.withPythons(
            Machines.guide(),
            Machines.python("/e/bin/python", "3.12.3", Facts.Python.Kind.VENV, pip, "", ""));
    assertThat(
            text(
                plan(wishes().existing("/e/bin/python"), facts, Wishes.core019()), "megatron-core"))
        .contains("--progress-bar " + progress + " ");
  }

  @Test
  void setuptoolsStaysWithinWhatTheChosenExtrasAskFor() {
    Facts facts = Machines.guide();
    assertThat(
            text(
                plan(wishes().stable("0.15.3").extras("dev"), facts, Wishes.core015()),
                "build-tools"))
        .contains("-U 'setuptools<80.0.0' 'packaging>=24.2'");
    assertThat(
            text(
                plan(wishes().stable("0.15.3").extras("mlm"), facts, Wishes.core015()),
                "build-tools"))
        .contains("-U setuptools 'packaging>=24.2'\n");
    assertThat(
            text(
                plan(
                    wishes().stable("0.15.3").extras("lts").requirements("setuptools>=70"),
                    facts,
                    Wishes.core015()),
                "build-tools"))
        .contains("'setuptools<80.0.0,>=70'");
  }

  @Test
  void boundsWhoseMarkerDoesNotHoldAreNotBounds() {
    Map<String, List<String>> extras = new LinkedHashMap<>();
    extras.put(
        "dev",
        List.of(
            "setuptools<70; python_version < '3.12'",
            "setuptools<75; sys_platform == 'win32'",
            "setuptools<81; platform_machine == 'x86_64'"));
    assertThat(
            text(
                plan(
                    wishes().extras("dev"),
                    Machines.guide(),
                    Wishes.metadata("0.19.0", ">=3.10", extras, "")),
                "build-tools"))
        .contains("-U 'setuptools<81' ");
  }

  @Test
  void nothingIsBuiltInPlaceForABasicInstall() {
    assertThat(ids(plan(wishes(), Machines.guide(), Wishes.core019())))
        .containsExactly("venv", "megatron-core");
    assertThat(ids(plan(wishes().extras("dev"), Machines.guide(), Wishes.core019())))
        .containsExactly("venv", "megatron-core", "build-tools", "extras");
  }

  @ParameterizedTest
  @CsvSource({
    "0.17.1, false",
    "0.18.0rc1, true",
    "0.18.0, true",
    "0.19.0, true",
    "0.20.0.dev1, true"
  })
  void withoutAGpuNewerReleasesGetTriton(String version, boolean triton) {
    ReleaseMetadata metadata = Wishes.metadata(version, ">=3.10", Map.of(), "");
    assertThat(ids(plan(wishes().stable(version), Machines.withoutGpu(), metadata)))
        .satisfies(ids -> assertThat(ids.contains("triton")).as(version).isEqualTo(triton));
    assertThat(ids(plan(wishes().stable(version), Machines.guide(), metadata)))
        .doesNotContain("triton");
    assertThat(
            ids(
                plan(
                    wishes().stable(version).requirements("triton>=3"),
                    Machines.withoutGpu(),
                    metadata)))
        .doesNotContain("triton");
  }

  @Test
  void anotherBuildOfTheSameVersionIsReplaced() {
    Facts facts = existing("0.19.0+abc1234");
    ReleaseMetadata commit = Wishes.atCommit(Wishes.core019(), Wishes.HASH);
    assertThat(
            text(plan(wishes().existing("/e/bin/python").commit(), facts, commit), "megatron-core"))
        .contains(
            "--force-reinstall --no-deps git+https://github.com/NVIDIA/Megatron-LM.git@"
                + Wishes.HASH
                + "\n/e/bin/python -m pip install");
    assertThat(
            text(
                plan(wishes().existing("/e/bin/python"), facts, Wishes.core019()), "megatron-core"))
        .contains("--force-reinstall --no-deps megatron-core==0.19.0\n");
    assertThat(
            text(
                plan(wishes().existing("/e/bin/python").commit(), Machines.withUv(facts), commit),
                "megatron-core"))
        .contains("--reinstall-package megatron-core");
  }

  @Test
  void anotherVersionIsSimplyInstalled() {
    assertThat(
            text(
                plan(wishes().existing("/e/bin/python"), existing("0.17.0"), Wishes.core019()),
                "megatron-core"))
        .doesNotContain("force");
  }

  private static Facts existing(String core) {
    return Machines.withPythons(
        Machines.guide(),
        Machines.python("/e/bin/python", "3.12.3", Facts.Python.Kind.VENV, "25.0", core, "2.8.0"));
  }

  @Test
  void uvIsToldWhatPipIsConfiguredFor() {
    Facts facts =
        Machines.withPipConfig(
            Machines.withUv(Machines.guide()),
            new Facts.PipConfig(
                Optional.of("https://index.example.org/simple"),
                List.of("https://more.example.org/simple"),
                List.of("/srv/wheels"),
                false,
                Optional.of("/etc/ca.pem"),
                Optional.of("http://proxy:3128")));
    String text = text(plan(wishes(), facts, Wishes.core019()), "megatron-core");
    assertThat(text)
        .contains(
            "--index-url https://index.example.org/simple",
            "--extra-index-url https://more.example.org/simple",
            "--index-strategy unsafe-best-match",
            "--find-links /srv/wheels",
            "export SSL_CERT_FILE='/etc/ca.pem'",
            "export https_proxy='http://proxy:3128'");
    // pip reads its configuration itself
    assertThat(
            text(plan(wishes().installer(Installer.PIP), facts, Wishes.core019()), "megatron-core"))
        .doesNotContain("example.org", "/srv/wheels", "proxy", "ca.pem");
  }

  @Test
  void uvMakesTheEnvironmentWherePythonCannot() {
    Facts.Python bare =
        new Facts.Python(
            "/usr/bin/python3.12",
            "3.12.3",
            Facts.Python.Kind.SYSTEM,
            true,
            false,
            Optional.empty(),
            false,
            true,
            Optional.empty(),
            Optional.empty());
    Facts facts = Machines.withUv(Machines.withPythons(Machines.guide(), bare));
    assertThat(text(plan(wishes(), facts, Wishes.core019()), "venv"))
        .isEqualTo(
            "/home/me/.local/bin/uv --no-config venv --python /usr/bin/python3.12 "
                + Wishes.VENV
                + "\n");
  }

  @Test
  void everySourceReachesPip() {
    Sources sources =
        new Sources(
            Optional.of("https://index.example.org/simple"),
            List.of("https://a.example.org/simple", "https://b.example.org/simple"),
            List.of("/srv/our wheels/"),
            false,
            Optional.of("http://proxy:3128"),
            Optional.of("/etc/ssl/our ca.pem"),
            Optional.of("/scratch/cache"),
            Optional.of("https://git.example.org/Megatron-LM.git"));
    Plan plan =
        plan(
            wishes().commit().sources(sources),
            Machines.guide(),
            Wishes.atCommit(Wishes.core019(), Wishes.HASH));
    assertThat(text(plan, "megatron-core"))
        .contains(
            "--index-url https://index.example.org/simple",
            "--extra-index-url https://a.example.org/simple",
            "--extra-index-url https://b.example.org/simple",
            "--find-links '/srv/our wheels'",
            "export http_proxy='http://proxy:3128'",
            "export https_proxy='http://proxy:3128'",
            "export PIP_CERT='/etc/ssl/our ca.pem'",
            "export SSL_CERT_FILE='/etc/ssl/our ca.pem'",
            "export REQUESTS_CA_BUNDLE='/etc/ssl/our ca.pem'",
            "export GIT_SSL_CAINFO='/etc/ssl/our ca.pem'",
            "export PIP_CACHE_DIR='/scratch/cache'",
            "git+https://git.example.org/Megatron-LM.git@" + Wishes.HASH);
  }

  @Test
  void aRequirementOnALocalRepositoryIsWrittenAsOldPipsUnderstandIt() {
    Plan plan =
        plan(
            wishes().requirements("x @ git+file:///srv/x.git@v1"),
            Machines.guide(),
            Wishes.core019());
    assertThat(text(plan, "extras")).endsWith("'x @ git+file://localhost/srv/x.git@v1'\n");
  }

  @Test
  void aProxyWithAUserIsLeftToTheRun() {
    Sources sources =
        new Sources(
            Optional.empty(),
            List.of(),
            List.of(),
            false,
            Optional.of("http://me@proxy:3128"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Plan plan =
        plan(wishes().system(true, true).sources(sources), Machines.guide(), Wishes.core019());
    assertThat(plan.steps().toString()).doesNotContain("proxy");
  }

  @Test
  void rootStepsGetTheProxyToo() {
    Sources sources =
        new Sources(
            Optional.empty(),
            List.of(),
            List.of(),
            false,
            Optional.of("http://proxy:3128"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Plan plan =
        plan(wishes().system(true, true).sources(sources), Machines.guide(), Wishes.core019());
    assertThat(plan.steps().stream().filter(Step::needsRoot).toList())
        .hasSize(4)
        .allSatisfy(
            s ->
                assertThat(ShellText.render(s.commands()))
                    .startsWith("export http_proxy='http://proxy:3128'\n"));
  }

  @Test
  void onAarch64TheWheelsForX8664AreNotTaken() {
    Facts.Os os = new Facts.Os("ubuntu", "24.04", "Ubuntu", "6.8", "aarch64", "glibc 2.39", false);
    Plan plan =
        plan(wishes().extras("ssm"), Machines.withOs(Machines.guide(), os), Wishes.core019());
    assertThat(text(plan, "extras"))
        .contains("export MAMBA_FORCE_BUILD='TRUE'", "export CAUSAL_CONV1D_FORCE_BUILD='TRUE'");
    assertThat(text(plan(wishes().extras("ssm"), Machines.guide(), Wishes.core019()), "extras"))
        .doesNotContain("FORCE_BUILD");
  }

  @ParameterizedTest
  @CsvSource({"16, 120, 16", "16, 20, 5", "2, 120, 2", "8, 1, 1", "1, 0, 1", "224, 2000, 224"})
  void compilersStayWithinCoresAndMemory(int cores, long gib, int jobs) {
    Facts facts = Machines.withHardware(Machines.guide(), cores, gib);
    assertThat(text(plan(wishes().extras("te"), facts, Wishes.core019()), "extras"))
        .contains("export MAX_JOBS='" + jobs + "'\n");
    assertThat(text(plan(wishes().extras("te").maxJobs(3), facts, Wishes.core019()), "extras"))
        .contains("export MAX_JOBS='3'\n");
  }

  @Test
  void notesSayWhatTheGuideDoesNot() {
    assertThat(plan(wishes().extras("dev"), Machines.guide(), Wishes.core019()).notes())
        .anyMatch(n -> n.contains("Transformer Engine") && n.contains("in “te”"))
        .anyMatch(n -> n.contains("Mamba") && n.contains("in “ssm”"))
        .anyMatch(n -> n.contains("emerging_optimizers") && n.contains("999.9.9"));
    assertThat(
            plan(wishes().extras("dev", "te", "ssm"), Machines.guide(), Wishes.core019()).notes())
        .noneMatch(n -> n.contains("whatever the guide says"))
        .anyMatch(n -> n.contains("Compiled here") && n.contains("mamba-ssm"));
    assertThat(
            plan(wishes().stable("0.15.3").extras("dev"), Machines.guide(), Wishes.core015())
                .notes())
        .noneMatch(n -> n.contains("whatever the guide says"));
    assertThat(plan(wishes().extras("ssm"), Machines.withoutGpu(), Wishes.core019()).notes())
        .anyMatch(n -> n.contains("nvcc"));
    assertThat(plan(wishes().venv("/home/me/my env"), Machines.guide(), Wishes.core019()).notes())
        .anyMatch(n -> n.contains("space"));
    assertThat(
            plan(
                    wishes().requirements("transformer-engine>=2.9"),
                    Machines.guide(),
                    Wishes.core019())
                .notes())
        .anyMatch(n -> n.contains("[pytorch,core_cu12]"));
    assertThat(plan(wishes(), Machines.guide(), Wishes.core019()).notes()).isEmpty();
  }

  @Test
  void probeQuestionsNameEverythingThatAPlanJudges() {
    Answers answers = wishes().venv("/srv/v/").sources(Wishes.folder("/srv/wheels/")).answers();
    assertThat(ProbeQuestions.of(answers))
        .isEqualTo(
            new ProbeQuestions(List.of("/srv/v", "/srv/wheels"), List.of("/srv/v/bin/python")));
    assertThat(ProbeQuestions.of(wishes().existing("/opt/conda/bin/python").answers()))
        .isEqualTo(new ProbeQuestions(List.of("/opt/conda"), List.of("/opt/conda/bin/python")));
  }
}
