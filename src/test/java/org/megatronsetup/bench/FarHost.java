package org.megatronsetup.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A network namespace on this computer that is as far away as asked; needs root and iproute2. */
final class FarHost implements AutoCloseable {
  private static final Path SCRIPT = Path.of("src/test/resources/bench/far.py").toAbsolutePath();

  /** Its address. */
  static final String ADDRESS = "10.213.7.2";

  private final String name = "far-" + ProcessHandle.current().pid();
  private final Process process;
  private final String way;

  /**
   * @param millis a round trip
   */
  FarHost(int millis) throws IOException {
    process =
        new ProcessBuilder("python3", SCRIPT.toString(), name, Integer.toString(millis))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line = process.inputReader().readLine();
    if (line == null) {
      throw new IOException("There is no network namespace without root and iproute2.");
    }
    way = line;
  }

  /** How packets are delayed. */
  String way() {
    return way;
  }

  /** Words before a command that is to run there. */
  List<String> before() {
    return List.of("ip", "netns", "exec", name);
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }
}
