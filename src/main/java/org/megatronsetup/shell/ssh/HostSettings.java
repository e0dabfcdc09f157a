package org.megatronsetup.shell.ssh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an SSH configuration says about one server: keywords in lower case with their values. The
 * first value of a keyword wins; all of {@code identityfile} count.
 */
final class HostSettings {
  private final Map<String, List<String>> values = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();

  /** Adds a value after those that are there. */
  void add(String keyword, String value) {
    values.computeIfAbsent(keyword.toLowerCase(Locale.ROOT), _ -> new ArrayList<>()).add(value);
  }

  void warn(String sentence) {
    if (!warnings.contains(sentence)) {
      warnings.add(sentence);
    }
  }

  /** The value that counts; empty if there is none. */
  Optional<String> value(String keyword) {
    return all(keyword).stream().findFirst();
  }

  /** As {@link #value}, and empty for {@code none} too. */
  Optional<String> unlessNone(String keyword) {
    return value(keyword).filter(v -> !v.isEmpty() && !v.equalsIgnoreCase("none"));
  }

  List<String> all(String keyword) {
    return List.copyOf(values.getOrDefault(keyword, List.of()));
  }

  boolean flag(String keyword) {
    return value(keyword).filter(v -> v.equals("yes") || v.equals("true")).isPresent();
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
