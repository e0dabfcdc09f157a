package org.megatronsetup.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.fixtures.CleanEnvironment;
import org.megatronsetup.fixtures.FixtureGitServer;
import org.megatronsetup.fixtures.FixtureRepository;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.GitRef;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;
import org.megatronsetup.shell.LocalShell;

/** Refs and commits, with the real git: in place, fetched from a file address, and over HTTP. */
final class GitRefsTest {
  @TempDir Path home;

  private GitRefs refs(String url) {
    return refs(url, Credentials.NONE, Limits.DEFAULT, "sh");
  }

  private GitRefs refs(String url, Credentials credentials, Limits limits, String interpreter) {
    Sources d = Sources.defaults();
    Sources sources =
        new Sources(
            d.indexUrl(),
            d.extraIndexUrls(),
            d.findLinks(),
            d.noIndex(),
            d.proxy(),
            d.caBundle(),
            d.cacheDir(),
            Optional.of(url));
    Map<String, String> environment = new HashMap<>(CleanEnvironment.variables(home));
    for (String name : List.of("http_proxy", "https_proxy", "HTTPS_PROXY", "ALL_PROXY")) {
      environment.put(name, "");
    }
    return new GitRefs(new LocalShell(interpreter, environment), sources, credentials, limits);
  }

  /** The same repository at an address that cannot be read in place, so that it is fetched. */
  private static String fetched() {
    return FixtureRepository.url().replace("repository.git", "%72epository.git");
  }

  private static Problem problem(ThrowingCallable action) {
    SetupException e = catchThrowableOfType(SetupException.class, action);
    if (e == null) {
      throw new AssertionError("nothing went wrong");
    }
    return e.problems().getFirst();
  }

