package org.megatronsetup.wizard.target;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.RunSummary;
import org.megatronsetup.wizard.kit.Formats;
import org.megatronsetup.wizard.kit.Texts;

/**
 * Chooses the runs worth offering: those that go on, and the newest of each environment where it
 * did not come to its end.
 */
final class RunOffers {
  private static final int AT_MOST = 3;

  private final Texts texts;
  private final Formats formats;
  private final InstantSource clock;

  RunOffers(Texts texts, Formats formats, InstantSource clock) {
    this.texts = texts;
    this.formats = formats;
    this.clock = clock;
  }

  /**
   * @param runs newest first
   */
  List<RunOffer> of(List<RunSummary> runs) {
    List<RunOffer> going = new ArrayList<>();
    List<RunOffer> unfinished = new ArrayList<>();
    Set<String> environments = new HashSet<>();
    for (RunSummary run : runs) {
      boolean newest = environments.add(run.environmentRoot());
      if (!run.state().ended()) {
        going.add(offer(run, true));
      } else if (newest && !(run.state() instanceof RunState.Succeeded)) {
        unfinished.add(offer(run, false));
      }
    }
    going.addAll(unfinished.subList(0, Math.min(AT_MOST, unfinished.size())));
    return going;
  }

  private RunOffer offer(RunSummary run, boolean running) {
    String headline =
        switch (run.state()) {
          case RunState.Waiting() -> texts.get("target.run.waiting");
          case RunState.Running() -> texts.get("target.run.running");
          case RunState.Unknown(String reason) -> texts.get("target.run.unknown");
          case RunState.Failed(String step, int status) -> texts.get("target.run.failed");
          case RunState.Cancelled() -> texts.get("target.run.cancelled");
          case RunState.HostRestarted() -> texts.get("target.run.host-restarted");
          case RunState.ContainerRestarted() -> texts.get("target.run.container-restarted");
          case RunState.Died() -> texts.get("target.run.died");
          case RunState.Succeeded(boolean changed) -> texts.get("target.run.succeeded");
        };
    String detail =
        texts.get(
            "target.run.detail",
            run.title(),
            run.environmentRoot(),
            formats.moment(run.started(), clock.instant()));
    return new RunOffer(
        run.id(),
        running,
        headline,
        detail,
        texts.get(running ? "target.run.follow" : "target.run.open"));
  }
}
