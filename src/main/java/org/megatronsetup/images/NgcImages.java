package org.megatronsetup.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.model.Json;

/**
 * The NGC PyTorch images that releases of Megatron Core were tested with, read from the releases'
 * own files and kept as a table with a date, for where those files cannot be reached.
 *
 * @param date when the table was made, such as {@code 2026-11}
 * @param images newest release first
 */
public record NgcImages(String date, List<Tested> images) {
  /** The repository of the images, without a tag. */
  public static final String REPOSITORY = "nvcr.io/nvidia/pytorch";

  private static final Pattern RELEASE = Pattern.compile("v?([0-9]+\\.[0-9]+)(?![0-9]).*");

  /**
   * @param release the first two numbers of its version, such as {@code 0.19}
   * @param image with its tag
   * @param readFrom which file of which tag said so
   */
  public record Tested(String release, String image, String readFrom) {}

  public NgcImages {
    images = List.copyOf(images);
  }

  /** The table that comes with this program. */
  public static NgcImages load() {
    try (InputStream in = NgcImages.class.getResourceAsStream("/ngc-images.json")) {
      return Json.mapper().readValue(in, NgcImages.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The image for a version such as {@code 0.19.1} or {@code 0.19.0rc2}; empty: not known. */
  public Optional<Tested> of(String version) {
    Matcher release = RELEASE.matcher(version);
    return release.matches()
        ? images.stream().filter(t -> t.release().equals(release.group(1))).findFirst()
        : Optional.empty();
  }

  /** Whether an image is one of NGC's for PyTorch, whatever its tag. */
  public static boolean isNgc(String image) {
    return image.startsWith(REPOSITORY + ":") || image.startsWith(REPOSITORY + "@");
  }
}
