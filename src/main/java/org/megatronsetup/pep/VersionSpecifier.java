package org.megatronsetup.pep;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.megatronsetup.words.Words;

/**
 * One condition on a version, such as {@code >=3.12} or {@code ==1.*}.
 *
 * @param version as written, without the {@code .*}
 * @param prefix whether {@code .*} followed
 */
public record VersionSpecifier(Operator operator, String version, boolean prefix) {

  /** The comparison; the order is that of reading: longer ones first. */
  public enum Operator {
    ARBITRARY("==="),
    COMPATIBLE("~="),
    EQUAL("=="),
    NOT_EQUAL("!="),
    AT_MOST("<="),
    AT_LEAST(">="),
    BELOW("<"),
    ABOVE(">");

    private final String text;

    Operator(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    static Optional<Operator> at(String text, int position) {
      for (Operator operator : values()) {
        if (text.startsWith(operator.text, position)) {
          return Optional.of(operator);
        }
      }
      return Optional.empty();
    }
  }

  /** Checks that the operator may have this version; says why not. */
  static Optional<String> fault(Operator operator, String version, boolean prefix) {
    if (operator == Operator.ARBITRARY) {
      return Optional.empty();
    }
    Optional<PyVersion> parsed = PyVersion.tryParse(version);
    if (parsed.isEmpty()) {
      return Optional.of(Words.of("pep.not-a-version", version));
    }
    PyVersion v = parsed.get();
    boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    if (prefix && (!equality || v.dev().isPresent() || !v.local().isEmpty())) {
      return Optional.of(Words.of("pep.any-end"));
    }
    if (!v.local().isEmpty() && !equality) {
      return Optional.of(Words.of("pep.local-part"));
    }
    if (operator == Operator.COMPATIBLE && v.release().size() < 2) {
      return Optional.of(Words.of("pep.compatible"));
    }
    return Optional.empty();
  }

  /** Whether the version meets this condition; pre-releases are judged like any other. */
  boolean admits(PyVersion candidate) {
    if (operator == Operator.ARBITRARY) {
      return candidate
          .toString()
          .toLowerCase(Locale.ROOT)
          .equals(version.strip().toLowerCase(Locale.ROOT));
    }
    PyVersion bound = PyVersion.parse(version);
    return switch (operator) {
      case EQUAL -> equal(candidate, bound);
      case NOT_EQUAL -> !equal(candidate, bound);
      case AT_MOST -> candidate.withoutLocal().compareTo(bound) <= 0;
      case AT_LEAST -> candidate.withoutLocal().compareTo(bound) >= 0;
      case BELOW -> below(candidate, bound);
      case ABOVE -> above(candidate, bound);
      case COMPATIBLE ->
          candidate.withoutLocal().compareTo(bound) >= 0
              && startsWith(candidate, bound, bound.release().size() - 1);
      case ARBITRARY -> false;
    };
  }

  boolean mentionsPreRelease() {
    return operator != Operator.NOT_EQUAL
        && operator != Operator.BELOW
        && operator != Operator.ABOVE
        && PyVersion.tryParse(version).map(PyVersion::isPreRelease).orElse(false);
  }

  private boolean equal(PyVersion candidate, PyVersion bound) {
    if (prefix) {
      return startsWith(candidate, bound, bound.release().size())
          && (bound.pre().isEmpty() || bound.pre().equals(candidate.pre()))
          && (bound.post().isEmpty() || bound.post().equals(candidate.post()));
    }
    return (bound.local().isEmpty() ? candidate.withoutLocal() : candidate).equals(bound);
  }

  /** A pre-release of the bound itself is not below it. */
  private static boolean below(PyVersion candidate, PyVersion bound) {
    return candidate.compareTo(bound) < 0
        && (bound.isPreRelease()
            || !candidate.isPreRelease()
            || !candidate.base().equals(bound.base()));
  }

  /** A post-release or a local build of the bound is not above it. */
  private static boolean above(PyVersion candidate, PyVersion bound) {
    boolean sameBase = candidate.base().equals(bound.base());
    return candidate.compareTo(bound) > 0
        && !(sameBase && candidate.isPostRelease() && !bound.isPostRelease())
        && !(sameBase && !candidate.local().isEmpty());
  }

  private static boolean startsWith(PyVersion candidate, PyVersion bound, int length) {
    if (candidate.epoch() != bound.epoch()) {
      return false;
    }
    List<Long> release = candidate.release();
    for (int i = 0; i < length; i++) {
      if ((i < release.size() ? release.get(i) : 0L) != bound.release().get(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return operator.text() + version + (prefix ? ".*" : "");
  }
}
