package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.megatronsetup.plan.Wishes.wishes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Mirrors;
import org.megatronsetup.model.Mount;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.SystemSteps;
import org.megatronsetup.model.Target;

/** Answers as JSON: what is read, and what is said where it cannot be. */
final class AnswersReaderTest {
  private static final String LEAST =
      """
      {"schemaVersion": 1,
       "release": {"channel": "stable"},
       "environment": {"kind": "new-venv", "path": "/home/me/megatron"}}
      """;

  @Test
  void whatIsNotSaidIsTheDefault() {
    Answers answers = AnswersReader.read(LEAST);
    assertThat(answers)
        .isEqualTo(
            wishes()
                .release(new Release.Stable(Optional.empty()))
                .venv("/home/me/megatron")
                .answers());
    assertThat(answers.target()).isEqualTo(new Target.Local());
    assertThat(answers.installer()).isEqualTo(Installer.AUTO);
    assertThat(answers.sources()).isEqualTo(Sources.defaults());
    assertThat(answers.systemSteps()).isEqualTo(SystemSteps.NONE);
  }

  @Test
  void randomAnswersComeBackAsTheyWere() {
    Random random = new Random(42);
    for (int i = 0; i < 500; i++) {
      Answers answers = random(random);
      String json = AnswersWriter.write(answers);
      assertThat(AnswersReader.read(json)).as(json).isEqualTo(answers);
      assertThat(AnswersWriter.write(AnswersReader.read(json))).isEqualTo(json);
    }
  }

  @Test
  void isWrittenForPeople() {
    assertThat(
            AnswersWriter.write(
                wishes().stable("0.19.0").extras("dev").requirements("a~=1.0").answers()))
        .isEqualTo(
            """
            {
              "schemaVersion": 1,
              "target": {
                "kind": "local"
              },
              "release": {
                "channel": "stable",
                "version": "0.19.0"
              },
              "extras": [
                "dev"
              ],
              "requirements": [
                "a~=1.0"
              ],
              "environment": {
                "kind": "new-venv",
                "path": "/home/me/megatron"
              },
              "systemSteps": {
                "python": false,
                "cuda": false,
                "mirrors": { }
              },
              "installer": "auto",
              "sources": {
                "extraIndexUrls": [ ],
                "findLinks": [ ],
                "bringWheels": [ ],
                "noIndex": false
              }
            }
            """);
  }

  @Test
  void aMachineBehindSshIsWrittenForPeople() {
    String json =
        """
          "target": {
            "kind": "ssh",
            "host": "node7",
            "user": "ada",
            "port": 2222,
            "identity": "/home/me/.ssh/cloud",
            "jumps": [
              "gate:22"
            ]
          },
        """;
    String text = LEAST.replaceFirst(",", "," + json);
    Answers answers = AnswersReader.read(text);
    assertThat(answers.target())
        .isEqualTo(
            new Target.Ssh(
                "node7",
                Optional.of("ada"),
                Optional.of(2222),
                Optional.of("/home/me/.ssh/cloud"),
                List.of("gate:22")));
    assertThat(AnswersWriter.write(answers)).contains(json);
  }

  @Test
  void ofAContainerOnlyItsKindMustBeSaid() {
    Answers answers = AnswersReader.read(withTarget("{\"kind\": \"container\"}"));
    assertThat(answers.target())
        .isEqualTo(
            new Target.Container(
                new Target.Local(),
                ContainerEngine.DOCKER,
                "megatron-core",
                Optional.empty(),
                "all",
                List.of(),
                false,
                Optional.empty(),
                false));
  }

