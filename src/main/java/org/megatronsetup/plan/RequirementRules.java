package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.model.Problem;
import org.megatronsetup.pep.PepException;
import org.megatronsetup.pep.Requirement;

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
            "A requirement holds a line break or another control character.",
            "One requirement is one line.",
            "Write it on one line.");
        return;
      }
      requirement = Requirement.parse(text);
    } catch (PepException e) {
      boolean secret = text.contains("@") && text.contains("://");
      add(
          "requirement-form",
          secret
              ? "A requirement with an address is not understood."
              : JsonFields.shown(text.strip()).isEmpty()
                  ? "A requirement is empty."
                  : "“" + JsonFields.shown(text) + "” is not a requirement.",
          secret ? "It must have the form NAME @ ADDRESS." : e.getMessage(),
          "Write it as pip takes it, such as mamba-ssm~=2.2 or transformer-engine[pytorch]>=2.9.");
      return;
    }
    if (requirement.normalizedName().equals("megatron-core")) {
      add(
          "requirement-is-the-release",
          "Megatron Core itself is not a requirement here.",
          "Its version is chosen as the release, and its extras as extras.",
          "Take it out of the requirements.");
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
