package org.megatronsetup.plan;

import java.util.Optional;
import java.util.regex.Pattern;
import org.megatronsetup.model.Problem;

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
              "“" + JsonFields.shown(ref) + "” is not a branch, tag or hash that can be used.",
              "It may hold letters, digits and . _ / + - , and must begin with a letter, a digit or"
                  + " _; a leading “-” would be taken for an option.",
              "Write the name of a branch or a tag, or a hash."));
    }
    return Optional.empty();
  }
}