  @Test
  void aContainerIsWrittenForPeople() {
    String json =
        """
          "target": {
            "kind": "container",
            "host": {
              "kind": "ssh",
              "host": "node7",
              "jumps": [ ]
            },
            "engine": "podman",
            "name": "core",
            "image": "ubuntu:24.04",
            "gpus": "0,2",
            "mounts": [
              {
                "source": "/srv/data",
                "target": "/data",
                "readOnly": true
              }
            ],
            "hostNetwork": true,
            "commitTo": "localhost/core:1",
            "removeAfter": true
          },
        """;
    Answers answers = AnswersReader.read(LEAST.replaceFirst(",", "," + json));
    assertThat(answers.target())
        .isEqualTo(
            new Target.Container(
                new Target.Ssh(
                    "node7", Optional.empty(), Optional.empty(), Optional.empty(), List.of()),
                ContainerEngine.PODMAN,
                "core",
                Optional.of("ubuntu:24.04"),
                "0,2",
                List.of(new Mount("/srv/data", "/data", true)),
                true,
                Optional.of("localhost/core:1"),
                true));
    assertThat(AnswersWriter.write(answers)).contains(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "engine": "lxc"                                   | answers-unknown-value | target.engine              | docker, podman
          "host": {"kind": "container"}                     | answers-unknown-value | target.host.kind           | local, ssh
          "host": {"kind": "ssh", "host": "-x"}             | ssh-host-form         | target.host.host           | begin with
          "host": {"kind": "ssh", "host": "n", "port": 0}   | ssh-port-range        | target.host.port           | 65535
          "host": {"kind": "ssh", "host": "n", "jumps": [""]} | ssh-jump-form       | target.host.jumps[0]       | missing
          "host": {"kind": "ssh", "host": "n", "identity": "k"} | ssh-identity-form | target.host.identity       | absolute
          "host": "node7"                                   | answers-wrong-type    | target.host                | an object
          "image": 24.04                                    | answers-wrong-type    | target.image               | a text
          "image": "ubuntu"                                 | image-without-tag     | target.image               | ubuntu:24.04
          "name": ""                                        | container-name-form   | target.name                | no name
          "gpus": 2                                         | answers-wrong-type    | target.gpus                | a text
          "gpus": "two"                                     | gpus-form             | target.gpus                | nvidia-smi
          "mounts": {}                                      | answers-wrong-type    | target.mounts              | a list of objects
          "mounts": ["/a:/b"]                               | answers-wrong-type    | target.mounts[0]           | an object
          "mounts": [{"source": "/a"}]                      | answers-missing-field | target.mounts[0].target    | sees it
          "mounts": [{"source": "/a", "target": "/b", "x": 1}] | answers-unknown-field | target.mounts[0].x      | readOnly
          "mounts": [{"source": "/a", "target": "/b", "readOnly": "ro"}] | answers-wrong-type | target.mounts[0].readOnly | true or false
          "privileged": true                                | answers-unknown-field | target.privileged          | hostNetwork
          "commitTo": "Core:1"                              | image-form            | target.commitTo            | lower case
          """)
  void saysWhatIsWrongWithAContainer(String part, String code, String field, String told) {
    assertThat(problems(withTarget("{\"kind\": \"container\", " + part + "}")))
        .anySatisfy(
            p -> {
              assertThat(p.code()).isEqualTo(code);
              assertThat(p.field()).isEqualTo(field);
              assertThat(p.sentence() + " " + p.cause() + " " + p.nextStep()).contains(told);
            });
  }

  private static String withTarget(String json) {
    return LEAST.replaceFirst(",", ", \"target\": " + json + ",");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"release\":                         | \"relaese\":  | answers-missing-field | release    "
            + "      | channel",
        "\"release\":                         | \"x\": 1, \"release\": | answers-unknown-field | x "
            + "       | Allowed here: environment, extras",
        "\"channel\": \"stable\"              | \"channel\": \"stable\", \"ref\": \"main\" |"
            + " answers-unknown-field | release.ref | Allowed in “release”: channel, version",
        "\"channel\": \"stable\"              | \"channel\": \"nightly\" | answers-unknown-value |"
            + " release.channel | stable, pre, commit",
        "\"channel\": \"stable\"              | \"channel\": \"commit\" | answers-missing-field |"
            + " release.ref | branch, tag or hash",
        "\"channel\": \"stable\"              | \"version\": \"0.19\" | answers-missing-field |"
            + " release.channel | stable, pre or commit",
        "\"kind\": \"new-venv\"               | \"kind\": \"conda\" | answers-unknown-value |"
            + " environment.kind | new-venv, existing",
        "\"path\": \"/home/me/megatron\"      | \"python\": \"/usr/bin/python3\" |"
            + " answers-missing-field | environment.path | made",
        "\"path\": \"/home/me/megatron\"      | \"path\": 7 | answers-wrong-type | environment.path"
            + " | a number",
        "\"environment\":                     | \"maxJobs\": \"4\", \"environment\": |"
            + " answers-wrong-type | maxJobs | a text",
        "\"environment\":                     | \"extras\": [null], \"environment\": |"
            + " answers-wrong-type | extras[0] | It is null here.",
        "\"environment\":                     | \"maxJobs\": 1.5, \"environment\": |"
            + " answers-wrong-type | maxJobs | whole",
        "\"environment\":                     | \"maxJobs\": 99999999999, \"environment\": |"
            + " answers-wrong-type | maxJobs | whole",
        "\"environment\":                     | \"maxJobs\": 0, \"environment\": | max-jobs-range |"
            + " maxJobs | 1 to 1024",
        "\"environment\":                     | \"extras\": \"dev\", \"environment\": |"
            + " answers-wrong-type | extras | a list",
        "\"environment\":                     | \"extras\": [\"dev\", 1], \"environment\": |"
            + " answers-wrong-type | extras[1] | a text",
        "\"environment\":                     | \"systemSteps\": {\"cuda\": \"yes\"},"
            + " \"environment\": | answers-wrong-type | systemSteps.cuda | true or false",
        "\"environment\":                     | \"sources\": {\"index\": \"x\"}, \"environment\": |"
            + " answers-unknown-field | sources.index | indexUrl",
        "\"environment\":                     | \"sources\": [], \"environment\": |"
            + " answers-wrong-type | sources | an object",
        "\"environment\":                     | \"target\": {\"kind\": \"moon\"}, \"environment\":"
            + " | answers-unknown-value | target.kind | local, ssh",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\"}, \"environment\": |"
            + " answers-missing-field | target.host | which machine",
        "\"environment\":                     | \"target\": {\"kind\": \"local\", \"host\": \"x\"},"
            + " \"environment\": | answers-unknown-field | target.host | kind",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\": \"n\","
            + " \"password\": \"x\"}, \"environment\": | answers-unknown-field | target.password |"
            + " identity",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\": \"n\","
            + " \"port\": \"22\"}, \"environment\": | answers-wrong-type | target.port | whole"
            + " number",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\": \"n\","
            + " \"port\": 0}, \"environment\": | ssh-port-range | target.port | 65535",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\": \"n\","
            + " \"port\": 65536}, \"environment\": | ssh-port-range | target.port | 65535",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\": \"\"},"
            + " \"environment\": | ssh-host-form | target.host | missing",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\":"
            + " \"-oProxyCommand=x\"}, \"environment\": | ssh-host-form | target.host | begin with",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\": \"a b\"},"
            + " \"environment\": | ssh-host-form | target.host | letters",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\":"
            + " \"a\\u0000\"}, \"environment\": | ssh-host-form | target.host | letters",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\":"
            + " \"1:2:3\"}, \"environment\": | ssh-host-form | target.host | IPv6",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\":"
            + " \"[::1]\"}, \"environment\": | ssh-host-form | target.host | IPv6",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\": \"n\","
            + " \"user\": \"-l\"}, \"environment\": | ssh-user-form | target.user | user",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\": \"n\","
            + " \"user\": \"a$(b)\"}, \"environment\": | ssh-user-form | target.user | user",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\": \"n\","
            + " \"identity\": \"key\"}, \"environment\": | ssh-identity-form | target.identity |"
            + " absolute",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\": \"n\","
            + " \"identity\": \"/k\\u0000\"}, \"environment\": | ssh-identity-form |"
            + " target.identity | absolute",
        "\"environment\":                     | \"target\": {\"kind\": \"ssh\", \"host\": \"n\","
            + " \"jumps\": [\"g\", \"a:x@b\"]}, \"environment\": | ssh-jump-form | target.jumps[1]"
            + " | password",
        "\"environment\":                     | \"target\": {}, \"environment\": |"
            + " answers-missing-field | target.kind | local",
        "\"environment\":                     | \"installer\": \"conda\", \"environment\": |"
            + " answers-unknown-value | installer | pip, uv, auto",
        "\"schemaVersion\": 1                 | \"schemaVersion\": 2 | answers-schema-version |"
            + " schemaVersion | reads schema version 1",
        "\"schemaVersion\": 1                 | \"schemaVersion\": \"1\" | answers-wrong-type |"
            + " schemaVersion | whole number",
        "\"schemaVersion\": 1,                | `` | answers-missing-field | schemaVersion | it is"
            + " 1",
      })
  void saysWhichFieldAndWhatIsAllowed(
      String part, String changed, String code, String field, String told) {
    String json = LEAST.replace(part, changed);
    assertThat(json).isNotEqualTo(LEAST);
    assertThat(problems(json))
        .anySatisfy(
            p -> {
              assertThat(p.code()).isEqualTo(code);
              assertThat(p.field()).isEqualTo(field);
              assertThat(p.kind()).isEqualTo(Problem.Kind.ANSWERS);
              assertThat(p.sentence() + " " + p.cause() + " " + p.nextStep()).contains(told);
            });
  }

  @Test
  void tellsAllProblemsAtOnce() {
    String json =
        """
        {"schemaVersion": 1, "wish": true, "maxJobs": "many",
         "release": {"channel": "commit"}, "environment": {"kind": "new-venv", "path": 1}}
        """;
    assertThat(problems(json))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder("wish", "maxJobs", "release.ref", "environment.path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"x\"",
        "{\"schemaVersion\": 1} x",
        "{\"schemaVersion\": 1, \"schemaVersion\": 1}",
        "{schemaVersion: 1}",
        "<html>"
      })
  void whatIsNoJsonObjectIsSaidSo(String text) {
    assertThat(problems(text)).hasSize(1).allMatch(p -> p.code().startsWith("answers-not-"));
  }

  @Test
  void aSecretInBrokenTextIsNotRepeated() {
    String broken = LEAST.replace("\"release\"", "hunter2secret, \"release\"");
    assertThat(problems(broken).toString()).doesNotContain("hunter2").contains("line 2");
  }

  @Test
  void aSecretInAnAddressIsRefusedAndNotRepeated() {
    String json =
        LEAST.replace(
            "\"environment\":",
            "\"sources\": {\"indexUrl\": \"https://me:hunter2@index.example.org/simple\"},"
                + " \"environment\":");
    assertThat(problems(json))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo("answers-hold-a-secret");
              assertThat(p.field()).isEqualTo("sources.indexUrl");
              assertThat(p.cause()).contains("Answers never hold a secret");
              assertThat(p.toString()).doesNotContain("hunter2");
            });
  }

  @Test
  void nullIsAsGoodAsNothing() {
    String json =
        LEAST.replace("\"environment\":", "\"maxJobs\": null, \"sources\": null, \"environment\":");
    assertThat(AnswersReader.read(json)).isEqualTo(AnswersReader.read(LEAST));
  }

  private static List<Problem> problems(String json) {
    SetupException e = catchThrowableOfType(SetupException.class, () -> AnswersReader.read(json));
    assertThat(e).isNotNull();
    return e.problems();
  }

  private static Answers random(Random random) {
    Supplier<String> path = () -> "/srv/some place/é" + random.nextInt(99);
    Release release =
        List.of(
                new Release.Stable(maybe(random, "0.19." + random.nextInt(9))),
                new Release.PreRelease(maybe(random, "0.20.0rc" + random.nextInt(9))),
                new Release.Commit("feature/x_" + random.nextInt(9)))
            .get(random.nextInt(3));
    Environment environment =
        random.nextBoolean()
            ? new Environment.NewVenv(path.get(), maybe(random, "/usr/bin/python3.12"))
            : new Environment.Existing(path.get() + "/bin/python");
    boolean noIndex = random.nextBoolean();
    Sources sources =
        new Sources(
            noIndex ? Optional.empty() : maybe(random, "https://index.example.org:8443/simple/"),
            noIndex ? List.of() : some(random, "file:///srv/%C3%A9/simple"),
            noIndex ? List.of(path.get()) : some(random, path.get()),
            some(random, path.get()),
            noIndex,
            maybe(random, "http://me@proxy.example.org:3128"),
            maybe(random, path.get()),
            maybe(random, path.get()),
            maybe(random, "ssh://git@host.example.org/team/Megatron-LM.git"));
    return new Answers(
        1,
        target(random),
        release,
        some(random, "dev"),
        some(random, "mamba-ssm~=2.2; python_version >= \"3.10\""),
        environment,
        new SystemSteps(
            random.nextBoolean(),
            random.nextBoolean(),
            new Mirrors(
                maybe(random, "http://mirror.example.org/ubuntu"),
                maybe(random, "file:///srv/cuda"),
                maybe(random, "https://mirror.example.org/deadsnakes"),
                maybe(random, "0123456789abcdef".repeat(4)))),
        List.of(Installer.PIP, Installer.UV, Installer.AUTO).get(random.nextInt(3)),
        sources,
        random.nextBoolean() ? Optional.of(1 + random.nextInt(1024)) : Optional.empty());
  }

  private static Target target(Random random) {
    return random.nextBoolean() ? host(random) : container(random);
  }

  private static Target container(Random random) {
    List<Mount> mounts = new ArrayList<>();
    while (random.nextInt(3) > 0) {
      mounts.add(new Mount("/srv/my data", "/data/é" + mounts.size() + "/", random.nextBoolean()));
    }
    return new Target.Container(
        host(random),
        random.nextBoolean() ? ContainerEngine.DOCKER : ContainerEngine.PODMAN,
        "megatron_core-" + random.nextInt(9),
        maybe(random, "nvcr.io/nvidia/pytorch:26.06-py3"),
        List.of("all", "none", "0", "0,2").get(random.nextInt(4)),
        mounts,
        random.nextBoolean(),
        maybe(random, "localhost:5000/team/core:1"),
        random.nextBoolean());
  }

  private static Target host(Random random) {
    return random.nextBoolean()
        ? new Target.Local()
        : new Target.Ssh(
            List.of("node7", "192.0.2.7", "::1", "fe80::1%eth0").get(random.nextInt(4)),
            maybe(random, "ada@corp"),
            random.nextBoolean() ? Optional.of(1 + random.nextInt(65535)) : Optional.empty(),
            maybe(random, "/home/me/my keys/id"),
            some(random, "ada@[::1]:2222"));
  }

  private static Optional<String> maybe(Random random, String text) {
    return random.nextBoolean() ? Optional.of(text) : Optional.empty();
  }

  private static List<String> some(Random random, String text) {
    List<String> list = new ArrayList<>();
    while (random.nextInt(3) == 0) {
      list.add(text);
    }
    return list;
  }
}
