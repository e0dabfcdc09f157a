package org.megatronsetup.index;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.pep.PepException;
import org.megatronsetup.words.Words;

/** Reads what a release needs, with as little traffic as its place allows. */
final class MetadataReader {
  private static final Pattern METADATA = Pattern.compile("[^/]+\\.dist-info/METADATA");

  private final Places places;

  MetadataReader(Places places) {
    this.places = places;
  }

  /**
   * The metadata of one release, out of any of its files: all of them say the same.
   *
   * @param files not empty
   */
  ReleaseMetadata read(List<IndexFile> files) throws InterruptedException {
    IndexFile file =
        files.stream()
            .min(
                Comparator.comparing((IndexFile f) -> !f.hasMetadata())
                    .thenComparing(f -> f.wheel().isEmpty()))
            .orElseThrow();
    String shown = shown(file.location());
    CoreMetadata metadata = CoreMetadata.parse(text(file, shown));
    if (!metadata.isMetadata()) {
      throw unreadable(shown, Words.of("index.metadata.nameless"), null);
    }
    try {
      return metadata.toRelease(Address.isHttp(file.location()) ? file.source() : file.location());
    } catch (PepException e) {
      throw unreadable(shown, e.getMessage(), e);
    }
  }

  /** What follows a question mark in an address may be a key to the file. */
  private static String shown(String location) {
    return Address.isHttp(location) ? location.replaceFirst("\\?.*$", "") : location;
  }

  private String text(IndexFile file, String shown) throws InterruptedException {
    if (file.hasMetadata()) {
      Optional<String> beside = beside(file);
      if (beside.isPresent()) {
        return beside.get();
      }
    }
    FileBytes bytes = places.open(file.location());
    try {
      Optional<String> found;
      if (file.wheel().isPresent()) {
        found =
            new ZipEntryReader(bytes)
                .read(name -> METADATA.matcher(name).matches())
                .map(b -> new String(b, StandardCharsets.UTF_8));
      } else if (file.fileName().endsWith(".zip")) {
        found =
            new ZipEntryReader(bytes)
                .read(name -> name.matches("[^/]+/PKG-INFO"))
                .map(b -> new String(b, StandardCharsets.UTF_8));
      } else {
        found = SdistReader.pkgInfo(bytes.all());
      }
      return found.orElseThrow(() -> unreadable(shown, Words.of("index.metadata.none"), null));
    } catch (DataFormatException e) {
      throw unreadable(shown, e.getMessage(), e);
    }
  }

  /** Empty where the place promises metadata and then does not have it, as some mirrors do. */
  private Optional<String> beside(IndexFile file) throws InterruptedException {
    int query = file.location().indexOf('?');
    String location =
        query < 0 || !Address.isHttp(file.location())
            ? file.location() + ".metadata"
            : file.location().substring(0, query) + ".metadata" + file.location().substring(query);
    try {
      return Optional.of(new String(places.open(location).all(), StandardCharsets.UTF_8));
    } catch (SetupException e) {
      return Optional.empty();
    }
  }

  private static SetupException unreadable(String shown, String reason, Throwable cause) {
    return new SetupException(List.of(MetadataProblems.unreadable(shown, reason)), cause);
  }
}
