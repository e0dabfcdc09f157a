package org.megatronsetup.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An install that must be refused in plain words before anything is changed. */
final class Refusal {
  static final int WRONG_ANSWERS = 2;
  static final int NOT_FIT = 3;

  private Refusal() {}

  /** Why a case is hard to make differs; what must come out of it never does. */
  record Case(String title, int exitStatus, Arranged arranged, List<String> words) {
    @Override
    public String toString() {
      return title;
    }
  }

  /** Prepares what a case needs below {@code home} and returns the options of the install. */
  @FunctionalInterface
  interface Arranged {
    List<String> options(Path home) throws Exception;
  }

  static Case of(String title, int exitStatus, Arranged arranged, String... words) {
    return new Case(title, exitStatus, arranged, List.of(words));
  }

  /** Installs without a question, and expects a refusal that leaves the home as it was. */
  static Launcher.Ended expect(Case bad, Path home) throws Exception {
    return expect(bad, home, new Launcher(home));
  }

  static Launcher.Ended expect(Case bad, Path home, Launcher launcher) throws Exception {
    List<String> words = new ArrayList<>(List.of("install", "--yes"));
    words.addAll(bad.arranged().options(home));
    Map<String, String> before = Snapshot.of(home);
    Launcher.Ended ended = launcher.run(words.toArray(String[]::new));
    assertThat(Snapshot.of(home)).as(ended.toString()).isEqualTo(before);
    assertRefused(ended, bad.exitStatus());
    assertThat(ended.errors()).contains("  Why:  ").contains(bad.words());
    return ended;
  }

  static void assertRefused(Launcher.Ended ended, int exitStatus) {
    assertThat(ended.exitStatus()).as(ended.toString()).isEqualTo(exitStatus);
    assertThat(ended.output()).as("standard output is for results").isEmpty();
    assertThat(ended.errors())
        .startsWith("megatron-setup: ")
        .contains("  Next: ")
        .doesNotContain("Exception", "\tat ", "org.megatronsetup.");
  }
}
