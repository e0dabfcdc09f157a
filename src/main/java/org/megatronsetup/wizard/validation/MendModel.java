package org.megatronsetup.wizard.validation;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Mend;
import org.megatronsetup.plan.Mending;
import org.megatronsetup.wizard.flow.Draft;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.Planning;
import org.megatronsetup.wizard.kit.Texts;

/** What can be done about a check: answers for a plan that is shown before anything happens. */
final class MendModel {
  /**
   * Something that can be done.
   *
   * @param words of its button
   * @param planned whether the next thing to see is the plan; otherwise the page to choose on
   */
  record Offer(String words, boolean planned, Mending mending) {}

  private final Texts texts;
  private final Draft draft;
  private final Findings findings;
  private final Planning planning;

  MendModel(Texts texts, Draft draft, Findings findings, Planning planning) {
    this.texts = texts;
    this.draft = draft;
    this.findings = findings;
    this.planning = planning;
  }

  Optional<Offer> of(Check check) {
    return check.mend().flatMap(mend -> findings.runProperty().get().map(run -> of(mend, run)));
  }

  private Offer of(Mend mend, RunDetails run) {
    Mending mending = Mending.of(mend, run.answers(), run.metadata());
    if (mend.kind() == Mend.Kind.ENVIRONMENT) {
      return new Offer(texts.get("validate.mend.environment"), false, mending);
    }
    return new Offer(
        mending.added().isEmpty()
            ? texts.get("validate.mend.install")
            : texts.get("validate.mend.add", list(mending.added(), run)),
        true,
        mending);
  }

  private String list(List<String> names, RunDetails run) {
    return names.stream()
        .map(
            name ->
                run.metadata().extras().containsKey(name)
                    ? texts.get("validate.mend.extra", name)
                    : name)
        .reduce((before, last) -> texts.get("validate.mend.list", before, last))
        .orElse("");
  }

  /** Takes the answers over, as far as they are not the target; nothing is changed by that. */
  void take(Offer offer) {
    draft.take(offer.mending().answers());
    planning.forget();
  }
}
