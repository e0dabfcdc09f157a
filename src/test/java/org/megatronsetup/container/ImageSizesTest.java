package org.megatronsetup.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.fixtures.Required;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.LocalShell;

/** The size of an image before it is fetched, asked with both engines' real clients. */
final class ImageSizesTest {
  private static final FixtureImage HERE = FixtureImage.of(architecture(), 2, 3_000, 50_000);
  private static final FixtureImage THERE = FixtureImage.of("s390x", 3, 7_000);

  @TempDir private Path folder;
  private final LocalShell shell = new LocalShell();
  private FixtureRegistry registry;
  private RealPodman podman;

  @BeforeEach
  void start() {
    registry = FixtureRegistry.start();
  }

  @AfterEach
  void stop() {
    registry.close();
    if (podman != null) {
      podman.close();
    }
    shell.close();
  }

  private static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
  }

  /** Docker's client asks by itself: no daemon is needed. */
  private List<String> words(String engine) throws Exception {
    Required.that(Files.isExecutable(Path.of("/usr/bin/" + engine)), "there is " + engine);
    if (engine.equals("docker")) {
      return List.of("env", "DOCKER_CONFIG=" + folder, "/usr/bin/docker");
    }
    Path settings = Files.createDirectories(folder.resolve("podman"));
    podman = RealPodman.start(settings);
    podman.trust(registry.address());
    return podman.words();
  }

  private Optional<ImageSize> ask(String engine, String image) throws Exception {
    return ImageSizes.ask(shell, words(engine), image);
  }

  private Problem refused(String engine, String image) throws Exception {
    List<String> words = words(engine);
    SetupException e =
        catchThrowableOfType(SetupException.class, () -> ImageSizes.ask(shell, words, image));
    assertThat(e).isNotNull();
    assertThat(e.problems()).hasSize(1);
    Problem problem = e.problems().getFirst();
    assertThat(problem.kind()).isEqualTo(Problem.Kind.PREFLIGHT);
    assertThat(problem.field()).isEqualTo("target.image");
    return problem;
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker", "podman"})
  void oneImage(String engine) throws Exception {
    String image = registry.put("a/b", "1", HERE);
    assertThat(ask(engine, image)).contains(new ImageSize(HERE.compressed(), 2, List.of()));
    assertThat(registry.requests())
        .noneMatch(
            r ->
                r.contains("/blobs/")
                    && r.contains("GET")
                    && r.endsWith(HERE.layers().getFirst().digest()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker", "podman"})
  void theOneForThisMachineOfSeveral(String engine) throws Exception {
    String image = registry.putList("a/b", "1", Map.of(architecture(), HERE, "s390x", THERE));
    Optional<ImageSize> size = ask(engine, image);
    assertThat(size).isPresent();
    assertThat(size.get().compressed()).isEqualTo(HERE.compressed());
    assertThat(size.get().architectures()).containsExactlyInAnyOrder(architecture(), "s390x");
    assertThat(size.get().needed()).isEqualTo(Math.round(HERE.compressed() * 2.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker", "podman"})
  void noneForThisMachine(String engine) throws Exception {
    String image = registry.putList("a/b", "1", Map.of("s390x", THERE));
    Problem problem = refused(engine, image);
    assertThat(problem.code()).isEqualTo("image-architecture");
    assertThat(problem.cause()).contains("s390x");
  }

  @Test
  void theNewerFormWithAnOlderDockerIsNotKnownAndNotMissing() throws Exception {
    String image = registry.put("a/b", "1", HERE.asOci());
    // 23 learnt it; before, it says that there is no such manifest
    assertThat(ask("docker", image).map(ImageSize::compressed))
        .isIn(Optional.empty(), Optional.of(HERE.compressed()));
    assertThat(ask("podman", image).map(ImageSize::compressed))
        .isIn(Optional.empty(), Optional.of(HERE.compressed()));
  }

  @ParameterizedTest
  @CsvSource({
    "podman, 401, UNAUTHORIZED, image-access-denied, podman login 127.0.0.1",
    "docker, 403, DENIED, image-access-denied, docker login 127.0.0.1",
    "podman, 403, DENIED, image-access-denied, podman login 127.0.0.1",
    "docker, 429, TOOMANYREQUESTS, registry-rate-limit, wait",
    "podman, 404, MANIFEST_UNKNOWN, image-not-found, spelling",
  })
  void saysWhyThereIsNone(String engine, int status, String code, String problem, String next)
      throws Exception {
    registry.refuse(status, code, code.toLowerCase(Locale.ROOT));
    Problem refused = refused(engine, registry.address() + "/a/b:1");
    assertThat(refused.code()).isEqualTo(problem);
    assertThat(refused.nextStep()).contains(next);
    assertThat(refused.sentence()).contains("127.0.0.1");
  }

  @Test
  void aRegistryThatIsNotThere() throws Exception {
    assertThat(refused("podman", "127.0.0.1:1/a/b:1").code()).isEqualTo("registry-unreachable");
    // its daemon may know another way
    assertThat(ask("docker", "127.0.0.1:1/a/b:1")).isEmpty();
  }

  @Test
  void anEngineThatCannotAskIsNoFailure() throws Exception {
    assertThat(ImageSizes.ask(shell, List.of("false"), "ubuntu:24.04")).isEmpty();
    assertThat(ImageSizes.ask(shell, List.of("/nowhere/docker"), "ubuntu:24.04")).isEmpty();
  }

  /** As of Docker 24 with buildx, whose {@code manifest} does not know the form. */
  @Test
  void buildxIsAskedWhereDockerItselfDoesNotUnderstand() throws Exception {
    Path docker = folder.resolve("docker");
    Files.writeString(
        docker,
        """
        #!/bin/sh
        case "$*" in
          'manifest inspect '*) echo "no such manifest: docker.io/$3" >&2; exit 1 ;;
          'buildx imagetools inspect --raw team/core:1')
            echo '{"manifests":[{"digest":"sha256:aa","platform":{"architecture":"unknown","os":"unknown"}},
              {"annotations":{"a":"{[,]}"},"digest":"sha256:bb","platform":{"architecture":"%s","os":"linux"}}]}' ;;
          'buildx imagetools inspect --raw team/core@sha256:bb')
            echo '{"layers":[{"size":5,"digest":"sha256:cc"},{"digest":"sha256:dd","size":6}]}' ;;
          *) exit 9 ;;
        esac
        """
            .formatted(architecture()));
    Files.setPosixFilePermissions(docker, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(ImageSizes.ask(shell, List.of(docker.toString()), "team/core:1"))
        .contains(new ImageSize(11, 2, List.of(architecture())));
  }

  @Test
  void whatIsKnownWithoutAsking() {
    assertThat(ImageSize.known("ubuntu:24.04").orElseThrow().needed())
        .isBetween(70_000_000L, 100_000_000L);
    assertThat(ImageSize.known("nvcr.io/nvidia/pytorch:26.06-py3").orElseThrow().needed())
        .isBetween(20_000_000_000L, 30_000_000_000L);
    assertThat(ImageSize.known("team/core:1")).isEmpty();
    assertThat(ImageSize.known("No Image")).isEmpty();
  }
}
