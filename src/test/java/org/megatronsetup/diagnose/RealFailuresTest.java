package org.megatronsetup.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.model.Diagnosis;

/** Failures made on purpose with the real tools, so that the book knows their words of today. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
final class RealFailuresTest {
  private static final FailureBook BOOK = FailureBook.load();

  @TempDir private static Path folder;
  private FixedAnswer server;

  @BeforeAll
  void environment() throws Exception {
    server = new FixedAnswer();
    Path wheels = Files.createDirectories(folder.resolve("wheels"));
    wheel(wheels, "newer", "1.0", "Requires-Python: >=3.99");
    wheel(wheels, "megatron_core", "0.1.0", "Summary: old");
    wheel(wheels, "left", "1.0", "Requires-Dist: middle==1.0");
    wheel(wheels, "right", "1.0", "Requires-Dist: middle==2.0");
    wheel(wheels, "middle", "1.0", "Summary: one");
    wheel(wheels, "middle", "2.0", "Summary: two");
    Files.writeString(
        folder.resolve("hashes.txt"), "left==1.0 --hash=sha256:" + "0".repeat(64) + "\n");
    String made =
        run(
            """
            python3 -m venv venv
            git init -q repository
            git -C repository -c user.name=n -c user.email=e@e commit -q --allow-empty -m first
            """);
    assertThat(folder.resolve("venv/bin/pip")).as(made).exists();
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
  }

  private static void wheel(Path wheels, String name, String version, String line)
      throws IOException {
    String info = name + "-" + version + ".dist-info/";
    Path file = wheels.resolve(name + "-" + version + "-py3-none-any.whl");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(
          zip,
          info + "METADATA",
          "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n" + line + "\n");
      entry(zip, info + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
      entry(zip, info + "RECORD", "");
    }
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private String run(String commands) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-e", "-c", commands).redirectErrorStream(true);
    builder.directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment
        .keySet()
        .removeIf(name -> name.matches("(?i)(pip_.*|python.*|git_.*|.*_proxy|uv_.*)"));
    environment.put("HOME", folder.toString());
    environment.put("XDG_CONFIG_HOME", folder.toString());
    environment.put("PIP_CONFIG_FILE", "/dev/null");
    environment.put("PIP_RETRIES", "1");
    environment.put("SERVER", "127.0.0.1:" + server.port());
    environment.put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing-offered         |venv/bin/pip install --no-index --find-links wheels unheard-of
          no-matching-distribution|venv/bin/pip install --no-index --find-links wheels middle==3.0
          ignored-requires-python |venv/bin/pip install --no-index --find-links wheels megatron-core==0.19.1
          requires-python         |venv/bin/pip install --no-index wheels/newer-1.0-py3-none-any.whl
          requires-python         |venv/bin/pip install --no-index --find-links wheels newer
          resolution-impossible   |venv/bin/pip install --no-index --find-links wheels left right
          pip-hash-mismatch       |venv/bin/pip install --no-index --find-links wheels --no-deps -r hashes.txt
          no-such-option          |venv/bin/pip install --no-such-option x
          git-commit-not-found    |venv/bin/pip install "x @ git+file://localhost$PWD/repository@1111111111111111111111111111111111111111"
          git-pathspec-unknown    |venv/bin/pip install "git+file://$PWD/repository@nobody"
          git-repository-not-found|venv/bin/pip install "git+file://$PWD/elsewhere@main"
          git-missing             |PATH=/nowhere venv/bin/pip install "git+file://$PWD/repository@main"
          network-unreachable     |venv/bin/pip install --index-url http://127.0.0.1:1/simple x
          network-unreachable     |venv/bin/pip install --index-url https://name.invalid/simple megatron-core
          index-not-trusted       |venv/bin/pip install --index-url http://name.invalid/simple x
          index-authentication    |venv/bin/pip install --index-url http://$SERVER/401 x </dev/null
          nothing-offered/index-authentication|venv/bin/pip install --index-url http://$SERVER/403 x </dev/null
          nothing-offered/index-server-error  |venv/bin/pip install --index-url http://$SERVER/503 x
          proxy-authentication    |HTTPS_PROXY=http://$SERVER venv/bin/pip install --index-url https://name.invalid/simple x
          oom-killed              |python3 -c 'import os; os.kill(os.getpid(), 9)'; echo
          no-space-left-pip       |python3 -c 'open("/dev/full", "w", 0 or 1).write("x" * 100000)'
          uv-venv-without-pip     |python3 -m venv --without-pip bare; bare/bin/python -m pip install x
          broken-interpreter      |printf '%s\\n' '#!/nowhere/python' >moved; chmod +x moved; bash -c ./moved
          """)
  void theBookKnowsTheWordsOfTheRealTool(String ids, String commands) throws Exception {
    String log = run(commands);
    Diagnosis diagnosis = BOOK.diagnose(log, "install");
    // some tools keep quiet in one version about what they say in another
    assertThat(diagnosis.id()).as(log).isIn((Object[]) ids.split("/"));
    assertThat(log).contains(diagnosis.excerpt());
  }

  /**
   * A server on loopback that answers with the number in the path, and 407 to a proxy's request.
   */
  private static final class FixedAnswer implements AutoCloseable {
    private final ServerSocket socket;

    FixedAnswer() throws IOException {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve() {
      while (!socket.isClosed()) {
        try (Socket client = socket.accept()) {
          byte[] request = new byte[4096];
          int length = client.getInputStream().read(request);
          String line = new String(request, 0, Math.max(0, length), StandardCharsets.US_ASCII);
          String answer = line.startsWith("CONNECT") ? status("407") : status(line.split("/")[1]);
          client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
          // a client that went away; the next may stay
          assertThat(e).isNotNull();
        }
      }
    }

    private static String status(String code) {
      String reason =
          switch (code) {
            case "401" -> "Unauthorized";
            case "403" -> "Forbidden";
            case "407" -> "Proxy Authentication Required";
            default -> "Service Unavailable";
          };
      return "HTTP/1.1 "
          + code
          + " "
          + reason
          + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
