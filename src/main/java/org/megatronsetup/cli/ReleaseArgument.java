package org.megatronsetup.cli;

import java.util.Optional;
import org.megatronsetup.model.Release;
import org.megatronsetup.words.Words;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads {@code stable}, {@code stable:0.19.0}, {@code pre}, {@code pre:0.20.0rc1}, {@code
 * commit:REF}.
 */
final class ReleaseArgument implements ITypeConverter<Release> {

  @Override
  public Release convert(String text) {
    int colon = text.indexOf(':');
    String channel = colon < 0 ? text : text.substring(0, colon);
    Optional<String> detail =
        Optional.of(colon < 0 ? "" : text.substring(colon + 1)).filter(s -> !s.isEmpty());
    return switch (channel) {
      case "stable" -> new Release.Stable(detail);
      case "pre" -> new Release.PreRelease(detail);
      case "commit" ->
          new Release.Commit(
              detail.orElseThrow(
                  () -> new TypeConversionException(Words.of("cli.usage.release.commit"))));
      default -> throw new TypeConversionException(Words.of("cli.usage.release", text));
    };
  }

  static String text(Release release) {
    return switch (release) {
      case Release.Stable(var version) -> version.map(v -> "stable:" + v).orElse("stable");
      case Release.PreRelease(var version) -> version.map(v -> "pre:" + v).orElse("pre");
      case Release.Commit(var ref) -> "commit:" + ref;
    };
  }
}
