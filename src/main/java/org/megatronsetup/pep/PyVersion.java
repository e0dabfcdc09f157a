package org.megatronsetup.pep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.words.Words;

/**
 * A version as PEP 440 understands it, in its normal form.
 *
 * @param release the numbers between the dots, at least one
 * @param pre alpha, beta or candidate
 * @param local what follows the plus sign, in pieces
 */
public record PyVersion(
    long epoch,
    List<Long> release,
    Optional<Pre> pre,
    OptionalLong post,
    OptionalLong dev,
    List<String> local)
    implements Comparable<PyVersion> {

  /** Letter is {@code a}, {@code b} or {@code rc}. */
  public record Pre(String letter, long number) {}

  // numbers are bounded so that they fit a long
  private static final Pattern FORM =
      Pattern.compile(
          "v?(?:(?<epoch>\\d{1,18})!)?(?<release>\\d{1,18}(?:\\.\\d{1,18})*)"
              + "(?:[-_.]?(?<pre>alpha|beta|preview|pre|a|b|c|rc)[-_.]?(?<pren>\\d{1,18})?)?"
              + "(?<post>-(?<postbare>\\d{1,18})|[-_.]?(?:post|rev|r)[-_.]?(?<postn>\\d{1,18})?)?"
              + "(?<dev>[-_.]?dev[-_.]?(?<devn>\\d{1,18})?)?"
              + "(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?");

  public PyVersion {
    release = List.copyOf(release);
    local = List.copyOf(local);
  }

  /** Reads a version; empty if the text is none. */
  public static Optional<PyVersion> tryParse(String text) {
    Matcher m = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!m.matches()) {
      return Optional.empty();
    }
    List<Long> release = new ArrayList<>();
    for (String part : m.group("release").split("\\.", -1)) {
      release.add(Long.valueOf(part));
    }
    Optional<Pre> pre =
        Optional.ofNullable(m.group("pre")).map(p -> new Pre(letter(p), number(m.group("pren"))));
    OptionalLong post = OptionalLong.empty();
    if (m.group("post") != null) {
      String bare = m.group("postbare");
      post = OptionalLong.of(number(bare != null ? bare : m.group("postn")));
    }
    OptionalLong dev =
        m.group("dev") == null ? OptionalLong.empty() : OptionalLong.of(number(m.group("devn")));
    List<String> local = new ArrayList<>();
    if (m.group("local") != null) {
      for (String part : m.group("local").split("[-_.]", -1)) {
        local.add(isNumber(part) ? part.replaceFirst("^0+(?=\\d)", "") : part);
      }
    }
    return Optional.of(new PyVersion(number(m.group("epoch")), release, pre, post, dev, local));
  }

  /**
   * Reads a version.
   *
   * @throws PepException if the text is none
   */
  public static PyVersion parse(String text) {
    return tryParse(text).orElseThrow(() -> new PepException(text, 0, Words.of("pep.version")));
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  static boolean isNumber(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static String letter(String spelling) {
    return switch (spelling) {
      case "alpha", "a" -> "a";
      case "beta", "b" -> "b";
      default -> "rc";
    };
  }

  /** Alphas, betas, candidates and development versions. */
  public boolean isPreRelease() {
    return pre.isPresent() || dev.isPresent();
  }

  public boolean isPostRelease() {
    return post.isPresent();
  }

  /** Without what follows the plus sign. */
  public PyVersion withoutLocal() {
    return local.isEmpty() ? this : new PyVersion(epoch, release, pre, post, dev, List.of());
  }

  /** Epoch and numbers alone. */
  public PyVersion base() {
    return new PyVersion(
        epoch, release, Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), List.of());
  }

  /** By PEP 440's order, in which 1.0 and 1.0.0 are the same. */
  @Override
  public int compareTo(PyVersion other) {
    return VersionOrder.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PyVersion v && compareTo(v) == 0;
  }

  @Override
  public int hashCode() {
    return VersionOrder.hash(this);
  }

  /** The normal form, such as {@code 1.0rc1.post2.dev3+cpu}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (epoch != 0) {
      text.append(epoch).append('!');
    }
    text.append(String.join(".", release.stream().map(String::valueOf).toList()));
    pre.ifPresent(p -> text.append(p.letter()).append(p.number()));
    post.ifPresent(n -> text.append(".post").append(n));
    dev.ifPresent(n -> text.append(".dev").append(n));
    if (!local.isEmpty()) {
      text.append('+').append(String.join(".", local));
    }
    return text.toString();
  }
}
