package org.megatronsetup.shell.ssh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * This computer, as far as the way to another one depends on it.
 *
 * @param home the person's home folder
 * @param user the person's name
 * @param variables the environment
 * @param ssh OpenSSH's {@code ssh}, if there is one
 * @param config a configuration that is read in place of the person's own
 */
record Surroundings(
    Path home,
    String user,
    Map<String, String> variables,
    Optional<Path> ssh,
    Optional<Path> config) {

  Surroundings {
    variables = Map.copyOf(variables);
  }

  static Surroundings ofThisComputer() {
    Map<String, String> variables = System.getenv();
    return new Surroundings(
        Path.of(System.getProperty("user.home")),
        System.getProperty("user.name"),
        variables,
        onPath(variables.getOrDefault("PATH", "")),
        Optional.empty());
  }

  /** The file that the subset is read from. */
  Path configFile() {
    return config.orElse(home.resolve(".ssh/config"));
  }

  private static Optional<Path> onPath(String path) {
    return Stream.of(path.split(java.io.File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of("ssh", "ssh.exe").map(Path.of(folder)::resolve))
        .filter(file -> file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
