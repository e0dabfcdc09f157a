package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.megatronsetup.plan.Wishes.wishes;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Mirrors;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Target;

/** What answers may hold. */
final class AnswersCheckTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/home/me/megatron",
        "/home/me/my environments/megatron core",
        "/srv/日本語/é/venv",
        "/srv/e\u0301/venv",
        "/srv/a.b_c-d+e@f=g,h%i~j",
        "/home/me/megatron/"
      })
  void pathsThatAreFine(String path) {
    assertThat(AnswersCheck.check(wishes().venv(path).answers())).isEmpty();
    assertThat(AnswersCheck.check(wishes().existing(path).answers())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "venv                | path-not-absolute | begins with “/”",
        "~/venv              | path-not-absolute | not replaced",
        "``                  | path-not-absolute | begins with “/”",
        "/home/$(id)/venv    | path-not-allowed  | “$”",
        "/home/${HOME}       | path-not-allowed  | “$”",
        "/home/`id`          | path-not-allowed  | “`”",
        "/home/\"x           | path-not-allowed  | a quotation mark",
        "/home/'x            | path-not-allowed  | a quotation mark",
        "/home/\\x           | path-not-allowed  | “\\”",
        "/home/a:b           | path-not-allowed  | PATH",
        "/home/a;b           | path-not-allowed  | “;”",
        "/home/a&b           | path-not-allowed  | “&”",
        "/home/*             | path-not-allowed  | “*”",
        "/home/a//b          | path-not-plain    | plainly",
        "/home/../etc        | path-not-plain    | plainly",
        "/home/./x           | path-not-plain    | plainly",
        "/                   | path-not-plain    | plainly",
        "/home/ x            | path-not-plain    | a space beside",
      })
  void pathsThatAreNot(String path, String code, String told) {
    assertPath(path.replace("``", "`"), code, told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a\nb", "/a\rb", "/a\tb", "/a\u0000b", "/a\u001bb", "/a\u202eb", "/a\u0085"})
  void pathsWithControlCharacters(String path) {
    Problem problem = assertPath(path, "path-not-allowed", "activate");
    assertThat(problem.sentence()).containsAnyOf("a line break", "a control character");
    assertThat(problem.toString().chars()).noneMatch(Character::isISOControl);
  }

  private static Problem assertPath(String path, String code, String told) {
    List<Problem> problems = AnswersCheck.check(wishes().venv(path).answers());
    assertThat(problems).as(path).hasSize(1);
    Problem problem = problems.getFirst();
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.field()).isEqualTo("environment.path");
    assertThat(problem.sentence() + problem.cause() + problem.nextStep()).contains(told);
    return problem;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://index.example.org/simple",
        "http://127.0.0.1:8080/simple/",
        "https://[::1]:8443/simple",
        "file:///srv/index/simple",
        "https://host/with%20space/~me/simple",
        "HTTPS://HOST/simple"
      })
  void indexesThatAreFine(String url) {
    assertThat(AnswersCheck.check(wishes().sources(Wishes.index(url)).answers())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://mirror.example.org/ubuntu/  |",
        "https://[::1]:8443/ubuntu          |",
        "file:///srv/mirror                 |",
        "file:///srv/a%20b                  | address-not-allowed",
        "file://host/srv                    | address-not-allowed",
        "/srv/mirror                        | address-not-allowed",
        "ftp://host/ubuntu                  | address-not-allowed",
        "http://me:pw@host/ubuntu           | answers-hold-a-secret",
        "http://host/$(id)                  | address-not-allowed",
        "http://host/a b                    | address-not-allowed",
        "http://host/'x                     | address-not-allowed",
        "http://host/[x]                    | address-not-allowed",
      })
  void mirrors(String url, String code) {
    Optional<String> address = Optional.of(url);
    for (Mirrors mirrors :
        List.of(
            new Mirrors(address, Optional.empty(), Optional.empty()),
            new Mirrors(Optional.empty(), address, Optional.empty()),
            new Mirrors(Optional.empty(), Optional.empty(), address))) {
      assertThat(AnswersCheck.check(wishes().system(true, false, mirrors).answers()))
          .extracting(Problem::code)
          .isEqualTo(code == null ? List.of() : List.of(code));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "D2A6", "z", "d2a6b11c\n"})
  void whatIsNoSha256(String sum) {
    Mirrors mirrors =
        new Mirrors(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(sum));
    assertThat(AnswersCheck.check(wishes().system(true, true, mirrors).answers()))
        .extracting(Problem::code, Problem::field)
        .containsExactly(tuple("sha256-form", "systemSteps.mirrors.cudaKeyringSha256"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://me:pw@host/simple     | answers-hold-a-secret",
        "https://token@host/simple     | answers-hold-a-secret",
        "https://@host/simple          | answers-hold-a-secret",
        "https://host/simple?token=abc | address-not-allowed",
        "https://host/simple#x         | address-not-allowed",
        "ftp://host/simple             | address-not-allowed",
        "git+https://host/simple       | address-not-allowed",
        "--trusted-host=x              | address-not-allowed",
        "-e                            | address-not-allowed",
        "host/simple                   | address-not-allowed",
        "https://                      | address-not-allowed",
        "https:///simple               | address-not-allowed",
        "https://-host/simple          | address-not-allowed",
        "https://ho st/simple          | address-not-allowed",
        "https://host:port/simple      | address-not-allowed",
        "https://host/$(id)            | address-not-allowed",
        "https://host/'x'              | address-not-allowed",
        "https://host/a b              | address-not-allowed",
        "https://host/%zz              | address-not-allowed",
        "https://host/../x             | address-not-allowed",
        "file://host/simple            | address-not-allowed",
        "file://                       | address-not-allowed",
        "file:///                      | address-not-allowed",
      })
  void indexesThatAreNot(String url, String code) {
    assertThat(AnswersCheck.check(wishes().sources(Wishes.index(url)).answers()))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo(code);
              assertThat(p.field()).isEqualTo("sources.indexUrl");
            });
  }

  @Test
  void addressesWithLineBreaksAreRefused() {
    for (String url : List.of("https://host/a\nb", "https://ho\nst/", "https://host/\u0000")) {
      assertThat(AnswersCheck.check(wishes().sources(Wishes.index(url)).answers())).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/NVIDIA/Megatron-LM.git",
        "ssh://git@github.com/NVIDIA/Megatron-LM.git",
        "ssh://host:2222/srv/x.git",
        "file:///srv/mirror/Megatron-LM.git",
        "http://127.0.0.1:9418/x.git"
      })
  void repositoriesThatAreFine(String url) {
    assertThat(AnswersCheck.check(wishes().sources(Wishes.repository(url)).answers())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "git@github.com:NVIDIA/Megatron-LM.git | address-not-allowed   | ssh://USER@HOST/PATH",
        "/srv/mirror.git                       | address-not-allowed   | file://",
        "git+https://host/x.git                | address-not-allowed   | without “git+”",
        "ext::sh -c id                         | address-not-allowed   | whole address",
        "--upload-pack=touch                   | address-not-allowed   | whole address",
        "ssh://-oProxyCommand=id/x             | address-not-allowed   | host",
        "ssh://-l@host/x                       | address-not-allowed   | user",
        "ssh://git:pw@host/x.git               | answers-hold-a-secret | netrc",
        "https://x-token@host/x.git            | answers-hold-a-secret | netrc",
        "git://host/x.git                      | address-not-allowed   | https://",
      })
  void repositoriesThatAreNot(String url, String code, String told) {
    assertThat(AnswersCheck.check(wishes().sources(Wishes.repository(url)).answers()))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo(code);
              assertThat(p.sentence() + p.cause() + p.nextStep()).contains(told);
              assertThat(p.toString()).doesNotContain("pw@");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://proxy:3128           | ``",
        "http://me@proxy:3128        | ``",
        "http://me:pw@proxy:3128     | answers-hold-a-secret",
        "socks5://proxy:1080         | address-not-allowed",
        "proxy:3128                  | address-not-allowed",
        "http://$(id)@proxy          | address-not-allowed",
      })
  void proxies(String proxy, String code) {
    Sources sources =
        new Sources(
            Optional.empty(),
            List.of(),
            List.of(),
            false,
            Optional.of(proxy),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<Problem> problems = AnswersCheck.check(wishes().sources(sources).answers());
    assertThat(problems.stream().map(Problem::code).toList())
        .isEqualTo(code.equals("``") ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "main",
        "core_r0.15.0",
        "feature/x-y_z+1",
        "309ffca6a40553362d44fd17efc56b772fa1aa44"
      })
  void refsThatAreFine(String ref) {
    assertThat(AnswersCheck.check(wishes().release(new Release.Commit(ref)).answers())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-x",
        "--upload-pack=id",
        "a b",
        "a\nb",
        "a..b",
        "a@{1}",
        "a~1",
        "a^",
        "a:b",
        "a?",
        "a*",
        "a[b]",
        "a\\b",
        "a/",
        "a.lock",
        "a.",
        "$(id)",
        "a//b",
        "a#egg=b",
        "é"
      })
  void refsThatAreNot(String ref) {
    assertThat(AnswersCheck.check(wishes().release(new Release.Commit(ref)).answers()))
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("commit-form"));
  }

  @Test
  void aLoginInARefIsNotRepeated() {
    assertThat(
            AnswersCheck.check(
                wishes().release(new Release.Commit("https://me:pw@host/x.git")).answers()))
        .singleElement()
        .satisfies(p -> assertThat(p.sentence()).contains("https://…@host/x.git"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mamba-ssm~=2.2",
        "transformer-engine[pytorch,core_cu13]>=2.9,<3; python_version >= '3.10'",
        "triton",
        "x @ https://host/x-1.0-py3-none-any.whl",
        "x @ git+https://host/x.git@v1.0",
        "x @ git+ssh://git@host/x.git@0123abc",
        "x @ git+file:///srv/x.git@v1"
      })
  void requirementsThatAreFine(String text) {
    assertThat(AnswersCheck.check(wishes().requirements(text).answers())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--index-url=https://evil      | requirement-form",
        "-r requirements.txt           | requirement-form",
        "``                            | requirement-form",
        "a b                           | requirement-form",
        "mamba-ssm~=2                  | requirement-form",
        "./local                       | requirement-form",
        "x==1.0; os_nam == 'y'         | requirement-form",
        "https://host/x.whl            | requirement-form",
        "megatron_core==0.19.0         | requirement-is-the-release",
        "x @ https://me:pw@host/x.whl  | answers-hold-a-secret",
        "x @ git+https://t@host/x.git  | answers-hold-a-secret",
        "x @ git+https://host/x.git@-x | commit-form",
        "x @ ext::id                   | address-not-allowed",
      })
  void requirementsThatAreNot(String text, String code) {
    assertThat(AnswersCheck.check(wishes().requirements("triton", text).answers()))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo(code);
              assertThat(p.field()).isEqualTo("requirements[1]");
              assertThat(p.toString()).doesNotContain("me:pw");
            });
  }

  @Test
  void aRequirementIsOneLine() {
    assertThat(AnswersCheck.check(wishes().requirements("a\n--pre").answers()))
        .singleElement()
        .satisfies(p -> assertThat(p.cause()).contains("one line"));
  }

  @Test
  void noIndexNeedsAFolderAndNoIndexBesideIt() {
    Sources without =
        new Sources(
            Optional.of("https://host/simple"),
            List.of(),
            List.of(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(AnswersCheck.check(wishes().sources(without).answers()))
        .extracting(Problem::code)
        .containsExactly("no-source", "index-and-no-index");
  }

  @Test
  void foldersToBringAreJudgedByWhereTheyLie() {
    Target there =
        new Target.Ssh("node7", Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    assertThat(AnswersCheck.check(bringing(there, "/home/me/it's", "C:\\wheels"))).isEmpty();
    assertThat(AnswersCheck.check(bringing(there, "/ok", "wheels", "~/wheels", "/a\nb")))
        .extracting(Problem::field)
        .containsExactly(
            "sources.bringWheels[1]", "sources.bringWheels[2]", "sources.bringWheels[3]");
    // here they are used as they lie, so their paths go into commands
    assertThat(AnswersCheck.check(bringing(new Target.Local(), "/home/me/it's", "/home/me/ok")))
        .extracting(Problem::field)
        .containsExactly("sources.bringWheels[0]");
  }

  private static Answers bringing(Target target, String... folders) {
    Answers usual = wishes().answers();
    return new Answers(
        usual.schemaVersion(),
        target,
        usual.release(),
        usual.extras(),
        usual.requirements(),
        usual.environment(),
        usual.systemSteps(),
        usual.installer(),
        new Sources(
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(folders),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        usual.maxJobs());
  }

  @Test
  void everyProblemIsTold() {
    Answers answers =
        wishes()
            .release(new Release.Stable(Optional.of("newest")))
            .extras("dev", "a b", "-x")
            .requirements("?", "!")
            .venv("venv")
            .maxJobs(1025)
            .sources(Wishes.index("x"))
            .answers();
    assertThat(AnswersCheck.check(answers))
        .extracting(Problem::field)
        .containsExactly(
            "release.version",
            "extras[1]",
            "extras[2]",
            "requirements[0]",
            "requirements[1]",
            "environment.path",
            "sources.indexUrl",
            "maxJobs");
  }
}
