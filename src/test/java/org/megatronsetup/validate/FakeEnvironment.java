package org.megatronsetup.validate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real virtual environment whose packages are written by hand: a folder and its metadata. */
final class FakeEnvironment {
  private final Path root;
  private final Path site;

  private FakeEnvironment(Path root, Path site) {
    this.root = root;
    this.site = site;
  }

  /**
   * Makes an environment.
   *
   * @param pip whether it gets a pip of its own, which takes seconds
   */
  static FakeEnvironment create(Path root, boolean pip) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", "-m", "venv"));
    if (!pip) {
      command.add("--without-pip");
    }
    command.add(root.toString());
    Outcome made = run(command);
    if (made.status() != 0) {
      throw new AssertionError(made.text());
    }
    Outcome where =
        run(
            List.of(
                root + "/bin/python",
                "-c",
                "import sysconfig; print(sysconfig.get_path('purelib'))"));
    return new FakeEnvironment(root, Path.of(where.text().strip()));
  }

  String python() {
    return root + "/bin/python";
  }

  Path site() {
    return site;
  }

  /** Writes the metadata of a distribution: further lines such as {@code Requires-Dist: numpy}. */
  FakeEnvironment distribution(String name, String version, String... lines) throws IOException {
    Path info =
        Files.createDirectories(
            site.resolve(name.replace('-', '_') + "-" + version + ".dist-info"));
    List<String> metadata =
        new ArrayList<>(List.of("Metadata-Version: 2.1", "Name: " + name, "Version: " + version));
    metadata.addAll(List.of(lines));
    Files.write(info.resolve("METADATA"), metadata);
    Files.writeString(info.resolve("INSTALLER"), "hand\n");
    Files.writeString(info.resolve("RECORD"), "");
    return this;
  }

  /** Says where a distribution came from, as pip does after {@code git+https://…@hash}. */
  FakeEnvironment fromCommit(String name, String version, String hash) throws IOException {
    Files.writeString(
        site.resolve(name.replace('-', '_') + "-" + version + ".dist-info/direct_url.json"),
        """
        {"url": "file:///repo", "vcs_info": {"vcs": "git", "commit_id": "%s"}}
        """
            .formatted(hash));
    return this;
  }

  /** Writes a module; a dot in its name makes packages of what comes before. */
  FakeEnvironment module(String name, String text) throws IOException {
    Path file = site.resolve(name.replace('.', '/') + ".py");
    Files.createDirectories(file.getParent());
    for (Path folder = file.getParent(); !folder.equals(site); folder = folder.getParent()) {
      Path init = folder.resolve("__init__.py");
      if (!Files.exists(init)) {
        Files.writeString(init, "");
      }
    }
    Files.writeString(file, text);
    return this;
  }

  /** Takes a distribution out again. */
  FakeEnvironment without(String name, String version) throws IOException {
    Path info = site.resolve(name.replace('-', '_') + "-" + version + ".dist-info");
    for (String file : List.of("METADATA", "INSTALLER", "RECORD", "direct_url.json")) {
      Files.deleteIfExists(info.resolve(file));
    }
    Files.deleteIfExists(info);
    return this;
  }

  static Outcome run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    cleanEnvironment(builder.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), text);
  }

  private static void cleanEnvironment(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("PYTHON") || name.startsWith("PIP_"));
  }

  record Outcome(int status, String text) {}
}
