package org.megatronsetup.plan;

import java.util.Optional;
import org.megatronsetup.address.ImageName;
import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

/** Which images may stand in answers: whole names with a tag, and nothing that is an option. */
final class ImageRules {
  private ImageRules() {}

  /** An image to make a container of. */
  static Optional<Problem> check(String image, String field) {
    try {
      ImageName name = ImageName.parse(image);
      return name.tag().isEmpty() && name.digest().isEmpty()
          ? Optional.of(withoutTag(name, field))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(form(e.getMessage() + ".", field));
    }
  }

  /** A name that a result is kept under. */
  static Optional<Problem> checkKept(String image, String field) {
    try {
      ImageName name = ImageName.parse(image);
      if (name.digest().isPresent()) {
        return Optional.of(form(Words.of("plan.image-form.sentence.digest"), field));
      }
      return name.tag().isEmpty() ? Optional.of(withoutTag(name, field)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(form(e.getMessage() + ".", field));
    }
  }

  private static Problem form(String sentence, String field) {
    return Problem.answers(
        "image-form",
        field,
        sentence,
        Words.of("plan.image-form.cause"),
        Words.of("plan.image-form.next"));
  }

  /** What an engine adds by itself, “latest”, is another image every month or none at all. */
  private static Problem withoutTag(ImageName name, String field) {
    boolean ngc = name.server().equals("nvcr.io");
    String cause =
        ngc
            ? Words.of("plan.image-without-tag.cause.ngc")
            : Words.of("plan.image-without-tag.cause");
    String example =
        switch (name.repository()) {
          case "ubuntu" -> "ubuntu:24.04";
          case "nvcr.io/nvidia/pytorch" -> "nvcr.io/nvidia/pytorch:26.06-py3";
          default -> name.repository() + ":TAG";
        };
    return Problem.answers(
        "image-without-tag",
        field,
        Words.of("plan.image-without-tag.sentence"),
        cause,
        ngc
            ? Words.of("plan.image-without-tag.next.ngc", example)
            : Words.of("plan.image-without-tag.next", example));
  }
}
