package org.megatronsetup.export;

import java.util.Optional;
import java.util.regex.Pattern;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Target;
import org.megatronsetup.words.Words;

/** The image that a Dockerfile builds on. */
public final class BaseImage {
  /** What an engine calls an image without a name. */
  private static final Pattern NUMBER = Pattern.compile("(sha256:)?[0-9a-f]{12,64}");

  private BaseImage() {}

  /**
   * The image that was asked for, or else that of the container that is there.
   *
   * @param found what the engine calls the image of the container
   * @throws SetupException where the engine knows that one by its number alone
   */
  public static String of(Target target, Optional<String> found) {
    Optional<String> asked =
        target instanceof Target.Container container ? container.image() : Optional.empty();
    return asked
        .or(() -> found.filter(name -> !name.isEmpty() && !NUMBER.matcher(name).matches()))
        .orElseThrow(
            () ->
                missing(
                    "target.image",
                    Words.of("export.dockerfile-without-image.no-name"),
                    Words.of("export.dockerfile-without-image.no-name.next")));
  }

  /** There is no image that a Dockerfile could build on. */
  public static SetupException missing(String field, String cause, String nextStep) {
    return new SetupException(
        Problem.answers(
            "dockerfile-without-image",
            field,
            Words.of("export.dockerfile-without-image.sentence"),
            cause,
            nextStep));
  }
}
