package org.megatronsetup.pep;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;

/** PEP 440's order of versions, piece by piece. */
final class VersionOrder {
  private VersionOrder() {}

  static int compare(PyVersion a, PyVersion b) {
    int order = Long.compare(a.epoch(), b.epoch());
    if (order == 0) {
      order = compareRelease(a.release(), b.release());
    }
    if (order == 0) {
      order = comparePre(a, b);
    }
    if (order == 0) {
      order = Long.compare(a.post().orElse(-1), b.post().orElse(-1));
    }
    if (order == 0) {
      order = Long.compare(a.dev().orElse(Long.MAX_VALUE), b.dev().orElse(Long.MAX_VALUE));
    }
    return order == 0 ? compareLocal(a.local(), b.local()) : order;
  }

  static int hash(PyVersion v) {
    int length = v.release().size();
    while (length > 1 && v.release().get(length - 1) == 0) {
      length--;
    }
    return Objects.hash(
        v.epoch(), v.release().subList(0, length), v.pre(), v.post(), v.dev(), v.local());
  }

  private static int compareRelease(List<Long> a, List<Long> b) {
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      int order = Long.compare(i < a.size() ? a.get(i) : 0, i < b.size() ? b.get(i) : 0);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** A bare development version comes before the alphas; a final one after the candidates. */
  private static int rank(PyVersion v) {
    if (v.pre().isPresent()) {
      return switch (v.pre().get().letter()) {
        case "a" -> 1;
        case "b" -> 2;
        default -> 3;
      };
    }
    return v.post().isEmpty() && v.dev().isPresent() ? 0 : 4;
  }

  private static int comparePre(PyVersion a, PyVersion b) {
    int order = Integer.compare(rank(a), rank(b));
    if (order != 0 || a.pre().isEmpty() || b.pre().isEmpty()) {
      return order;
    }
    return Long.compare(a.pre().get().number(), b.pre().get().number());
  }

  /** Numbers come after words, and more pieces after fewer. */
  private static int compareLocal(List<String> a, List<String> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      String left = a.get(i);
      String right = b.get(i);
      boolean leftNumber = PyVersion.isNumber(left);
      boolean rightNumber = PyVersion.isNumber(right);
      int order;
      if (leftNumber && rightNumber) {
        order = new BigInteger(left).compareTo(new BigInteger(right));
      } else if (leftNumber != rightNumber) {
        order = leftNumber ? 1 : -1;
      } else {
        order = left.compareTo(right);
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
