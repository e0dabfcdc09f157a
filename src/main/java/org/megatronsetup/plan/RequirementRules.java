package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.model.Problem;
import org.megatronsetup.pep.PepException;
import org.megatronsetup.pep.Requirement;
import org.megatronsetup.words.Words;

/** Which hand-picked requirements may stand in answers: PEP 508, on one line, without a secret. */
final class RequirementRules {
  private final String field;
  private final List<Problem> problems = new ArrayList<>();

  private RequirementRules(String field) {
    this.field = field;
  }

  static List<Problem> check(String text, String field) {
    RequirementRules rules = new RequirementRules(field);
    rules.requirement(text);
    return rules.problems;
  }

  private void requirement(String text) {
    Requirement requirement;
    try {
      if (text.chars().anyMatch(Character::isISOControl)) {
        add(
            "requirement-form",
            Words.of("plan.requirement-form.control-character.sentence"),
            Words.of("plan.requirement-form.control-character.cause"),
            Words.of("plan.requirement-form.control-character.next"));
        return;
      }
      requirement = Requirement.parse(text);
    } catch (PepException e) {
      boolean secret = text.contains("@") && text.contains("://");
      add(
          "requirement-form",
          secret
              ? Words.of("plan.requirement-form.sentence.address")
              : JsonFields.shown(text.strip()).isEmpty()
                  ? Words.of("plan.requirement-form.sentence.empty")
                  : Words.of("plan.requirement-form.sentence", JsonFields.shown(text)),
          secret ? Words.of("plan.requirement-form.cause.address") : e.getMessage(),
          Words.of("plan.requirement-form.next"));
      return;
    }
    if (requirement.normalizedName().equals("megatron-core")) {
      add(
          "requirement-is-the-release",
          Words.of("plan.requirement-is-the-release.sentence"),
          Words.of("plan.requirement-is-the-release.cause"),
          Words.of("plan.requirement-is-the-release.next"));
    }
    requirement.url().ifPresent(this::url);
  }

  private void url(String url) {
    boolean git = url.startsWith("git+");
    String address = (git ? url.substring(4) : url).replaceFirst("#.*$", "");
    // the part after the last @ of the path is the commit
    int at = address.lastIndexOf('@');
    boolean commit = git && at > address.indexOf('/', address.indexOf("://") + 3);
    if (commit) {
      RefRules.check(address.substring(at + 1), field).ifPresent(problems::add);
    }
    String place = commit ? address.substring(0, at) : address;
    (git ? AddressRules.repository(place, field) : AddressRules.index(place, field))
        .ifPresent(problems::add);
  }

  private void add(String code, String sentence, String cause, String nextStep) {
    problems.add(Problem.answers(code, field, sentence, cause, nextStep));
  }
}
