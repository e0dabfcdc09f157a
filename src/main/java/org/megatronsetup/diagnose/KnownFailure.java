package org.megatronsetup.diagnose;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.words.Words;

/**
 * One entry of the failure book. What a person reads stands in the bundle of sentences.
 *
 * @param stage where in an installation it happens, such as {@code build}
 * @param regex finds it in a log without colours; must be cheap on any text
 * @param excerpt how it looks in a log
 * @param cause key of the sentence
 * @param remedies best first
 * @param source where the knowledge comes from
 * @param priority from 0 to 100: the more specific of two wins
 * @param last whether it counts only close to the end: it is often survived
 */
record KnownFailure(
    String id,
    String stage,
    String regex,
    String excerpt,
    String cause,
    List<Remedy> remedies,
    String source,
    int priority,
    boolean last) {

  /**
   * What to do: the same words for everybody, or a sentence in the person's language.
   *
   * @param command as it is typed
   * @param words key of the sentence
   */
  record Remedy(Optional<String> command, Optional<String> words) {
    String text() {
      return command.orElseGet(() -> Words.of(words.orElseThrow()));
    }
  }

  KnownFailure {
    remedies = List.copyOf(remedies);
  }
}
