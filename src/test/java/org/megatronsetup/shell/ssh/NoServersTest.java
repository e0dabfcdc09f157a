package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Script;

/**
 * What takes a connection and is no SSH server, or a broken one. All at once, for they are slow.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class NoServersTest {
  private static final Map<String, Behaviour> SERVERS = new LinkedHashMap<>();

  static {
    SERVERS.put("silent", NoServersTest::wait);
    SERVERS.put(
        "a word now and then",
        socket -> {
          while (true) {
            say(socket, "x");
            Thread.sleep(200);
          }
        });
    SERVERS.put(
        "lines without end",
        socket -> {
          while (true) {
            say(socket, "this is no greeting\r\n");
            Thread.sleep(2);
          }
        });
    SERVERS.put("hangs up", socket -> {});
    SERVERS.put("resets", socket -> socket.setSoLinger(true, 0));
    SERVERS.put(
        "web server", socket -> say(socket, "HTTP/1.1 400 Bad Request\r\nServer: x\r\n\r\n"));
    SERVERS.put("old", socket -> say(socket, "SSH-1.5-OpenSSH_1.2\r\n"));
    SERVERS.put(
        "greets, then nothing",
        socket -> {
          say(socket, "SSH-2.0-OpenSSH_9.2\r\n");
          wait(socket);
        });
    SERVERS.put(
        "greets, then garbage",
        socket -> {
          say(socket, "SSH-2.0-OpenSSH_9.2\r\n");
          byte[] garbage = new byte[100_000];
          new Random(5).nextBytes(garbage);
          socket.getOutputStream().write(garbage);
          wait(socket);
        });
  }

  /** What a server does with a connection; then it hangs up. */
  private interface Behaviour {
    void serve(Socket socket) throws IOException, InterruptedException;
  }

  private static void say(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void wait(Socket socket) throws IOException {
    while (socket.getInputStream().read() >= 0) {
      // whatever the client says
    }
  }

  @TempDir Path folder;

  @Test
  void eachIsGivenUpAndSaidInWords() throws Exception {
    SshThreads threads = new SshThreads();
    Map<String, Throwable> failures = new LinkedHashMap<>();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Future<Throwable>> tries = new LinkedHashMap<>();
      SERVERS.forEach((name, behaviour) -> tries.put(name, all.submit(() -> failure(behaviour))));
      tries.put("silent, behind another", all.submit(this::silentBehindAnother));
      for (Map.Entry<String, Future<Throwable>> each : tries.entrySet()) {
        failures.put(each.getKey(), each.getValue().get());
      }
    }

    assertThat(failures.values()).allSatisfy(NoServersTest::isInWords);
    for (String name :
        List.of("silent", "silent, behind another", "a word now and then", "lines without end")) {
      assertThat(failures.get(name)).hasMessageContaining("did not say in time");
    }
    for (String name : List.of("hangs up", "resets", "web server")) {
      assertThat(failures.get(name)).hasMessageContaining("hung up before it said anything");
    }
    assertThat(failures.get("old")).hasMessageContaining("no SSH server of today");
    assertThat(failures.get("greets, then nothing")).hasMessageContaining("in time");
    assertThat(failures.get("greets, then garbage")).hasMessageContaining("something else");
    threads.noneLeft();
  }

  private static void isInWords(Throwable failure) {
    assertThat(failure)
        .isInstanceOf(ContactException.class)
        .hasMessageStartingWith("tester@127.0.0.1")
        .hasMessageContaining("cannot be reached: ")
        .hasMessageNotContaining("Exception");
  }

  private Throwable failure(Behaviour behaviour) throws Exception {
    return failure(behaviour, List.of());
  }

  private Throwable silentBehindAnother() throws Exception {
    try (RealSshd door = RealSshd.start(Files.createDirectory(folder.resolve("door")))) {
      return failure(NoServersTest::wait, door.route(door.port).hops());
    }
  }

  private Throwable failure(Behaviour behaviour, List<Hop> before) throws Exception {
    try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(listening, behaviour));
      List<Hop> hops = new ArrayList<>(before);
      hops.add(
          new Hop(
              "127.0.0.1",
              "127.0.0.1",
              listening.getLocalPort(),
              "tester",
              "127.0.0.1",
              List.of(),
              true,
              Optional.empty(),
              List.of()));
      Route route = new Route(hops, List.of());
      try (SshShell shell = new SshShell(route, folder.resolve("accepted"), new Silent(true))) {
        return catchThrowable(
            () -> shell.run(new Script("test.sh", "true", List.of()), Duration.ofMinutes(2)));
      }
    }
  }

  private static void serve(ServerSocket listening, Behaviour behaviour) {
    try (Socket socket = listening.accept()) {
      behaviour.serve(socket);
    } catch (IOException e) {
      // the client gave up, which is what the test is about
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
