package org.megatronsetup.plan;

import java.util.Optional;
import java.util.regex.Pattern;
import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

/** Branches, tags and hashes: git allows more, but nothing that a tool could misread. */
final class RefRules {
  private static final Pattern REF = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._/+-]{0,249}");

  private RefRules() {}

  static Optional<Problem> check(String ref, String field) {
    boolean odd =
        ref.contains("..")
            || ref.contains("//")
            || ref.endsWith("/")
            || ref.endsWith(".")
            || ref.endsWith(".lock");
    if (odd || !REF.matcher(ref).matches()) {
      return Optional.of(
          Problem.answers(
              "commit-form",
              field,
              Words.of("plan.commit-form.sentence", JsonFields.shown(ref)),
              Words.of("plan.commit-form.cause"),
              Words.of("plan.commit-form.next")));
    }
    return Optional.empty();
  }
}
