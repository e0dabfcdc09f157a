package org.megatronsetup.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Step;

/** What a Dockerfile of a plan says. */
final class DockerfileExportTest {
  private static final Step.Estimate COST = new Step.Estimate(1, 1, "nothing");

  @TempDir Path folder;

  private static Plan plan() {
    Step apt =
        step(
            "apt",
            true,
            new Command.Export("DEBIAN_FRONTEND", "noninteractive", false),
            new Command.Fixed("# why\napt-get update\napt-get install -y git \\\n  cmake\n"));
    Step venv = step("venv", false, exec("/usr/bin/python3.12", "-m", "venv", "/opt/core"));
    Step pip =
        step(
            "megatron-core",
            false,
            new Command.Export("PIP_NO_INPUT", "1", false),
            new Command.Export("PYTHONUNBUFFERED", "1", false),
            exec(
                "/opt/core/bin/python",
                "-m",
                "pip",
                "install",
                "--progress-bar",
                "off",
                "--find-links",
                "/srv/our wheels",
                "megatron-core==0.19.0"));
    return new Plan(
        List.of(apt, venv, pip),
        "/opt/core/bin/python",
        "/opt/core",
        "0.19.0",
        List.of("A note\nRUN rm -rf /"));
  }

  @Test
  void isThisFile() {
    assertThat(DockerfileExport.render(plan(), "ubuntu:24.04"))
        .isEqualTo(
            """
            # An image with Megatron Core 0.19.0 in /opt/core; the interpreter is /opt/core/bin/python.
            # Made by Megatron Core Setup: the RUN lines are the commands of its plan.
            # The user of the image it builds on must be root, as it is in most.
            # Its commands read /srv/our wheels: that must be in the image it builds on, or be copied in before.
            # Note: A note RUN rm -rf /

            FROM ubuntu:24.04

            # what is downloaded and installed once is not kept a second time in a cache
            ENV PIP_NO_CACHE_DIR=1

            # 1/3 apt
            # Because.
            # the guide takes the distribution's newest, with what it recommends
            # hadolint ignore=DL3008,DL3015
            RUN set -e; \\
                export DEBIAN_FRONTEND='noninteractive'; \\
                apt-get update; \\
                apt-get install -y git \\
                  cmake; \\
                rm -rf /var/lib/apt/lists/*

            # 2/3 venv
            # Because.
            RUN set -e; \\
                /usr/bin/python3.12 -m venv /opt/core

            # 3/3 megatron-core
            # Because.
            RUN set -e; \\
                export PIP_NO_INPUT='1'; \\
                export PYTHONUNBUFFERED='1'; \\
                /opt/core/bin/python -m pip install --progress-bar off --find-links '/srv/our wheels' \\
                  megatron-core==0.19.0
            """);
  }

  @Test
  void passesTheRules() throws Exception {
    DockerfileRules.assertClean(DockerfileExport.render(plan(), "ubuntu:24.04"), folder);
    DockerfileRules.assertClean(DockerfileExport.render(plan(), "ubuntu:24.04", true), folder);
  }

  @Test
  void theRulesSeeWhatIsWrong() {
    String file = DockerfileExport.render(plan(), "ubuntu:24.04");
    for (String worse :
        List.of(
            file.replace("# hadolint ignore=DL3008,DL3015\n", ""),
            file.replace("; \\\n    rm -rf /var/lib/apt/lists/*", ""),
            file.replace("ENV PIP_NO_CACHE_DIR=1", "ENV A=b"),
            file.replace("megatron-core==0.19.0", "megatron-core"),
            file.replace("install -y", "install"),
            file.replace("FROM ubuntu:24.04", "FROM ubuntu"),
            file.replace("set -e; \\\n    /usr", "set -e; \\\n    cd /; \\\n    /usr"),
            file.replace("apt-get update;", "apt-get update | tee log;"),
            file.replace("apt-get update;", "apt-get update; \\\n    echo $UNQUOTED;"))) {
      assertThat(worse).isNotEqualTo(file);
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () -> DockerfileRules.assertClean(worse, folder)))
          .as(worse)
          .isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void loginsComeAsABuildSecretWhereSomethingIsFetched() {
    String file = DockerfileExport.render(plan(), "ubuntu:24.04", true);
    assertThat(DockerfileText.runs(file).stream().map(r -> r.rest().contains("--mount")))
        .containsExactly(false, false, true);
    assertThat(file)
        .contains(
            "RUN --mount=type=secret,id=megatron_setup_netrc,target=/root/.netrc,required=true \\",
            "#   docker build --secret id=megatron_setup_netrc,src=FILE");
    assertThat(DockerfileExport.render(plan(), "ubuntu:24.04")).doesNotContain("secret");
  }

  @Test
  void aPackageWithoutAVersionIsSaidToBeMeant() {
    Step tools =
        step("tools", false, exec("/v/bin/python", "-m", "pip", "install", "-U", "setuptools"));
    Plan plan = new Plan(List.of(tools), "/v/bin/python", "/v", "", List.of());
    assertThat(DockerfileText.runs(DockerfileExport.render(plan, "a:1")).getFirst().ignored())
        .containsExactly("DL3013");
  }

  @ParameterizedTest
  @CsvSource({
    "nvcr.io/nvidia/pytorch:26.06-py3, ''",
    "localhost:5000/mine, DL3006",
    "ubuntu, DL3006",
    "ubuntu:latest, DL3007",
    "ubuntu@sha256:0123, ''"
  })
  void imagesWithoutAPlainTag(String image, String ignored) {
    assertThat(DockerfileText.parse(DockerfileExport.render(plan(), image)).getFirst().ignored())
        .isEqualTo(ignored.isEmpty() ? List.of() : List.of(ignored));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nRUN x", "-x", "$(id)", "a AS b"})
  void whatIsNoImageIsRefused(String image) {
    assertThatIllegalArgumentException().isThrownBy(() -> DockerfileExport.render(plan(), image));
  }

  private static Step step(String id, boolean root, Command... commands) {
    return new Step(id, id, "Because.", List.of(commands), root, List.of(), COST);
  }

  private static Command exec(String... argv) {
    return new Command.Exec(List.of(argv));
  }
}
