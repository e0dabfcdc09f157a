package org.megatronsetup.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.megatronsetup.model.GitRef;
import org.megatronsetup.pep.PyVersion;

/** The branches and tags of a repository. */
record RefList(List<GitRef> all) {
  private static final String HEADS = "refs/heads/";
  private static final String TAGS = "refs/tags/";
  private static final String PEELED = "^{}";
  private static final Pattern CORE = Pattern.compile("core_[rv]\\d.*");
  private static final int CLOSE = 3;

  RefList {
    all = List.copyOf(all);
  }

  /** Reads what {@code git ls-remote} prints: tags first, newest version first, then branches. */
  static RefList parse(String text) {
    Map<String, String> tags = new LinkedHashMap<>();
    List<GitRef> branches = new ArrayList<>();
    for (String line : text.lines().toList()) {
      int tab = line.indexOf('\t');
      String hash = tab < 0 ? "" : line.substring(0, tab);
      String name = line.substring(tab + 1);
      if (name.startsWith(HEADS)) {
        branches.add(new GitRef(GitRef.Kind.BRANCH, name.substring(HEADS.length()), hash));
      } else if (name.startsWith(TAGS)) {
        // an annotated tag is followed by the commit that it stands for
        tags.put(name.substring(TAGS.length()).replace(PEELED, ""), hash);
      }
    }
    List<GitRef> all = new ArrayList<>();
    tags.forEach((name, hash) -> all.add(new GitRef(GitRef.Kind.TAG, name, hash)));
    all.sort(newestFirst());
    branches.sort(
        Comparator.comparing((GitRef r) -> !r.name().equals("main")).thenComparing(newestFirst()));
    all.addAll(branches);
    return new RefList(all);
  }

  /** Those of Megatron Core, by the version in the name; then other versions, then other names. */
  private static Comparator<GitRef> newestFirst() {
    return Comparator.comparing((GitRef r) -> !CORE.matcher(r.name()).matches())
        .thenComparing(
            (GitRef r) -> version(r.name()),
            Comparator.comparing(
                (Optional<PyVersion> v) -> v.orElse(null),
                Comparator.nullsLast(Comparator.reverseOrder())))
        .thenComparing(GitRef::name);
  }

  private static Optional<PyVersion> version(String name) {
    return PyVersion.tryParse(name.replaceFirst("^core_[rv]|^v", ""));
  }

  /** A branch wins over a tag of the same name, as it does with pip. */
  Optional<GitRef> named(String name) {
    Stream<GitRef> branches =
        all.stream().filter(r -> r.kind() == GitRef.Kind.BRANCH && isNamed(r, HEADS, name));
    Stream<GitRef> tags =
        all.stream().filter(r -> r.kind() == GitRef.Kind.TAG && isNamed(r, TAGS, name));
    return Stream.concat(branches, tags).findFirst();
  }

  private static boolean isNamed(GitRef ref, String prefix, String name) {
    return ref.name().equals(name) || (prefix + ref.name()).equals(name);
  }

  /** Commits of branches and tags that begin with a hash. */
  List<String> beginning(String hash) {
    return all.stream().map(GitRef::hash).filter(h -> h.startsWith(hash)).distinct().toList();
  }

  /** Names that somebody may have meant. */
  List<String> close(String name) {
    int most = Math.max(2, name.length() / 3);
    return all.stream()
        .map(GitRef::name)
        .distinct()
        .filter(n -> distance(name, n) <= most || (name.length() > 2 && n.contains(name)))
        .sorted(Comparator.comparingInt(n -> distance(name, n)))
        .limit(CLOSE)
        .toList();
  }

  /** How many letters must be put in, left out or replaced. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
