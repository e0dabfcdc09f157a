package org.megatronsetup.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.megatronsetup.images.NgcImages;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.GitRef;
import org.megatronsetup.model.ImageOffer;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/**
 * The images that a container may be made of: first the one that the release itself names in its
 * own files, where the repository answers soon, or else the one of the {@link NgcImages} table.
 */
public final class ImageTags {
  static final String UBUNTU = "ubuntu:24.04";

  /** Where releases name their image, the newer place first. */
  private static final List<String> FILES =
      List.of("docker/.ngc_version.dev", ".gitlab/stages/01.build.yml");

  private static final Pattern IMAGE =
      Pattern.compile("\\bnvcr\\.io/nvidia/pytorch:([0-9]{2}\\.[0-9]{2})-py3\\b");
  private static final Pattern STABLE = Pattern.compile("core_v[0-9]+\\.[0-9]+\\.[0-9]+");

  /** A list of offers may not keep anybody waiting: there is the table. */
  private static final Limits SOON =
      new Limits(
          Duration.ofSeconds(8),
          Duration.ofSeconds(15),
          Limits.DEFAULT.page(),
          Limits.DEFAULT.file());

  private final NgcImages table;
  private final Limits limits;

  public ImageTags() {
    this(NgcImages.load(), SOON);
  }

  ImageTags(NgcImages table, Limits limits) {
    this.table = table;
    this.limits = limits;
  }

  private record Named(String image, String ref, String source) {}

  /**
   * The recommended image, then the others that releases were tested with, newest first, and last
   * plain Ubuntu for the guide's chapter about it. Never fails: what cannot be reached is taken
   * from the table. Blocks for some seconds at most and can be interrupted.
   *
   * @param shell where git is asked
   * @param release empty: the newest stable one
   */
  public List<ImageOffer> offers(
      Shell shell, Sources sources, Credentials credentials, Optional<Release> release)
      throws InterruptedException {
    List<ImageOffer> offers = new ArrayList<>();
    recommended(new GitRefs(shell, sources, credentials, limits), release).ifPresent(offers::add);
    for (NgcImages.Tested tested : table.images()) {
      if (offers.stream().noneMatch(o -> o.image().equals(tested.image()))) {
        offers.add(
            new ImageOffer(
                tested.image(),
                Words.of("index.image.tested.why", tested.release()),
                fromTable(),
                false));
      }
    }
    offers.add(
        new ImageOffer(
            UBUNTU,
            Words.of("index.image.ubuntu.why"),
            Words.of("index.image.ubuntu.source"),
            false));
    return offers;
  }

  private Optional<ImageOffer> recommended(GitRefs refs, Optional<Release> release)
      throws InterruptedException {
    Optional<Named> named;
    try {
      named = named(refs, release);
    } catch (SetupException e) {
      // not reachable, or no such release: whoever chooses the release hears of it there
      named = Optional.empty();
    }
    if (named.isPresent()) {
      return named.map(n -> offer(n.image(), n.ref().replaceFirst("^core_v", ""), n.source()));
    }
    Optional<NgcImages.Tested> tested =
        version(release).isPresent()
            ? table.of(version(release).get())
            : table.images().stream().findFirst();
    return tested.map(t -> offer(t.image(), t.release(), fromTable()));
  }

  private static ImageOffer offer(String image, String release, String source) {
    return new ImageOffer(image, Words.of("index.image.recommended.why", release), source, true);
  }

  private String fromTable() {
    return Words.of("index.image.table.source", table.date());
  }

  private static Optional<Named> named(GitRefs refs, Optional<Release> release)
      throws InterruptedException {
    Optional<String> ref = ref(refs, release);
    if (ref.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> files = refs.files(ref.get(), FILES);
    return FILES.stream()
        .filter(files::containsKey)
        .flatMap(file -> newest(files.get(file)).map(i -> new Named(i, ref.get(), file)).stream())
        .findFirst()
        .map(
            n ->
                new Named(
                    n.image(), n.ref(), Words.of("index.image.file.source", n.source(), n.ref())));
  }

  /** Files of the build name several: the newest is what developers test with. */
  private static Optional<String> newest(String text) {
    return IMAGE
        .matcher(text)
        .results()
        .max(Comparator.comparing((MatchResult m) -> m.group(1)))
        .map(MatchResult::group);
  }

  /** The tag of a version; a version without one was released from the tag before it. */
  private static Optional<String> ref(GitRefs refs, Optional<Release> release)
      throws InterruptedException {
    if (release.orElse(null) instanceof Release.Commit(String ref)) {
      return Optional.of(ref);
    }
    List<String> tags =
        refs.refs().stream().filter(r -> r.kind() == GitRef.Kind.TAG).map(GitRef::name).toList();
    Optional<String> version = version(release);
    if (version.isEmpty()) {
      return tags.stream().filter(t -> STABLE.matcher(t).matches()).findFirst();
    }
    String exact = "core_v" + version.get();
    String minor = exact.replaceFirst("^(core_v[0-9]+\\.[0-9]+\\.).*$", "$1");
    return tags.contains(exact)
        ? Optional.of(exact)
        : tags.stream().filter(t -> t.startsWith(minor)).findFirst();
  }

  private static Optional<String> version(Optional<Release> release) {
    return release.flatMap(
        r ->
            switch (r) {
              case Release.Stable stable -> stable.version();
              case Release.PreRelease pre -> pre.version();
              case Release.Commit _ -> Optional.empty();
            });
  }
}
