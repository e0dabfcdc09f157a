package org.megatronsetup.container;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.address.ImageName;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.model.Problem;

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
    String sentence =
        switch (found.id()) {
          case "image-name-invalid", "image-short-name" ->
              "“" + image + "” is not the name of an image for " + name(engine) + ".";
          case "image-not-found" -> "There is no image " + image + ".";
          case "image-access-denied" ->
              server(image) + " does not give out the image " + image + ".";
          case "registry-rate-limit" -> server(image) + " allows no more downloads for a while.";
          case "registry-certificate" -> "The certificate of " + server(image) + " is not trusted.";
          case "registry-plain-http" -> server(image) + " does not encrypt.";
          case "registry-name-unknown", "registry-unreachable" ->
              server(image) + " cannot be reached.";
          case "registry-server-error" -> server(image) + " has trouble.";
          case "image-no-space", "no-space-left-pip" ->
              "There is no room for the image " + image + ".";
          case "docker-no-matching-arch" ->
              "The image " + image + " does not exist for this kind of processor.";
          case "docker-daemon-down", "docker-daemon-gone" ->
              name(engine) + " went away while the image was fetched.";
          case "docker-socket-permission" -> "This user may not use " + name(engine) + ".";
          default -> "The image " + image + " could not be fetched.";
        };
    String next =
        switch (found.id()) {
          case "image-access-denied" -> login(image, engine.program());
          case "registry-rate-limit" ->
              login(image, engine.program()) + " Or wait some hours and start again.";
          default -> found.remedies().getFirst().replace("REGISTRY", server(image));
        };
    return problem(Problem.Kind.STEP, found.id(), sentence, found.cause(), next);
  }

  static Problem notFound(String image) {
    return preflight(
        "image-not-found",
        "There is no image " + image + ".",
        "The registry " + server(image) + " knows no such name with that tag.",
        isOfNgc(image)
            ? "Choose a tag from https://catalog.ngc.nvidia.com; “latest” is none of them."
            : "Check the spelling of name and tag.");
  }

  static Problem refused(String image, String engine) {
    return preflight(
        "image-access-denied",
        server(image) + " does not give out the image " + image + ".",
        "It is not public and nobody is signed in there, or there is no such image: registries say"
            + " the same of both.",
        login(image, engine));
  }

  static Problem limited(String image, String engine) {
    return preflight(
        "registry-rate-limit",
        server(image) + " allows no more downloads for a while.",
        "It counts what this address has fetched in the last hours.",
        login(image, engine) + " Or wait some hours and check again.");
  }

  static Problem unreachable(String image, String said) {
    return preflight(
        "registry-unreachable",
        server(image) + " cannot be reached.",
        said.isEmpty() ? "It did not answer in time." : said,
        "Check the name of the registry and the network of the machine with the engine; behind a"
            + " firewall the engine needs its proxy in its own settings.");
  }

  static Problem otherArchitecture(String image, List<String> architectures) {
    return preflight(
        "image-architecture",
        "The image " + image + " does not exist for this kind of processor.",
        architectures.isEmpty()
            ? "It is offered for other systems only."
            : "It is offered for " + String.join(", ", architectures) + ".",
        "Choose an image or a tag that has a variant for this machine.");
  }

  /** Typed by the person: a password never passes through here. */
  private static String login(String image, String engine) {
    return "Sign in with “"
        // a person can be asked for a password there
        + engine.replaceFirst("^sudo -n ", "sudo ")
        + " login "
        + server(image)
        + "” in a terminal on the machine with the engine, and start again."
        + (isOfNgc(image)
            ? " The user name is $oauthtoken, the password an API key from"
                + " https://org.ngc.nvidia.com/setup."
            : "");
  }

  private static boolean isOfNgc(String image) {
    return server(image).equals(NGC);
  }

  private static String server(String image) {
    try {
      return ImageName.parse(image).server();
    } catch (IllegalArgumentException e) {
      return "The registry";
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
