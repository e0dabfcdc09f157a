import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A package index on loopback with one release that nothing but its metadata is there of. */
final class TrainingIndex implements AutoCloseable {
  private static final String WHEEL = "/megatron_core-0.1-py3-none-any.whl";
  private static final String PAGE =
      """
      {"meta": {"api-version": "1.1"}, "name": "megatron-core", "versions": ["0.1"],
       "files": [{"filename": "megatron_core-0.1-py3-none-any.whl", "url": "%s",
                  "hashes": {}, "requires-python": ">=3.8", "core-metadata": true}]}
      """
          .formatted(WHEEL);
  private static final String METADATA =
      "Metadata-Version: 2.1\nName: megatron-core\nVersion: 0.1\nRequires-Python: >=3.8\n"
          + "Provides-Extra: dev\nRequires-Dist: einops~=0.8; extra == \"dev\"\n";

  private final HttpServer server;

  TrainingIndex() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", TrainingIndex::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/simple/";
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String text =
        path.equals("/simple/megatron-core/")
            ? PAGE
            : path.equals(WHEEL + ".metadata") ? METADATA : "";
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/vnd.pypi.simple.v1+json");
    exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
