package org.megatronsetup.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.Problem;

/** What is said of a pull that failed, from what the engines of today print. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PullProblemsTest {
  private static final FailureBook BOOK = FailureBook.load();

  @TempDir private static Path folder;
  private RealDocker docker;
  private RealPodman podman;
  private FixtureRegistry registry;

  @BeforeAll
  void start() throws Exception {
    docker = RealDocker.start(Files.createDirectory(folder.resolve("d")));
    podman = RealPodman.start(Files.createDirectory(folder.resolve("p")));
    registry = FixtureRegistry.start();
    podman.trust(registry.address());
  }

  @AfterAll
  void stop() {
    if (docker != null) {
      docker.close();
    }
    if (podman != null) {
      podman.close();
    }
    if (registry != null) {
      registry.close();
    }
  }

  private static Problem of(String log, String image, ContainerEngine engine) {
    Optional<Problem> problem = PullProblems.of(BOOK, log, image, engine);
    assertThat(problem).as(log).isPresent();
    assertThat(problem.get().field()).isEqualTo("target.image");
    assertThat(problem.get().nextStep()).doesNotContain("REGISTRY");
    return problem.get();
  }

  private Problem pull(ContainerEngine engine, String image) {
    RealEngine real = engine == ContainerEngine.DOCKER ? docker : podman;
    Child.Ended ended = real.tryTo("pull", image);
    assertThat(ended.exitStatus()).isNotZero();
    return of(ended.output(), image, engine);
  }

  @ParameterizedTest
  @CsvSource({
    "DOCKER, 404, MANIFEST_UNKNOWN, manifest unknown, image-not-found",
    "PODMAN, 404, MANIFEST_UNKNOWN, manifest unknown, image-not-found",
    "DOCKER, 401, UNAUTHORIZED, authentication required, image-access-denied",
    "PODMAN, 401, UNAUTHORIZED, authentication required, image-access-denied",
    "DOCKER, 403, DENIED, requested access to the resource is denied, image-access-denied",
    "PODMAN, 403, DENIED, requested access to the resource is denied, image-access-denied",
    "DOCKER, 429, TOOMANYREQUESTS, You have reached your pull rate limit, registry-rate-limit",
    "DOCKER, 503, UNAVAILABLE, later, registry-server-error"
  })
  void refusalsOfARegistry(
      ContainerEngine engine, int status, String code, String message, String problem)
      throws Exception {
    try (FixtureRegistry refusing = FixtureRegistry.start()) {
      podman.trust(refusing.address());
      refusing.refuse(status, code, message);
      assertThat(pull(engine, refusing.address() + "/a/b:1").code()).isEqualTo(problem);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DOCKER, 127.0.0.1:1/a/b:1, registry-unreachable",
    "PODMAN, 127.0.0.1:1/a/b:1, registry-unreachable",
    "DOCKER, name.invalid/a/b:1, registry-name-unknown",
    "PODMAN, name.invalid/a/b:1, registry-name-unknown",
    "DOCKER, Name/a:1, image-name-invalid",
    "PODMAN, 127.0.0.1:1/Name/a:1, image-name-invalid",
    "PODMAN, nobody-has-this-name:1, image-short-name",
  })
  void namesAndServersThatAreNone(ContainerEngine engine, String image, String problem) {
    assertThat(pull(engine, image).code()).isEqualTo(problem);
  }

  @Test
  void anotherKindOfProcessor() {
    String image = registry.putList("o/t", "1", Map.of("s390x", FixtureImage.of("s390x", 4, 1000)));
    assertThat(pull(ContainerEngine.DOCKER, image).code()).isEqualTo("docker-no-matching-arch");
    assertThat(pull(ContainerEngine.PODMAN, image).code()).isEqualTo("docker-no-matching-arch");
  }

  @Test
  void aDaemonThatIsNotThere() throws Exception {
    RealDocker other = RealDocker.start(Files.createDirectory(folder.resolve("o")));
    other.close();
    String log = other.tryTo("pull", "ubuntu:24.04").output();
    assertThat(of(log, "ubuntu:24.04", ContainerEngine.DOCKER).sentence())
        .isEqualTo("Docker went away while the image was fetched.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x509: certificate signed by unknown authority | registry-certificate | /etc/docker/certs.d/nvcr.io/ca.crt
          http: server gave HTTP response to HTTPS client | registry-plain-http | certificate
          write /var/lib/docker/tmp/GetImageBlob1: no space left on device | image-no-space | docker system df
          unauthorized: <html> <head><title>401 Authorization Required</title></head> | image-access-denied | docker login nvcr.io
          error parsing HTTP 403 response body: invalid character '<' | image-access-denied | $oauthtoken
          net/http: TLS handshake timeout | registry-unreachable | https://nvcr.io/v2/
          toomanyrequests: limit | registry-rate-limit | wait some hours
          """)
  void whatCannotBeMadeHereIsKnownByItsWords(String said, String code, String next) {
    Problem problem =
        of(
            "Error response from daemon: " + said,
            "nvcr.io/nvidia/pytorch:26.06-py3",
            ContainerEngine.DOCKER);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.nextStep()).contains(next);
    assertThat(problem.sentence()).endsWith(".").doesNotStartWith(" ");
  }

  @Test
  void whatIsNotKnownIsLeftToOthers() {
    assertThat(PullProblems.of(BOOK, "the moon is not full", "a:1", ContainerEngine.DOCKER))
        .isEmpty();
  }
}
