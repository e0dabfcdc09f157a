package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.plan.Wishes.wishes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.megatronsetup.export.ShellScriptExport;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;

/** What holds for every plan, whatever the answers and the machine. */
final class PlannerPropertiesTest {
  private static final Planner PLANNER = new Planner(PlanTexts.load());

  @Test
  void everyPlanKeepsTheRules() {
    Random random = new Random(1);
    int plans = 0;
    int refused = 0;
    for (int i = 0; i < 3000; i++) {
      boolean commit = random.nextInt(3) == 0;
      ReleaseMetadata metadata = random.nextBoolean() ? Wishes.core019() : Wishes.core015();
      Answers answers = answers(random, metadata, commit);
      Facts facts = facts(random);
      ReleaseMetadata exact = commit ? Wishes.atCommit(metadata, Wishes.HASH) : metadata;
      try {
        Plan plan = PLANNER.plan(answers, facts, exact);
        assertRules(plan, answers);
        assertThat(PLANNER.plan(answers, facts, exact)).isEqualTo(plan);
        plans++;
      } catch (SetupException e) {
        assertThat(e.problems()).isNotEmpty().doesNotHaveDuplicates();
        refused++;
      }
    }
    assertThat(plans).as("plans made, %d refused", refused).isGreaterThan(500);
    assertThat(refused).isGreaterThan(500);
  }

  private static void assertRules(Plan plan, Answers answers) {
    List<String> ids = plan.steps().stream().map(Step::id).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]+"));
    assertThat(ids).contains("megatron-core");
    assertThat(plan.python()).startsWith("/").startsWith(plan.environmentRoot());
    boolean user = false;
    for (Step step : plan.steps()) {
      assertThat(step.doneWhen()).as(step.id()).isNotEmpty();
      assertThat(step.title() + step.why()).isNotBlank().doesNotContain("!");
      assertThat(step.estimate().restsOn()).endsWith(".");
      assertThat(step.estimate().seconds()).isPositive();
      // root comes first, and once
      assertThat(step.needsRoot() && user).as("%s after a step of the user", ids).isFalse();
      user = !step.needsRoot();
      if (step.needsRoot()) {
        assertThat(step.commands()).noneMatch(Command.Exec.class::isInstance);
      }
      assertThat(ShellText.render(step.commands())).endsWith("\n");
    }
    boolean more = !answers.extras().isEmpty() || !answers.requirements().isEmpty();
    assertThat(ids.getLast().equals("extras")).isEqualTo(more);
    assertThat(plan.toString().contains("--no-build-isolation")).isEqualTo(more);
    assertThat(ShellScriptExport.render(plan)).doesNotContain("tools/installed.py");
    assertThat(new HashSet<>(plan.notes())).hasSameSizeAs(plan.notes());
  }

  private static Answers answers(Random random, ReleaseMetadata metadata, boolean commit) {
    Wishes wishes = wishes();
    metadata.version().ifPresent(wishes::stable);
    if (commit) {
      wishes.commit();
    }
    List<String> extras = new ArrayList<>();
    for (String extra : List.of("dev", "te", "mlm", "lts")) {
      if (random.nextInt(5) == 0) {
        extras.add(extra);
      }
    }
    wishes.extras(extras.toArray(String[]::new));
    if (random.nextInt(3) == 0) {
      wishes.requirements("mamba-ssm~=2.2", "x @ git+https://host/x.git@v1");
    }
    switch (random.nextInt(4)) {
      case 0 -> wishes.venv("/home/me/with a space/é");
      case 1 -> wishes.existing("/opt/conda/bin/python");
      case 2 -> wishes.existing("/usr/bin/python3.12");
      default -> wishes.venv("/home/me/v");
    }
    wishes.system(random.nextInt(4) == 0, random.nextInt(4) == 0);
    wishes.installer(List.of(Installer.PIP, Installer.UV, Installer.AUTO).get(random.nextInt(3)));
    if (random.nextBoolean()) {
      wishes.maxJobs(1 + random.nextInt(64));
    }
    if (random.nextInt(3) == 0) {
      wishes.sources(Wishes.folder("/srv/wheels of ours"));
    } else if (random.nextBoolean()) {
      wishes.sources(
          new Sources(
              Optional.of("https://index.example.org/simple"),
              List.of("file:///srv/simple"),
              List.of("/srv/w"),
              false,
              Optional.of("http://proxy:3128"),
              Optional.of("/etc/ca.pem"),
              Optional.of("/scratch"),
              Optional.of("file:///srv/m.git")));
    }
    return wishes.answers();
  }

  private static Facts facts(Random random) {
    Facts facts = random.nextBoolean() ? Machines.guide() : Machines.withoutGpu();
    facts =
        Machines.withOs(
            facts,
            List.of(
                    Machines.UBUNTU_2404,
                    Machines.UBUNTU_2404,
                    Machines.UBUNTU_2204,
                    Machines.DEBIAN_12)
                .get(random.nextInt(4)));
    List<Facts.Python> pythons = new ArrayList<>();
    for (Facts.Python python :
        List.of(
            Machines.PYTHON_310,
            Machines.PYTHON_312,
            Machines.python(
                "/opt/conda/bin/python",
                "3.12.9",
                Facts.Python.Kind.CONDA,
                "25.0",
                "0.19.0",
                "2.8"),
            Machines.system("/usr/bin/python3.14", "3.14.0", "25.3"))) {
      if (random.nextInt(4) != 0) {
        pythons.add(python);
      }
    }
    facts = Machines.withPythons(facts, pythons.toArray(Facts.Python[]::new));
    if (random.nextInt(3) == 0) {
      facts = Machines.withUv(facts);
    }
    Facts.PathFact.Kind[] kinds = Facts.PathFact.Kind.values();
    if (random.nextInt(3) == 0) {
      facts = Machines.withPath(facts, "/home/me/v", kinds[random.nextInt(kinds.length)]);
    }
    return facts;
  }
}
