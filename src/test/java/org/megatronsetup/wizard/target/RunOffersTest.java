package org.megatronsetup.wizard.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.RunSummary;
import org.megatronsetup.wizard.kit.Formats;
import org.megatronsetup.wizard.kit.Texts;

final class RunOffersTest {
  private static final Instant TEN = Instant.parse("2026-11-24T10:12:00Z");

  private final Texts texts = new Texts();
  private final RunOffers offers =
      new RunOffers(texts, new Formats(texts, ZoneOffset.UTC), () -> TEN.plusSeconds(60));

  private static RunSummary run(String id, RunState state, String environment) {
    return new RunSummary(id, TEN, state, environment, "megatron-core 0.19.1");
  }

  @Test
  void aRunThatGoesOnIsOfferedWithItsTime() {
    assertThat(offers.of(List.of(run("a", new RunState.Running(), "/env"))))
        .singleElement()
        .satisfies(
            offer -> {
              assertThat(offer.headline()).isEqualTo("An install is running");
              assertThat(offer.detail())
                  .isEqualTo("megatron-core 0.19.1, started 10:12, environment /env");
              assertThat(offer.action()).isEqualTo("Follow it");
            });
  }

  @Test
  void anUnfinishedRunIsOfferedOnlyIfNothingCameAfterIt() {
    List<RunSummary> runs =
        List.of(
            run("d", new RunState.Succeeded(true), "/one"),
            run("c", new RunState.Died(), "/two"),
            run("b", new RunState.Failed("core", 1), "/two"),
            run("a", new RunState.Failed("core", 1), "/one"));
    assertThat(offers.of(runs)).extracting(RunOffer::id).containsExactly("c");
  }

  @Test
  void whatGoesOnComesFirst() {
    List<RunSummary> runs =
        List.of(
            run("b", new RunState.Cancelled(), "/one"),
            run("a", new RunState.Unknown("no answer"), "/two"));
    assertThat(offers.of(runs)).extracting(RunOffer::id).containsExactly("a", "b");
  }
}
