package org.megatronsetup.wizard.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.model.StepState.DONE;
import static org.megatronsetup.model.StepState.FAILED;
import static org.megatronsetup.model.StepState.RUNNING;
import static org.megatronsetup.model.StepState.WAITING;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.megatronsetup.model.StepState;
import org.megatronsetup.shell.ssh.Hop;
import org.megatronsetup.shell.ssh.SshDialog.Stage;
import org.megatronsetup.wizard.kit.Texts;

/** The rows of a test of a connection. */
final class StagesTest {
  private final Stages stages = new Stages(new Texts());

  private static Hop hop(String name) {
    return new Hop(name, name, 22, "ada", name, List.of(), true, Optional.empty(), List.of());
  }

  private void assertStates(StepState... states) {
    assertThat(stages.rows()).extracting(row -> row.stateProperty().get()).containsExactly(states);
  }

  private String detail(int row) {
    return stages.rows().get(row).detailProperty().get();
  }

  @Test
  void oneAfterTheOther() {
    assertStates(WAITING, WAITING, WAITING, WAITING, WAITING);
    stages.begin();
    assertStates(RUNNING, WAITING, WAITING, WAITING, WAITING);
    stages.passed(hop("node7"), Stage.REACHED);
    assertStates(DONE, RUNNING, WAITING, WAITING, WAITING);
    assertThat(detail(0)).isEqualTo("ada@node7");
    stages.passed(hop("node7"), Stage.KNOWN);
    stages.passed(hop("node7"), Stage.SIGNED_IN);
    stages.passed(hop("node7"), Stage.SHELL);
    assertStates(DONE, DONE, DONE, DONE, RUNNING);
    stages.complete("Ubuntu 24.04");
    assertStates(DONE, DONE, DONE, DONE, DONE);
    assertThat(detail(4)).isEqualTo("Ubuntu 24.04");
  }

  @Test
  void aServerOnTheWayBeginsAnew() {
    stages.begin();
    stages.passed(hop("gate"), Stage.REACHED);
    stages.passed(hop("gate"), Stage.KNOWN);
    stages.passed(hop("gate"), Stage.PASSED_THROUGH);
    assertStates(RUNNING, WAITING, WAITING, WAITING, WAITING);
    assertThat(detail(0)).isEqualTo("through ada@gate");
    stages.failed();
    assertStates(FAILED, WAITING, WAITING, WAITING, WAITING);
    assertThat(detail(0)).isEqualTo("through ada@gate");
  }

  @Test
  void aKeyThatWasAskedAboutIsShownOnAnotherConnection() {
    stages.begin();
    stages.passed(hop("node7"), Stage.REACHED);
    stages.passed(hop("node7"), Stage.REACHED);
    stages.passed(hop("node7"), Stage.KNOWN);
    assertStates(DONE, DONE, RUNNING, WAITING, WAITING);
    stages.failed();
    assertStates(DONE, DONE, FAILED, WAITING, WAITING);
  }
}
