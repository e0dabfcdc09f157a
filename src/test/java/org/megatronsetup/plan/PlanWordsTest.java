package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.megatronsetup.plan.Wishes.wishes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Step;

/** What a plan says, and in which language; the language is the whole JVM's. */
@Isolated
final class PlanWordsTest {
  private static final Planner PLANNER = new Planner(PlanTexts.load());

  private static <T> T in(Locale language, Supplier<T> work) {
    Locale before = Locale.getDefault();
    Locale.setDefault(language);
    try {
      return work.get();
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Plan plan(Wishes wishes, Facts facts) {
    return PLANNER.plan(wishes.answers(), facts, Wishes.core019());
  }

  private static List<Problem> problems(Wishes wishes, Facts facts, ReleaseMetadata metadata) {
    return catchThrowableOfType(
            SetupException.class, () -> PLANNER.plan(wishes.answers(), facts, metadata))
        .problems();
  }

  @Test
  void anotherLanguageSaysTheSamePlanInOtherWords() {
    Supplier<Plan> planning =
        () ->
            plan(
                wishes().extras("dev", "ssm").system(true, true).venv("/home/me/my env"),
                Machines.withoutGpu());
    Plan english = in(Locale.ENGLISH, planning);
    Plan german = in(Locale.GERMAN, planning);
    assertThat(german.steps()).hasSameSizeAs(english.steps()).hasSizeGreaterThan(7);
    for (int i = 0; i < german.steps().size(); i++) {
      Step ours = german.steps().get(i);
      Step theirs = english.steps().get(i);
      assertThat(ours.id()).isEqualTo(theirs.id());
      assertThat(ours.commands()).isEqualTo(theirs.commands());
      assertThat(ours.doneWhen()).isEqualTo(theirs.doneWhen());
      assertThat(ours.title()).as(ours.id()).isNotEqualTo(theirs.title());
      assertThat(ours.why()).as(ours.id()).isNotEqualTo(theirs.why());
      assertThat(ours.estimate().restsOn()).as(ours.id()).isNotEqualTo(theirs.estimate().restsOn());
    }
    assertThat(german.notes()).hasSameSizeAs(english.notes()).hasSizeGreaterThan(2);
    assertThat(german.notes()).doesNotContainAnyElementsOf(english.notes());
  }

  @Test
  void anotherLanguageFindsTheSameProblems() {
    Supplier<List<Problem>> planning =
        () ->
            problems(
                wishes().extras("nothing").venv("/home/me/full").system(true, true),
                Machines.withSudo(
                    Machines.withPath(
                        Machines.withPythons(
                            Machines.withOs(Machines.guide(), Machines.UBUNTU_2204)),
                        "/home/me/full",
                        Facts.PathFact.Kind.FOLDER),
                    Facts.Sudo.ABSENT),
                Wishes.core019());
    List<Problem> english = in(Locale.ENGLISH, planning);
    List<Problem> german = in(Locale.GERMAN, planning);
    assertThat(german)
        .extracting(Problem::code)
        .isEqualTo(english.stream().map(Problem::code).toList())
        .hasSizeGreaterThan(3);
    assertThat(german)
        .extracting(Problem::sentence)
        .doesNotContainAnyElementsOf(english.stream().map(Problem::sentence).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "16 | 120 | At most 16 compilers at a time: 16 cores, and 120 GiB of free memory at 4 GiB"
            + " for each.",
        "8  | 1   | At most 1 compiler at a time: 8 cores, and 1 GiB of free memory at 4 GiB for"
            + " each.",
        "1  | 64  | At most 1 compiler at a time: 1 core, and 64 GiB of free memory at 4 GiB for"
            + " each."
      })
  void howManyCompilersAndWhy(int cores, long gib, String reason) {
    Facts facts = Machines.withHardware(Machines.guide(), cores, gib);
    assertThat(plan(wishes().extras("te"), facts).steps().getLast().why())
        .endsWith(" (--no-build-isolation). " + reason);
  }

  @ParameterizedTest
  @CsvSource({"1, 1 compiler", "3, 3 compilers"})
  void asManyCompilersAsAskedFor(int jobs, String compilers) {
    Step step = plan(wishes().extras("te").maxJobs(jobs), Machines.guide()).steps().getLast();
    assertThat(step.why()).endsWith(" At most " + compilers + " at a time, as you asked.");
    assertThat(step.estimate().restsOn()).startsWith("Compiling with " + compilers + " at a time ");
  }

  @Test
  void allExtrasThatBringAPackageAreNamed() {
    Map<String, List<String>> extras = new LinkedHashMap<>(Wishes.core019().extras());
    extras.put("all", List.of("mamba-ssm"));
    ReleaseMetadata metadata = Wishes.metadata("0.19.0", ">=3.12", extras, "");
    assertThat(PLANNER.plan(wishes().extras("dev").answers(), Machines.guide(), metadata).notes())
        .anyMatch(
            n ->
                n.endsWith(
                    "Mamba, whatever the guide says of “dev”: in this release it is in “ssm” or"
                        + " “all”."));
  }

  @Test
  void aReleaseWhoseVersionIsNotKnownIsThisRelease() {
    ReleaseMetadata metadata = Wishes.metadata("", ">=3.12", Map.of(), Wishes.HASH);
    Wishes wishes = wishes().commit().extras("dev");
    assertThat(
            problems(wishes, Machines.withPythons(Machines.guide(), Machines.PYTHON_310), metadata))
        .extracting(Problem::sentence)
        .containsExactly(
            "There is no extra “dev” in this release.", "No Python here fits this release.");
  }
}
