package org.megatronsetup.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.megatronsetup.engine.Opener;
import org.megatronsetup.model.BringEvent;
import org.megatronsetup.model.Target;
import org.megatronsetup.shell.ssh.Hop;
import org.megatronsetup.shell.ssh.SshDialog;
import org.megatronsetup.wizard.flow.Page;

/** Ways through the window to another machine, over an engine that does as it is told. */
final class RemoteFlowsTest {
  private static final Hop HOP =
      new Hop("node7", "node7", 22, "ada", "node7", List.of(), true, Optional.empty(), List.of());

  private final FakeSetup setup = new FakeSetup();

  @Test
  void anotherMachineIsAnotherPlan() throws Exception {
    List<Target> opened = new CopyOnWriteArrayList<>();
    Opener opener =
        (target, dialog) -> {
          opened.add(target);
          return setup;
        };
    try (WizardDriver driver = new WizardDriver(opener, WizardDriver.LINUX)) {
      driver.goTo(Page.ENVIRONMENT);
      driver.until("proposal", () -> !driver.find("venvPath", TextField.class).getText().isEmpty());
      for (int i = 0; i < 3; i++) {
        driver.press("back");
      }
      driver.press("ssh");
      driver.typeHost("ada@node7:2222");
      driver.goTo(Page.REVIEW);
      Target.Ssh node =
          new Target.Ssh(
              "node7", Optional.of("ada"), Optional.of(2222), Optional.empty(), List.of());
      assertThat(opened).containsExactly(new Target.Local(), node);
      assertThat(setup.lastAnswers.orElseThrow().target()).isEqualTo(node);
      assertThat(driver.text("machine")).isEqualTo("ada@node7:2222");
      assertThat(driver.onScreen(driver.stage::getTitle))
          .isEqualTo("Megatron Core Setup on ada@node7:2222");
      // this computer again: what was found there is true of it, and of nothing else
      for (int i = 0; i < 4; i++) {
        driver.press("back");
      }
      driver.press("local");
      driver.nextTo(Page.PREFLIGHT);
      assertThat(opened).containsExactly(new Target.Local(), node, new Target.Local());
      assertThat(driver.onScreen(() -> driver.wizard.flow().mayVisit(Page.RELEASE))).isFalse();
      assertThat(setup.calls).contains("close");
    }
  }

  @Test
  void aConnectionThatIsStoppedAsksNothingMore() throws Exception {
    AtomicReference<SshDialog> asking = new AtomicReference<>();
    Opener opener =
        (target, dialog) -> {
          asking.set(dialog);
          return setup;
        };
    AtomicReference<Optional<char[]>> answer = new AtomicReference<>();
    setup.arrival = () -> answer.set(asking.get().password(HOP));
    try (WizardDriver driver = new WizardDriver(opener, WizardDriver.LINUX)) {
      driver.press("ssh");
      driver.typeHost("node7");
      driver.press("test");
      driver.until("asked", () -> driver.anywhere("secret").isPresent());
      driver.press("stopTest");
      driver.until("closed", () -> driver.anywhere("secret").isEmpty());
      driver.until("declined", () -> answer.get() != null);
      assertThat(answer.get()).isEmpty();
      assertThat(driver.shown("stage-reach")).isFalse();
      assertThat(driver.page()).isEqualTo(Page.TARGET);
    }
  }

  @Test
  void lostContactIsNoFailure() throws Exception {
    setup.stepGate = new Semaphore(1);
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.goTo(Page.INSTALL);
      driver.until(
          "step", () -> driver.find("headline", Labeled.class).getText().startsWith("Step 2"));
      setup.loseContact("the connection to ada@node7 broke");
      driver.until("banner", () -> driver.shownNow("contact"));
      assertThat(driver.text("headline")).startsWith("Step 2");
      assertThat(driver.shown("outcome")).isFalse();
      assertThat(driver.text("leave")).startsWith("You may close this window");
      setup.stepGate.release(100);
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
      assertThat(driver.shown("contact")).isFalse();
      assertThat(driver.text("leave")).isEmpty();
    }
  }

  @Test
  void runsOfAMachineAreOfferedOnceItIsKnown() throws Exception {
    setup.stepGate = new Semaphore(1);
    WizardDriver first = new WizardDriver(setup);
    first.goTo(Page.INSTALL);
    first.close();
    try (WizardDriver second =
        new WizardDriver(
            (target, dialog) -> target instanceof Target.Local ? new FakeSetup() : setup,
            WizardDriver.LINUX)) {
      second.press("ssh");
      assertThat(second.shown("offersBox")).isFalse();
      second.typeHost("node7");
      second.press("test");
      second.press("follow-20261124-1012-1");
      second.untilPage(Page.INSTALL);
      setup.stepGate.release(1000);
      second.until("installed", () -> second.wizard.flow().model().ready().get());
    }
  }

  @Test
  void wheelsAreBroughtBeforeTheStartAndTheBringingCanBeStopped() throws Exception {
    setup.bringEvents = List.of(new BringEvent.Moved("torch.whl", 1, 2, 25, 100));
    setup.bringGate = new Semaphore(0);
    try (WizardDriver driver = new WizardDriver(setup)) {
      driver.press("ssh");
      driver.typeHost("node7");
      driver.goTo(Page.RELEASE);
      driver.type("brought", "/wheels/here");
      driver.press("reload");
      driver.until("versions", () -> driver.wizard.flow().model().ready().get());
      driver.goTo(Page.REVIEW);
      driver.press("next");
      driver.until("bringing", () -> driver.shownNow("bringPart"));
      assertThat(
              driver.onScreen(() -> driver.find("bringProgress", ProgressBar.class).getProgress()))
          .isEqualTo(0.25);
      driver.press("stopBringing");
      driver.until("stopped", () -> !driver.shownNow("bringPart"));
      assertThat(driver.page()).isEqualTo(Page.REVIEW);
      assertThat(setup.brought).containsExactly("/wheels/here");
      assertThat(setup.calls).doesNotContain("start");
      setup.bringGate.release(10);
      driver.nextTo(Page.INSTALL);
      driver.until("installed", () -> driver.wizard.flow().model().ready().get());
    }
  }
}
