package org.megatronsetup.container;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.address.ImageName;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

/** Why an image could not be fetched, from the words of the engine that should have done it. */
public final class PullProblems {
  private static final String FIELD = "target.image";
  private static final String NGC = "nvcr.io";

  private PullProblems() {}

  /**
   * What the engine's output says.
   *
   * @param log the end of what it printed
   * @return empty where the failure book knows nothing of it
   */
  public static Optional<Problem> of(
      FailureBook failures, String log, String image, ContainerEngine engine) {
    return failures.find(log).map(found -> problem(found, image, engine));
  }

  private static Problem problem(Diagnosis found, String image, ContainerEngine engine) {
    String next =
        switch (found.id()) {
          case "image-access-denied" -> login(image, engine.program());
          case "registry-rate-limit" ->
              Words.of("container.registry-rate-limit.pull.next", login(image, engine.program()));
          default -> found.remedies().getFirst().replace("REGISTRY", server(image));
        };
    return problem(
        Problem.Kind.STEP, found.id(), sentence(found.id(), image, engine), found.cause(), next);
  }

  private static String sentence(String code, String image, ContainerEngine engine) {
    return switch (code) {
      case "image-name-invalid", "image-short-name" ->
          Words.of("container.image-name-invalid.sentence", image, name(engine));
      case "image-not-found" -> Words.of("container.image-not-found.sentence", image);
      case "image-access-denied" ->
          Words.of("container.image-access-denied.sentence", server(image), image);
      case "registry-rate-limit" ->
          Words.of("container.registry-rate-limit.sentence", server(image));
      case "registry-certificate" ->
          Words.of("container.registry-certificate.sentence", server(image));
      case "registry-plain-http" ->
          Words.of("container.registry-plain-http.sentence", server(image));
      case "registry-name-unknown", "registry-unreachable" ->
          Words.of("container.registry-unreachable.sentence", server(image));
      case "registry-server-error" ->
          Words.of("container.registry-server-error.sentence", server(image));
      case "image-no-space", "no-space-left-pip" ->
          Words.of("container.image-no-space.sentence", image);
      case "docker-no-matching-arch" -> Words.of("container.image-architecture.sentence", image);
      case "docker-daemon-down", "docker-daemon-gone" ->
          Words.of("container.docker-daemon-gone.sentence", name(engine));
      case "docker-socket-permission" ->
          Words.of("container.docker-socket-permission.sentence", name(engine));
      default -> Words.of("container.image-not-fetched.sentence", image);
    };
  }

  static Problem notFound(String image) {
    return preflight(
        "image-not-found",
        Words.of("container.image-not-found.sentence", image),
        Words.of("container.image-not-found.cause", server(image)),
        isOfNgc(image)
            ? Words.of("container.image-not-found.ngc.next")
            : Words.of("container.image-not-found.next"));
  }

  static Problem refused(String image, String engine) {
    return preflight(
        "image-access-denied",
        Words.of("container.image-access-denied.sentence", server(image), image),
        Words.of("container.image-access-denied.cause"),
        login(image, engine));
  }

  static Problem limited(String image, String engine) {
    return preflight(
        "registry-rate-limit",
        Words.of("container.registry-rate-limit.sentence", server(image)),
        Words.of("container.registry-rate-limit.cause"),
        Words.of("container.registry-rate-limit.next", login(image, engine)));
  }

  static Problem unreachable(String image, String said) {
    return preflight(
        "registry-unreachable",
        Words.of("container.registry-unreachable.sentence", server(image)),
        said.isEmpty() ? Words.of("container.registry-unreachable.cause") : said,
        Words.of("container.registry-unreachable.next"));
  }

  static Problem otherArchitecture(String image, List<String> architectures) {
    return preflight(
        "image-architecture",
        Words.of("container.image-architecture.sentence", image),
        architectures.isEmpty()
            ? Words.of("container.image-architecture.cause")
            : Words.of(
                "container.image-architecture.others.cause", String.join(", ", architectures)),
        Words.of("container.image-architecture.next"));
  }

  /** Typed by the person: a password never passes through here. */
  private static String login(String image, String engine) {
    // a person can be asked for a password there
    String command = engine.replaceFirst("^sudo -n ", "sudo ") + " login " + server(image);
    return isOfNgc(image)
        ? Words.of("container.sign-in.ngc", command)
        : Words.of("container.sign-in", command);
  }

  private static boolean isOfNgc(String image) {
    return server(image).equals(NGC);
  }

  private static String server(String image) {
    try {
      return ImageName.parse(image).server();
    } catch (IllegalArgumentException e) {
      return Words.of("container.registry");
    }
  }

  private static String name(ContainerEngine engine) {
    return engine == ContainerEngine.DOCKER ? "Docker" : "Podman";
  }

  private static Problem preflight(String code, String sentence, String cause, String next) {
    return problem(Problem.Kind.PREFLIGHT, code, sentence, cause, next);
  }

  private static Problem problem(
      Problem.Kind kind, String code, String sentence, String cause, String next) {
    return new Problem(kind, code, sentence, cause, next, FIELD);
  }
}
