package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.plan.Wishes.wishes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.megatronsetup.export.DockerfileExport;
import org.megatronsetup.export.DockerfileRules;
import org.megatronsetup.export.ShellScriptExport;
import org.megatronsetup.export.Shellcheck;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Release;

/** For each route of the guide: its commands side by side with the planned ones. */
final class GoldenPlansTest {
  private static final Planner PLANNER = new Planner(PlanTexts.load());
  private static final Facts.Python CONDA =
      Machines.python(
          "/opt/conda/envs/lm/bin/python", "3.12.9", Facts.Python.Kind.CONDA, "25.0", "", "2.8.0");

  private static final Map<String, Supplier<Plan>> ROUTES = routes();

  private static Map<String, Supplier<Plan>> routes() {
    Map<String, Supplier<Plan>> routes = new LinkedHashMap<>();
    routes.put(
        "stable.txt", () -> PLANNER.plan(wishes().answers(), Machines.guide(), Wishes.core019()));
    routes.put(
        "pre-release.txt",
        () ->
            PLANNER.plan(
                wishes().release(new Release.PreRelease(Optional.of("0.20.0rc1"))).answers(),
                Machines.guide(),
                Wishes.metadata("0.20.0rc1", ">=3.12", Map.of(), "")));
    routes.put(
        "commit.txt",
        () ->
            PLANNER.plan(
                wishes().commit().answers(),
                Machines.guide(),
                Wishes.atCommit(Wishes.core019(), Wishes.HASH)));
    routes.put(
        "stable-dev.txt",
        () ->
            PLANNER.plan(
                wishes().stable("0.15.3").extras("dev").answers(),
                Machines.guide(),
                Wishes.core015()));
    routes.put(
        "stable-te-ssm.txt",
        () ->
            PLANNER.plan(
                wishes().extras("dev", "te", "ssm").maxJobs(4).answers(),
                Machines.guide(),
                Wishes.core019()));
    routes.put(
        "hybrid.txt",
        () ->
            PLANNER.plan(
                wishes()
                    .stable("0.15.3")
                    .requirements("mamba-ssm~=2.2", "causal-conv1d~=1.5", "nv-grouped-gemm~=1.1")
                    .answers(),
                Machines.guide(),
                Wishes.core015()));
    routes.put(
        "commit-file-dev.txt",
        () ->
            PLANNER.plan(
                wishes()
                    .commit()
                    .extras("dev")
                    .sources(Wishes.repository("file:///srv/mirror/Megatron-LM.git"))
                    .answers(),
                Machines.guide(),
                Wishes.atCommit(Wishes.core015(), Wishes.HASH)));
    routes.put(
        "system-steps.txt",
        () ->
            PLANNER.plan(
                wishes().stable("0.15.3").system(true, true).extras("dev").answers(),
                Machines.withPythons(
                    Machines.facts(
                        Machines.UBUNTU_2404,
                        List.of(),
                        List.of(Machines.H200),
                        Machines.noCuda(),
                        Machines.tools(Optional.empty()))),
                Wishes.core015()));
    routes.put(
        "ubuntu-22.04.txt",
        () ->
            PLANNER.plan(
                wishes().system(true, false).answers(),
                Machines.withPythons(
                    Machines.withOs(Machines.guide(), Machines.UBUNTU_2204), Machines.PYTHON_310),
                Wishes.core019()));
    routes.put(
        "uv.txt",
        () ->
            PLANNER.plan(
                wishes().commit().extras("dev").answers(),
                Machines.withUv(Machines.guide()),
                Wishes.atCommit(Wishes.core015(), Wishes.HASH)));
    routes.put(
        "air-gapped.txt",
        () ->
            PLANNER.plan(
                wishes().stable("0.15.3").sources(Wishes.folder("/srv/wheels of ours")).answers(),
                Machines.withoutGpu(),
                Wishes.core015()));
    routes.put(
        "existing-conda.txt",
        () ->
            PLANNER.plan(
                wishes().existing(CONDA.path()).answers(),
                Machines.withPythons(Machines.guide(), CONDA),
                Wishes.core019()));
    routes.put(
        "ngc.txt",
        () ->
            PLANNER.plan(
                wishes().stable("0.15.3").existing("/usr/bin/python3").extras("dev").answers(),
                Machines.ngc(),
                Wishes.core015()));
    return routes;
  }

  static Stream<String> names() {
    return ROUTES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyPlannedCommandIsTheGoldenOne(String name) {
    List<String> golden =
        Golden.rows(name).stream().filter(Golden.Row::inPlan).map(Golden.Row::planned).toList();
    assertThat(Golden.commands(ROUTES.get(name).get())).isEqualTo(golden);
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatStandsInTheGuidesColumnIsInTheGuide(String name) {
    assertThat(Golden.rows(name).stream().filter(Golden.Row::inGuide).map(Golden.Row::guide))
        .isSubsetOf(guide())
        .isNotEmpty();
  }

  @Test
  void everyCommandOfTheGuideIsPlannedSomewhere() {
    Set<String> covered = new LinkedHashSet<>();
    names()
        .flatMap(name -> Golden.rows(name).stream())
        .filter(Golden.Row::inGuide)
        .forEach(row -> covered.add(row.guide()));
    assertThat(covered).containsExactlyInAnyOrderElementsOf(guide());
  }

  @ParameterizedTest
  @MethodSource("names")
  void theExportedScriptPassesShellcheck(String name, @TempDir Path folder) throws Exception {
    Path script = folder.resolve("plan.sh");
    Files.writeString(script, ShellScriptExport.render(ROUTES.get(name).get()));
    Shellcheck.assertClean(script);
    assertThat(script).content().doesNotContain("tools/");
  }

  @ParameterizedTest
  @MethodSource("names")
  void theDockerfilePassesTheRules(String name, @TempDir Path folder) throws Exception {
    String file = DockerfileExport.render(ROUTES.get(name).get(), "ubuntu:24.04");
    DockerfileRules.assertClean(file, folder);
    assertThat(file).doesNotContain("tools/");
  }

  private static Set<String> guide() {
    Set<String> commands = new LinkedHashSet<>();
    Golden.rows("guide-commands.txt").forEach(row -> commands.add(row.planned()));
    return commands;
  }
}
