package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.Mount;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Target;

/** Which images and containers answers may name. */
final class ContainerRulesTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  private static List<Problem> image(String image) {
    return TargetRules.check(container("core", Optional.of(image), "all", Optional.empty()));
  }

  private static Target.Container container(
      String name, Optional<String> image, String gpus, Optional<String> kept, Mount... mounts) {
    return new Target.Container(
        new Target.Local(),
        ContainerEngine.DOCKER,
        name,
        image,
        gpus,
        List.of(mounts),
        false,
        kept,
        false);
  }

  private static List<Problem> mounts(Mount... mounts) {
    return TargetRules.check(
        container("core", Optional.of("ubuntu:24.04"), "all", Optional.empty(), mounts));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ubuntu:24.04",
        "ubuntu:latest",
        "nvcr.io/nvidia/pytorch:26.06-py3",
        "localhost/core:1",
        "localhost:5000/a/b/c-d__e.f:v1.0_x",
        "192.0.2.7:5000/core:1",
        "Registry.Example.org/core:1",
        "team/core:1",
        "a---b:1",
        "ubuntu@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
        "x.y/ubuntu:1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void imagesThatAreFine(String name) {
    assertThat(image(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                          | missing
          -v/etc:/etc                 | begin with
          --privileged                | begin with
          https://nvcr.io/x:1         | ://
          ubuntu :24.04               | blanks
          Ubuntu:24.04                | lower case
          nvcr.io/NVIDIA/pytorch:1    | lower case
          NVIDIA/pytorch:1            | lower case
          ubuntu:                     | tag
          ubuntu:-1                   | tag
          ubuntu:1:2                  | tag
          ubuntu:$(id)                | tag
          ubuntu:é                    | tag
          ubuntu@sha256:12            | sha256
          ubuntu@md5:12               | sha256
          /ubuntu:1                   | between
          a//b:1                      | between
          a/:1                        | between
          a___b:1                     | between
          a..b:1                      | between
          .a:1                        | between
          ../a:1                      | registry
          a;id:1                      | between
          a'b:1                       | between
          host:0/a:1                  | registry
          host:65536/a:1              | registry
          host:x/a:1                  | registry
          [::1]:5000/a:1              | registry
          -host.org/a:1               | begin with
          """)
  void imagesThatAreNot(String name, String told) {
    assertThat(image(name))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo("image-form");
              assertThat(p.field()).isEqualTo("target.image");
              assertThat(p.sentence()).contains(told).endsWith(".");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb:1", "a\u0000:1", "a\u001b[1m:1", "a\u00a0b:1", "a:1\n"})
  void namesOfImagesHoldNothingUnseen(String name) {
    assertThat(image(name))
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("image-form"));
  }

  @Test
  void imagesAreNoLongerThanEnginesTake() {
    assertThat(image("a".repeat(255) + ":" + "b".repeat(128))).isEmpty();
    assertThat(image("a".repeat(256) + ":1")).hasSize(1);
    assertThat(image("a:" + "b".repeat(129))).hasSize(1);
    assertThat(image(HASH + ":1")).hasSize(1);
    assertThat(image("x/".repeat(100_000))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ubuntu, as in ubuntu:24.04; if you do want the newest",
    "nvcr.io/nvidia/pytorch, as in nvcr.io/nvidia/pytorch:26.06-py3.",
    "localhost:5000/core, localhost:5000/core:TAG"
  })
  void aTagIsNeverAGuess(String name, String told) {
    assertThat(image(name))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo("image-without-tag");
              assertThat(p.nextStep()).contains(told);
            });
  }

  @Test
  void aPasswordInAnImageIsNotRepeated() {
    assertThat(image("me:hunter2@nvcr.io/x:1").toString()).doesNotContain("hunter2");
  }

  @Test
  void aResultIsKeptUnderANameWithATag() {
    assertThat(kept("core:1")).isEmpty();
    assertThat(kept("core")).extracting(Problem::code).containsExactly("image-without-tag");
    assertThat(kept("core@sha256:" + HASH)).extracting(Problem::code).containsExactly("image-form");
    assertThat(kept("Core:1")).extracting(Problem::field).containsExactly("target.commitTo");
  }

  private static List<Problem> kept(String name) {
    return TargetRules.check(container("core", Optional.empty(), "all", Optional.of(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "megatron-core", "A_b.c-9", "0"})
  void namesThatAreFine(String name) {
    assertThat(TargetRules.check(container(name, Optional.empty(), "all", Optional.empty())))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", ".a", "_a", "a b", "a/b", "a:b", "é", "$(id)", "a\n", "--rm"})
  void namesThatAreNot(String name) {
    assertThat(TargetRules.check(container(name, Optional.empty(), "all", Optional.empty())))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo("container-name-form");
              assertThat(p.field()).isEqualTo("target.name");
              assertThat(p.toString().chars()).noneMatch(Character::isISOControl);
            });
  }

  @Test
  void namesAreNoLongerThanEnginesTake() {
    assertThat(
            TargetRules.check(
                container("a".repeat(128), Optional.empty(), "all", Optional.empty())))
        .isEmpty();
    assertThat(
            TargetRules.check(
                container("a".repeat(129), Optional.empty(), "all", Optional.empty())))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "none", "0", "0,2", "7,0,1", "127"})
  void gpusThatAreFine(String gpus) {
    assertThat(TargetRules.check(container("a", Optional.empty(), gpus, Optional.empty())))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "two",
        "0,",
        ",0",
        "0,0",
        "0 1",
        "-1",
        "all,0",
        "1000",
        "ALL",
        "0\n",
        "device=0"
      })
  void gpusThatAreNot(String gpus) {
    assertThat(TargetRules.check(container("a", Optional.empty(), gpus, Optional.empty())))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo("gpus-form");
              assertThat(p.field()).isEqualTo("target.gpus");
            });
  }

  @Test
  void mountsThatAreFine() {
    assertThat(
            mounts(
                new Mount("/srv/my data/é", "/data/", true),
                new Mount("/srv/my data/é", "/checkpoints", false),
                new Mount("/mnt", "/dev/shm", false),
                new Mount("/home/me", "/root/work", false)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          data    | /data      | source | path-not-absolute
          ~/data  | /data      | source | path-not-absolute
          ``      | /data      | source | path-not-absolute
          /       | /data      | source | mount-of-the-root
          /a:b    | /data      | source | path-not-allowed
          /a,b    | /data      | source | path-not-allowed
          /a"b    | /data      | source | path-not-allowed
          /a/../b | /data      | source | path-not-plain
          /a      | data       | target | path-not-absolute
          /a      | /          | target | mount-of-the-root
          /a      | /data:ro   | target | path-not-allowed
          /a      | /b,readonly| target | path-not-allowed
          /a      | //data     | target | path-not-plain
          /a      | /usr/      | target | mount-over-the-image
          /a      | /etc       | target | mount-over-the-image
          /a      | /proc/self | target | mount-over-the-image
          """)
  void mountsThatAreNot(String source, String target, String which, String code) {
    assertThat(mounts(new Mount("/ok", "/ok", false), new Mount(source, target, false)))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo(code);
              assertThat(p.field()).isEqualTo("target.mounts[1]." + which);
              assertThat(p.toString()).doesNotContain("activate");
            });
  }

  @Test
  void oneFolderForOnePlace() {
    assertThat(mounts(new Mount("/a", "/data", false), new Mount("/b", "/data/", false)))
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.code()).isEqualTo("mount-twice");
              assertThat(p.field()).isEqualTo("target.mounts[1].target");
            });
  }

  @Test
  void aContainerIsNotInAContainer() {
    Target.Container inner = container("a", Optional.empty(), "all", Optional.empty());
    Target.Container outer =
        new Target.Container(
            inner,
            ContainerEngine.PODMAN,
            "b",
            Optional.empty(),
            "x",
            List.of(),
            false,
            Optional.empty(),
            false);
    assertThat(TargetRules.check(outer))
        .extracting(Problem::field)
        .containsExactly("target.host", "target.gpus");
  }
}
