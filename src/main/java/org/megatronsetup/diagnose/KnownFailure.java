package org.megatronsetup.diagnose;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;

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
@JsonIgnoreProperties(value = "pattern", allowGetters = true)
record KnownFailure(
    String id,
    String stage,
    String regex,
    String excerpt,
    String cause,
    List<String> remedies,
    String source,
    int priority,
    @JsonProperty("last") boolean last,
    Pattern pattern) {

  KnownFailure {
    remedies = List.copyOf(remedies);
    pattern = Pattern.compile(regex);
  }
}
