package org.megatronsetup.container;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A registry on loopback that can stall in the middle of a layer, be slow, and refuse. It keeps
 * what is put into it in memory.
 */
final class FixtureRegistry implements AutoCloseable {
  private static final int PIECE = 8192;

  private final HttpServer server;
  private final PlainDoor door;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Map<String, FixtureImage.Content> manifests = new ConcurrentHashMap<>();
  private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Optional<String> stalled = Optional.empty();
  private volatile Optional<Refusal> refusal = Optional.empty();
  private volatile int bytesPerSecond;

  private record Refusal(int status, String code, String message) {}

  private FixtureRegistry() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    door = new PlainDoor(server.getAddress().getPort());
  }

  static FixtureRegistry start() {
    FixtureRegistry registry = new FixtureRegistry();
    registry.server.start();
    return registry;
  }

  /** Host and port, as in the name of an image. */
  String address() {
    return "127.0.0.1:" + door.port();
  }

  /** Keeps an image and returns its whole name. */
  String put(String path, String tag, FixtureImage image) {
    blobs.putAll(image.blobs());
    keep(path, tag, image.manifest());
    return address() + "/" + path + ":" + tag;
  }

  /** Keeps a list of images for several architectures and returns its whole name. */
  String putList(String path, String tag, Map<String, FixtureImage> images) {
    images.values().forEach(image -> put(path, image.manifest().digest(), image));
    keep(path, tag, FixtureImage.list(images));
    return address() + "/" + path + ":" + tag;
  }

  private void keep(String path, String tag, FixtureImage.Content content) {
    manifests.put(path + "/manifests/" + tag, content);
    manifests.put(path + "/manifests/" + content.digest(), content);
  }

  /** Sends half of this blob and then nothing; empty: no more. */
  void stall(Optional<String> digest) {
    stalled = digest;
  }

  /** 0: as fast as can be. */
  void slow(int perSecond) {
    bytesPerSecond = perSecond;
  }

  /** Answers every question for a manifest so. */
  void refuse(int status, String code, String message) {
    refusal = Optional.of(new Refusal(status, code, message));
  }

  /** Method and path of each request. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  /** How often a blob was asked for. */
  long asked(String digest) {
    return requests.stream().filter(r -> r.startsWith("GET ") && r.endsWith(digest)).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().replaceFirst("^/v2/?", "");
      requests.add(exchange.getRequestMethod() + " " + path);
      exchange.getResponseHeaders().set("Docker-Distribution-Api-Version", "registry/2.0");
      FixtureImage.Content manifest = manifests.get(path);
      byte[] blob = blobs.get(path.substring(path.lastIndexOf('/') + 1));
      if (path.isEmpty()) {
        answer(exchange, 200, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
      } else if (path.contains("/manifests/") && refusal.isPresent()) {
        refuse(exchange, refusal.get());
      } else if (manifest != null) {
        exchange.getResponseHeaders().set("Docker-Content-Digest", manifest.digest());
        answer(exchange, 200, manifest.type(), manifest.bytes());
      } else if (path.contains("/blobs/") && blob != null) {
        blob(exchange, path.substring(path.lastIndexOf('/') + 1), blob);
      } else {
        refuse(exchange, new Refusal(404, "MANIFEST_UNKNOWN", "manifest unknown"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void blob(HttpExchange exchange, String digest, byte[] blob)
      throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
    exchange.sendResponseHeaders(200, blob.length);
    try (OutputStream body = exchange.getResponseBody()) {
      for (int at = 0; at < blob.length; at += PIECE) {
        if (at >= blob.length / 2 && stalled.equals(Optional.of(digest))) {
          body.flush();
          closed.await();
        }
        int length = Math.min(PIECE, blob.length - at);
        body.write(blob, at, length);
        if (bytesPerSecond > 0) {
          body.flush();
          Thread.sleep(1000L * length / bytesPerSecond);
        }
      }
    }
  }

  private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
    if (refusal.status() == 401) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"registry\"");
    }
    String json =
        "{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\"}]}"
            .formatted(refusal.code(), refusal.message());
    answer(exchange, refusal.status(), "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    door.close();
    server.stop(0);
    threads.close();
  }
}