  @Test
  void listsTagsByVersionThenBranches() throws Exception {
    assertThat(refs(FixtureRepository.url()).refs())
        .containsExactly(
            new GitRef(GitRef.Kind.TAG, "core_v0.17.0", FixtureRepository.hash("core_v0.17.0")),
            new GitRef(GitRef.Kind.TAG, "core_v0.15.3", FixtureRepository.hash("core_v0.15.3")),
            new GitRef(GitRef.Kind.TAG, "core_v0.15.2", FixtureRepository.hash("core_v0.15.2")),
            new GitRef(GitRef.Kind.TAG, "core_v0.5.0", FixtureRepository.hash("core_v0.5.0")),
            new GitRef(GitRef.Kind.BRANCH, "main", FixtureRepository.hash("main")),
            new GitRef(GitRef.Kind.BRANCH, "core_r0.16.0", FixtureRepository.hash("core_r0.16.0")),
            new GitRef(GitRef.Kind.BRANCH, "broken", FixtureRepository.hash("broken")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"place", "fetched", "http", "plain"})
  void resolvesNamesAndHashes(String way) throws Exception {
    try (FixtureGitServer server = FixtureGitServer.start().plain(way.equals("plain"))) {
      String url =
          switch (way) {
            case "place" -> FixtureRepository.url();
            case "fetched" -> fetched();
            default -> server.url();
          };
      GitRefs refs = refs(url);
      String tag = FixtureRepository.hash("core_v0.15.2");
      assertThat(refs.resolve("core_v0.15.2")).isEqualTo(tag);
      assertThat(refs.resolve("refs/tags/core_v0.15.2")).isEqualTo(tag);
      assertThat(refs.resolve("main")).isEqualTo(FixtureRepository.hash("main"));
      String inside = FixtureRepository.hash("main~1");
      assertThat(refs.resolve(inside)).isEqualTo(inside);
      assertThat(refs.resolve(inside.substring(0, 10))).isEqualTo(inside);
      assertThat(problem(() -> refs.resolve("0123456789".repeat(4))).code())
          .isEqualTo("no-such-ref");
      assertThat(problem(() -> refs.resolve("0123456789")).code()).isEqualTo("no-such-ref");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"place", "fetched", "http", "plain"})
  void readsWhatACommitDeclares(String way) throws Exception {
    try (FixtureGitServer server = FixtureGitServer.start().plain(way.equals("plain"))) {
      String url =
          switch (way) {
            case "place" -> FixtureRepository.path().toString();
            case "fetched" -> fetched();
            default -> server.url();
          };
      GitRefs refs = refs(url);
      ReleaseMetadata m = refs.metadata("core_r0.16.0");
      assertThat(m.version()).contains("0.16.0rc0");
      assertThat(m.commit()).contains(FixtureRepository.hash("core_r0.16.0"));
      assertThat(m.requiresPython()).contains(">=3.8");
      assertThat(m.dependencies()).containsExactly("fixture-numbers>=1.0");
      assertThat(m.extras().keySet()).containsExactly("mlm", "dev", "lts");
      assertThat(m.extras().get("dev"))
          .containsExactly(
              "fixture-kernels[pytorch]~=2.2",
              "fixture-windows; sys_platform == 'win32'",
              "fixture-scan>=1.0,<3");
      assertThat(m.extras().get("lts")).isEmpty();
      assertThat(m.source()).isEqualTo(url);

      // not the end of any branch, from a cache that knows another commit already
      ReleaseMetadata inside = refs.metadata(FixtureRepository.hash("main~1"));
      assertThat(inside.version()).contains("0.20.0");
      assertThat(refs.metadata("core_v0.15.2").version()).contains("0.15.2");
    }
  }

  @Test
  void aServerOfPartsSendsNoFilesThatAreNotAskedFor() throws Exception {
    Path served = home.resolve("served.git");
    Child.succeed(
        home,
        home,
        "git",
        "clone",
        "-q",
        "--bare",
        FixtureRepository.path().toString(),
        served.toString());
    Child.succeed(served, home, "git", "config", "uploadpack.allowFilter", "true");
    String url = "file://" + home.resolve("%73erved.git");
    assertThat(refs(url).metadata("core_v0.15.3").version()).contains("0.15.3");
    Path caches = home.resolve(".cache/megatron-setup/git");
    try (var found = Files.list(caches)) {
      Path cache = found.findFirst().orElseThrow();
      String objects =
          Child.succeed(cache, home, "git", "cat-file", "--batch-check", "--batch-all-objects");
      long blobs = objects.lines().filter(l -> l.contains(" blob ")).count();
      String all =
          Child.succeed(
              cache, home, "git", "ls-tree", "-r", FixtureRepository.hash("core_v0.15.3"));
      assertThat(blobs).isPositive().isLessThan(all.lines().count());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void theScriptRunsInEveryShell(String interpreter) throws Exception {
    GitRefs refs = refs(fetched(), Credentials.NONE, Limits.DEFAULT, interpreter);
    assertThat(refs.metadata("core_v0.15.3").version()).contains("0.15.3");
  }

  @Test
  void aCommitFromBeforeExtrasSaysSo() throws Exception {
    ReleaseMetadata m = refs(FixtureRepository.url()).metadata("core_v0.5.0");
    assertThat(m.version()).contains("0.5.0");
    assertThat(m.extras()).isEmpty();
    assertThat(m.dependencies()).containsExactly("fixture-numbers");
    assertThat(m.source()).contains("setup.py alone");
  }

  @Test
  void anUnknownNameIsAnsweredWithSimilarOnes() {
    Problem problem = problem(() -> refs(FixtureRepository.url()).resolve("core_v0.15.4"));
    assertThat(problem.kind()).isEqualTo(Problem.Kind.ANSWERS);
    assertThat(problem.sentence()).contains("core_v0.15.4");
    assertThat(problem.cause()).contains("core_v0.15.3").contains("core_v0.15.2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--upload-pack=touch x", "a b", "$(touch x)\n", "main^{}", "a:b"})
  void whatCannotBeANameIsRefused(String ref) {
    assertThat(problem(() -> refs(FixtureRepository.url()).resolve(ref)).code())
        .isEqualTo("not-a-ref");
  }

  @Test
  void aRepositoryThatIsNotThereSaysSo() throws Exception {
    Problem problem = problem(() -> refs("file://" + home.resolve("absent")).refs());
    assertThat(problem.code()).isEqualTo("repository-not-found");
    assertThat(problem.sentence()).contains("absent");
    Files.createDirectory(home.resolve("empty"));
    assertThat(problem(() -> refs("file://" + home.resolve("empty")).refs()).code())
        .isEqualTo("repository-not-found");
    Problem unreachable = problem(() -> refs("http://127.0.0.1:1/r.git").refs());
    assertThat(unreachable.code()).isEqualTo("repository-unreachable");
    assertThat(unreachable.nextStep()).contains("mirror");
    // an address must not be able to start a program
    assertThat(problem(() -> refs("ext::touch " + home.resolve("made")).refs()).kind()).isNotNull();
    assertThat(home.resolve("made")).doesNotExist();
  }

  @Test
  void anotherKindOfRepositoryIsNotMegatron() {
    Child.succeed(home, home, "git", "init", "-q", "-b", "main", "other");
    Path other = home.resolve("other");
    Child.succeed(
        other,
        home,
        "git",
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@b",
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        "nothing");
    assertThat(problem(() -> refs(other.toString()).metadata("main")).code())
        .isEqualTo("not-megatron-core");
  }

  @Test
  void aSilentServerIsNotWaitedForLong() {
    try (FixtureGitServer server = FixtureGitServer.start().silent(true)) {
      Limits limits = Limits.DEFAULT.withAnswer(Duration.ofMillis(500));
      GitRefs refs = refs(server.url(), Credentials.NONE, limits, "sh");
      assertThat(problem(refs::refs).code()).isEqualTo("repository-no-answer");
    }
  }

  @Test
  void aLoginOpensTheRepositoryAndLeavesNothingBehind() throws Exception {
    String password = "s3cr3t/pass:word@ 'x'";
    try (FixtureGitServer server = FixtureGitServer.start().login("ada", password)) {
      assertThat(problem(() -> refs(server.url()).refs()).code()).isEqualTo("repository-login");
      Credentials credentials =
          new Credentials(List.of(new Credentials.Login(server.origin(), "ada", password)), "");
      GitRefs refs = refs(server.url(), credentials, Limits.DEFAULT, "sh");
      assertThat(refs.metadata("main~".substring(0, 4)).version()).contains("0.20.0");
      GitRefs inAddress =
          refs(server.url().replace("http://", "http://ada:s3cr3t%2Fpass%3Aword%40%20%27x%27@"));
      ReleaseMetadata m = inAddress.metadata("core_v0.15.3");
      assertThat(m.source()).isEqualTo(server.url());
    }
    try (var files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(
                new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("s3cr3t");
      }
    }
  }
}
