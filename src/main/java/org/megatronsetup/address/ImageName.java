package org.megatronsetup.address;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.megatronsetup.words.Words;

/**
 * An image as Docker and Podman name it: {@code nvcr.io/nvidia/pytorch:26.06-py3}, {@code
 * ubuntu:24.04}, {@code localhost:5000/team/core@sha256:…}. The grammar is that of the distribution
 * project, less what neither engine takes from every release on, such as IPv6 registries.
 *
 * @param registry host and port, as written; empty: the engine's own default
 * @param path of the repository in its registry, as written
 * @param digest algorithm and hash, as in {@code sha256:…}
 */
public record ImageName(
    Optional<String> registry, String path, Optional<String> tag, Optional<String> digest) {
  private static final int LONGEST = 255;
  private static final String DOCKER_HUB = "docker.io";

  private static final Pattern REGISTRY =
      Pattern.compile(
          "[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\\.[A-Za-z0-9][A-Za-z0-9-]{0,62})*(?::[0-9]{1,5})?");
  private static final Pattern COMPONENT = Pattern.compile("[a-z0-9]+(?:(?:\\.|__?|-+)[a-z0-9]+)*");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /**
   * Reads the name of an image.
   *
   * @throws IllegalArgumentException with a sentence, without its full stop, that repeats nothing
   *     of the text: somebody may have typed a password into it
   */
  public static ImageName parse(String text) {
    refuseUnless(!text.isEmpty(), () -> Words.of("address.image.missing"));
    refuseUnless(!text.startsWith("-"), () -> Words.of("address.image.hyphen"));
    refuseUnless(!text.contains("://"), () -> Words.of("address.image.scheme"));
    refuseUnless(
        text.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c)),
        () -> Words.of("address.image.blanks"));
    int at = text.indexOf('@');
    Optional<String> digest = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
    digest.ifPresent(
        d -> refuseUnless(DIGEST.matcher(d).matches(), () -> Words.of("address.image.digest")));
    String name = at < 0 ? text : text.substring(0, at);
    int colon = name.indexOf(':', name.lastIndexOf('/') + 1);
    Optional<String> tag = colon < 0 ? Optional.empty() : Optional.of(name.substring(colon + 1));
    tag.ifPresent(t -> refuseUnless(TAG.matcher(t).matches(), () -> Words.of("address.image.tag")));
    return place(colon < 0 ? name : name.substring(0, colon), tag, digest);
  }

  private static ImageName place(String name, Optional<String> tag, Optional<String> digest) {
    refuseUnless(name.length() <= LONGEST, () -> Words.of("address.image.long", LONGEST));
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean registry =
        first.contains(".") || first.contains(":") || first.equalsIgnoreCase("localhost");
    String path = registry ? name.substring(slash + 1) : name;
    refuseUnless(!registry || isRegistry(first), () -> Words.of("address.image.registry"));
    refuseUnless(path.equals(path.toLowerCase(Locale.ROOT)), () -> Words.of("address.image.case"));
    for (String component : path.split("/", -1)) {
      refuseUnless(COMPONENT.matcher(component).matches(), () -> Words.of("address.image.path"));
    }
    refuseUnless(!HASH.matcher(path).matches(), () -> Words.of("address.image.hash"));
    return new ImageName(registry ? Optional.of(first) : Optional.empty(), path, tag, digest);
  }

  private static boolean isRegistry(String text) {
    if (!REGISTRY.matcher(text).matches()) {
      return false;
    }
    int colon = text.indexOf(':');
    int port = colon < 0 ? 1 : Integer.parseInt(text.substring(colon + 1));
    return port >= 1 && port <= 65_535;
  }

  private static void refuseUnless(boolean holds, Supplier<String> sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence.get());
    }
  }

  /** The registry that is asked; where none is named, Docker's own. */
  public String server() {
    return registry.orElse(DOCKER_HUB);
  }

  /** Registry and path, without tag and digest. */
  public String repository() {
    return registry.map(r -> r + "/").orElse("") + path;
  }

  /** The whole name, as every engine understands it in the same way. */
  public String qualified() {
    boolean official = registry.isEmpty() && !path.contains("/");
    return server()
        + "/"
        + (official ? "library/" : "")
        + path
        + tag.map(t -> ":" + t).orElse("")
        + digest.map(d -> "@" + d).orElse("");
  }
}
