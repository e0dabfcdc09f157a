package org.megatronsetup.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** An image of layers with nothing in them but a file of random bytes each. */
record FixtureImage(Content manifest, List<Content> layers, Map<String, byte[]> blobs) {
  private static final String TYPE = "application/vnd.docker.";
  private static final String OCI = "application/vnd.oci.image.";
  private static final int BLOCK = 512;

  /** Bytes with the name that registries give them. */
  record Content(String type, byte[] bytes, String digest) {
    static Content of(String type, byte[] bytes) {
      return new Content(TYPE + type, bytes, FixtureImage.digest(bytes));
    }

    private String described() {
      return "{\"mediaType\":\"%s\",\"size\":%d,\"digest\":\"%s\"}"
          .formatted(type, bytes.length, digest);
    }
  }

  /**
   * @param architecture as registries name it, such as {@code amd64}
   * @param seed images of other seeds have other layers
   */
  static FixtureImage of(String architecture, int seed, int... sizes) {
    Random random = new Random(seed);
    Map<String, byte[]> blobs = new LinkedHashMap<>();
    List<Content> layers = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    for (int size : sizes) {
      byte[] content = new byte[size];
      random.nextBytes(content);
      byte[] tar = tar("file-" + layers.size(), content);
      plain.add("\"" + digest(tar) + "\"");
      layers.add(Content.of("image.rootfs.diff.tar.gzip", gzip(tar)));
    }
    String text =
        """
        {"architecture":"%s","os":"linux","config":{"Cmd":["sh"]},
         "rootfs":{"type":"layers","diff_ids":[%s]}}\
        """
            .formatted(architecture, String.join(",", plain));
    Content config = Content.of("container.image.v1+json", bytes(text));
    blobs.put(config.digest(), config.bytes());
    layers.forEach(layer -> blobs.put(layer.digest(), layer.bytes()));
    String manifest =
        """
        {"schemaVersion":2,"mediaType":"%s","config":%s,"layers":[%s]}\
        """
            .formatted(
                TYPE + "distribution.manifest.v2+json",
                config.described(),
                String.join(",", layers.stream().map(Content::described).toList()));
    return new FixtureImage(
        Content.of("distribution.manifest.v2+json", bytes(manifest)), layers, blobs);
  }

  /** A manifest list. */
  static Content list(Map<String, FixtureImage> images) {
    List<String> entries = new ArrayList<>();
    images.forEach(
        (architecture, image) ->
            entries.add(
                image
                    .manifest()
                    .described()
                    .replaceFirst(
                        "}$",
                        ",\"platform\":{\"architecture\":\"%s\",\"os\":\"linux\"}}"
                            .formatted(architecture))));
    String text =
        """
        {"schemaVersion":2,"mediaType":"%s","manifests":[%s]}\
        """
            .formatted(TYPE + "distribution.manifest.list.v2+json", String.join(",", entries));
    return Content.of("distribution.manifest.list.v2+json", bytes(text));
  }

  /** How many bytes of layers a registry sends. */
  long compressed() {
    return layers.stream().mapToLong(layer -> layer.bytes().length).sum();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(byte[] bytes) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The same image in the form of OCI, which older engines do not know. */
  FixtureImage asOci() {
    String text =
        new String(manifest.bytes(), StandardCharsets.UTF_8)
            .replace(TYPE + "distribution.manifest.v2+json", OCI + "manifest.v1+json")
            .replace(TYPE + "container.image.v1+json", OCI + "config.v1+json")
            .replace(TYPE + "image.rootfs.diff.tar.gzip", OCI + "layer.v1.tar+gzip");
    byte[] bytes = bytes(text);
    return new FixtureImage(
        new Content(OCI + "manifest.v1+json", bytes, digest(bytes)), layers, blobs);
  }

  /** One file, as POSIX says. */
  private static byte[] tar(String name, byte[] content) {
    int padded = (content.length + BLOCK - 1) / BLOCK * BLOCK;
    byte[] tar = new byte[BLOCK + padded + 2 * BLOCK];
    put(tar, 0, name);
    put(tar, 100, "0000644\0000000000\0000000000\000");
    put(tar, 124, "%011o\00000000000000\000        0".formatted(content.length));
    put(tar, 257, "ustar\00000");
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += tar[i] & 0xff;
    }
    put(tar, 148, "%06o\000 ".formatted(sum));
    System.arraycopy(content, 0, tar, BLOCK, content.length);
    return tar;
  }

  private static void put(byte[] tar, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, tar, at, bytes.length);
  }
}
