package org.megatronsetup.diagnose;

import java.util.List;

/**
 * One entry of the failure book.
 *
 * @param stage where in an installation it happens, such as {@code build}
 * @param regex finds it in a log without colours; must be cheap on any text
 * @param excerpt how it looks in a log
 * @param remedies commands or sentences, best first
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
    List<String> remedies,
    String source,
    int priority,
    boolean last) {

  KnownFailure {
    remedies = List.copyOf(remedies);
  }
}
