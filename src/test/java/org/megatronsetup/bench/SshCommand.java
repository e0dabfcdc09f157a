package org.megatronsetup.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.megatronsetup.shell.ssh.RealSshd;

/** OpenSSH's own client, signing in as this program does: with the one key, to a known host. */
final class SshCommand {
  private final RealSshd server;
  private final Path knownHosts;

  SshCommand(RealSshd server, Path folder) throws IOException, InterruptedException {
    this.server = server;
    knownHosts = folder.resolve("known");
    // the first one takes the key of the host down
    new ProcessBuilder(words("accept-new", "true"))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("first").toFile())
        .start()
        .waitFor();
  }

  List<String> options(String accept) {
    return List.of(
        "-F",
        "none",
        "-i",
        server.key().toString(),
        "-o",
        "IdentitiesOnly=yes",
        "-o",
        "StrictHostKeyChecking=" + accept,
        "-o",
        "UserKnownHostsFile=" + knownHosts);
  }

  private List<String> words(String accept, String command) {
    URI address = URI.create(server.address());
    List<String> words = new ArrayList<>(List.of("ssh"));
    words.addAll(options(accept));
    words.addAll(List.of("-p", Integer.toString(address.getPort())));
    words.addAll(List.of(address.getUserInfo() + "@" + address.getHost(), command));
    return words;
  }

  /** Runs a command there, its output unread; returns the nanoseconds it took. */
  long time(String command) throws IOException, InterruptedException {
    Path nowhere = Path.of("/dev/null");
    if (!Files.exists(knownHosts)) {
      throw new IOException("ssh does not reach " + server.address());
    }
    return Measure.command(words("yes", command), nowhere);
  }
}
