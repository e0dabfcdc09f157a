package org.megatronsetup.wizard.review;

import java.util.List;
import org.megatronsetup.engine.Preparation;
import org.megatronsetup.wizard.kit.Texts;

/** The release with its extras in one line. */
final class ReleaseWords {
  private final Texts texts;

  ReleaseWords(Texts texts) {
    this.texts = texts;
  }

  String of(Preparation preparation) {
    String version = preparation.metadata().version().orElse("");
    String name =
        preparation
            .metadata()
            .commit()
            .map(hash -> texts.get("review.release.commit", version, hash.substring(0, 12)))
            .orElseGet(() -> texts.get("review.release.version", version));
    List<String> more =
        java.util.stream.Stream.concat(
                preparation.answers().extras().stream(),
                preparation.answers().requirements().stream())
            .toList();
    return more.isEmpty() ? name : texts.get("review.release.with", name, String.join(", ", more));
  }
}
