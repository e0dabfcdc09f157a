package org.megatronsetup.wizard.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.megatronsetup.model.Facts;
import org.megatronsetup.shell.ssh.Silent;
import org.megatronsetup.wizard.FakeSetup;
import org.megatronsetup.wizard.Samples;
import org.megatronsetup.wizard.flow.Draft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.Planning;
import org.megatronsetup.wizard.kit.Engine;
import org.megatronsetup.wizard.kit.Formats;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.SameThread;
import org.megatronsetup.wizard.kit.Texts;

/** What the page decides, without a screen. */
final class EnvironmentModelTest {
  private final FakeSetup setup = new FakeSetup();
  private final Texts texts = new Texts();
  private final Kit kit =
      new Kit(
          new Engine((target, dialog) -> setup, new Silent(false)),
          new SameThread(),
          texts,
          new Formats(texts, ZoneOffset.UTC),
          InstantSource.system());
  private final Draft draft = new Draft();
  private final Findings findings = new Findings();
  private final EnvironmentModel model =
      new EnvironmentModel(kit, draft, findings, new Planning(kit, draft, findings));

  @BeforeEach
  void enter() {
    findings.factsProperty().set(Optional.of(Samples.facts(Facts.Sudo.ABSENT)));
    model.enter();
  }

  @Test
  void aFolderIsProposedAndTheOthersSayWhyTheyDoNotFit() {
    assertThat(draft.environment().venvPathProperty().get()).isEqualTo("/home/ada/megatron-venv");
    assertThat(model.ready().get()).isTrue();
    List<PythonRow> unfit =
        model.place().makers().stream().filter(row -> !row.selectable()).toList();
    assertThat(unfit)
        .extracting(PythonRow::note)
        .containsExactly("Its venv module is missing.", "The release needs Python >=3.12.");
  }

  @Test
  void anEnvironmentThatPipRefusesCannotBeChosen() {
    assertThat(model.place().existing())
        .filteredOn(row -> row.path().equals("/usr/bin/python3.12"))
        .singleElement()
        .satisfies(row -> assertThat(row.selectable()).isFalse());
    assertThat(model.place().existing().getFirst().path()).isNotEqualTo("/usr/bin/python3.12");
  }

  @Test
  void aRequirementIsCheckedBeforeItIsTaken() {
    model.requirements().entryProperty().set("two words");
    assertThat(model.requirements().add()).isFalse();
    assertThat(model.requirements().problemProperty().get())
        .startsWith("That is not a requirement");
    model.requirements().entryProperty().set(" mamba-ssm~=2.2 ");
    assertThat(model.requirements().add()).isTrue();
    assertThat(draft.answers().requirements()).containsExactly("mamba-ssm~=2.2");
  }

  @Test
  void whatIsWrongKeepsOneHere() {
    draft.environment().maxJobsProperty().set("many");
    assertThat(model.ready().get()).isFalse();
    draft.environment().maxJobsProperty().set("4");
    assertThat(model.ready().get()).isTrue();
    draft.environment().venvPathProperty().set("relative/path");
    assertThat(model.hint().get()).isEqualTo("A path begins with a slash.");
  }

  @Test
  void anExtraThatTheReleaseLacksIsDroppedAndSaid() {
    draft.environment().extras().setAll("dev", "old");
    model.extras().show(Samples.metadata(Optional.empty()));
    assertThat(draft.answers().extras()).containsExactly("dev");
    assertThat(model.extras().noteProperty().get()).contains("old");
  }

  @Test
  void thePlanIsMadeOnceForTheSameAnswers() {
    long before = setup.calls.stream().filter("prepare"::equals).count();
    boolean[] gone = new boolean[1];
    model.advance(() -> gone[0] = true);
    assertThat(gone[0]).isTrue();
    assertThat(setup.calls.stream().filter("prepare"::equals).count()).isEqualTo(before);
  }
}
