package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.plan.Wishes.wishes;

import com.sun.net.httpserver.SimpleFileServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.export.DockerfileExport;
import org.megatronsetup.export.DockerfileRules;
import org.megatronsetup.export.DockerfileText;
import org.megatronsetup.fixtures.AptKey;
import org.megatronsetup.fixtures.AptRepository;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.fixtures.Required;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Mirrors;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;

/** The steps of apt and dpkg for real, in a throw-away Ubuntu, from small repositories. */
final class AptStepsTest {
  private static final String CUDA = "ubuntu2404/x86_64";
  private static final String KEYRING = CUDA + "/cuda-keyring_1.1-1_all.deb";

  @TempDir Path folder;
  private Path ubuntu;
  private Path cuda;

  @BeforeEach
  void itCanBeDoneHere() {
    Required.root();
    Required.tools("unshare", "chroot", "dpkg-deb", "dpkg", "apt-get", "gpg", "wget");
    ubuntu = folder.resolve("mirrors/ubuntu");
    cuda = folder.resolve("mirrors/cuda");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void theWholeChapterFromFoldersOfTheMachine(String shell) throws Exception {
    ubuntuPackages(ubuntu).suite("noble");
    String sum = cudaPackages(new byte[0]);
    String said =
        carryOut(
            shell,
            "24.04",
            "noble",
            plan(new Mirrors(at(ubuntu), at(cuda), Optional.empty(), Optional.of(sum))));
    assertThat(said)
        .contains("== 1 ran", "== 2 ran", "== 3 ran", "== 4 ran")
        .contains("== 1 done", "== 2 done", "== 3 done", "== 4 done")
        .contains("installed: python3.12-venv 1.0", "installed: libcutlass-dev 1.0")
        .contains("installed: cuda-keyring 1.1-1", "installed: cuda-toolkit-12-8 1.0")
        .contains(
            "cuda-ubuntu2404-x86_64.list: deb [trusted=yes] file://" + cuda + "/" + CUDA + "/ /")
        .contains("/etc/apt/sources.list: deb http://127.0.0.1:9/ubuntu noble main")
        .doesNotContain("ubuntu.list: ", "developer.download.nvidia.com", "left: ")
        .contains("python: /usr/bin/python3");
  }

  /** As a builder would run it: each RUN in a shell of its own, after the one before. */
  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void theDockerfileDoesTheSame(String shell) throws Exception {
    ubuntuPackages(ubuntu).suite("noble");
    String sum = cudaPackages(new byte[0]);
    Plan plan = plan(new Mirrors(at(ubuntu), at(cuda), Optional.empty(), Optional.of(sum)));
    String file = DockerfileExport.render(plan, "ubuntu:24.04");
    DockerfileRules.assertClean(file, folder);
    StringBuilder all = new StringBuilder();
    for (DockerfileText.Instruction run :
        DockerfileText.runs(file)
            .subList(0, (int) plan.steps().stream().filter(Step::needsRoot).count())) {
      all.append(shell + " -c " + ShellText.quote(run.script()) + " || exit 1\n");
    }
    all.append("ls /var/lib/apt/lists\n");
    all.append("dpkg-query -W -f 'installed: ${Package} ${Version}\\n'\n");
    String said = inRoot("24.04", "noble", "sh", script("runs.sh", all.toString()));
    assertThat(said)
        .contains("installed: cuda-keyring 1.1-1", "installed: libcutlass-dev 1.0")
        .contains("installed: python3.12-venv 1.0")
        .doesNotContain("_Packages");
  }

  @Test
  void signedMirrorsOverHttp() throws Exception {
    var server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Files.createDirectories(folder.resolve("mirrors")),
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    try (AptKey key = new AptKey(folder)) {
      // the same packages in all three: built again, they would have other sums
      AptRepository packages = ubuntuPackages(ubuntu);
      for (String suite : List.of("noble", "noble-updates", "noble-security")) {
        packages.suite(suite, key);
      }
      String sum = cudaPackages(key.publicKey(), key);
      Files.write(folder.resolve("key.gpg"), key.publicKey());
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      String said =
          carryOut(
              "dash",
              "24.04",
              "noble",
              plan(
                  new Mirrors(
                      Optional.of(base + "/ubuntu/"),
                      Optional.of(base + "/cuda"),
                      Optional.empty(),
                      Optional.of(sum))));
      assertThat(said)
          .contains("== 1 ran", "== 2 ran", "== 3 ran", "== 4 ran", "== 4 done")
          .contains(
              "deb [signed-by=/usr/share/keyrings/cuda-archive-keyring.gpg] "
                  + base
                  + "/cuda/"
                  + CUDA
                  + "/ /")
          .doesNotContain("trusted=yes", "left: ");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anotherKeyringThanTheExpectedOneIsNotInstalled() throws Exception {
    ubuntuPackages(ubuntu).suite("noble");
    String sum = cudaPackages(new byte[0]);
    assertThat(sum).isNotEqualTo(AptMirrors.KEYRING_SHA256);
    String said =
        carryOut(
            "dash",
            "24.04",
            "noble",
            plan(new Mirrors(at(ubuntu), at(cuda), Optional.empty(), Optional.empty())));
    assertThat(said)
        .contains("== 3 failed")
        .contains(
            "The CUDA keyring from file://"
                + cuda
                + "/"
                + KEYRING
                + " does not have the sha256 "
                + AptMirrors.KEYRING_SHA256
                + ": not installed.")
        .doesNotContain("installed: cuda-keyring", "cuda-ubuntu2404", "left: ");
  }

  @Test
  void aMirrorWithoutThisUbuntuIsSaidToHaveNone() throws Exception {
    ubuntuPackages(ubuntu).suite("jammy");
    String said = carryOut("dash", "24.04", "noble", plan(only(ubuntu)));
    assertThat(said)
        .contains("There is no Ubuntu mirror for noble at file://" + ubuntu + ".", "== 1 failed")
        .doesNotContain("left: ");
  }

  @Test
  void deadsnakesFromAFolderWhereTheDistributionLacksPython() throws Exception {
    new AptRepository(ubuntu).packages("python3-pip").suite("jammy");
    Path deadsnakes = folder.resolve("mirrors/deadsnakes");
    AptRepository snakes = new AptRepository(deadsnakes);
    snakes.packages("python3.12-dev");
    byte[] python = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);
    snakes.add("python3.12-venv", "1.0", Map.of("/usr/bin/python3.12", python), "venv.deb");
    snakes.suite("jammy");
    Plan plan =
        new Planner(PlanTexts.load())
            .plan(
                wishes()
                    .system(true, false, new Mirrors(at(ubuntu), Optional.empty(), at(deadsnakes)))
                    .answers(),
                Machines.withPythons(
                    Machines.withOs(Machines.guide(), Machines.UBUNTU_2204), Machines.PYTHON_310),
                Wishes.core019());
    assertThat(carryOut("dash", "22.04", "jammy", plan))
        .contains("== 1 ran", "== 1 done", "installed: python3.12-dev 1.0")
        .contains("python: /usr/bin/python3.12")
        .contains("deadsnakes-mirror.list: deb [trusted=yes] file://" + deadsnakes + " jammy main");
  }

  private static AptRepository ubuntuPackages(Path at) {
    AptRepository repository = new AptRepository(at);
    repository.packages("python3.12-dev", "python3.12-venv", "python3-pip");
    repository.packages("curl", "git", "cmake", "build-essential", "ca-certificates");
    repository.add(
        "wget",
        "1.0",
        Map.of(
            "/usr/bin/wget",
            "#!/bin/sh\nexec /usr/libexec/wget-that-a-package-brings \"$@\"\n"
                .getBytes(StandardCharsets.UTF_8)),
        "pool/wget_1.0_all.deb");
    return repository;
  }

  /** Sum of the keyring's package. */
  private String cudaPackages(byte[] publicKey, AptKey... keys) {
    AptRepository repository = new AptRepository(cuda);
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("/usr/share/keyrings/cuda-archive-keyring.gpg", publicKey);
    files.put(
        "/etc/apt/sources.list.d/cuda-ubuntu2404-x86_64.list",
        ("deb [signed-by=/usr/share/keyrings/cuda-archive-keyring.gpg] "
                + AptMirrors.NVIDIA
                + "/ubuntu2404/x86_64/ /\n")
            .getBytes(StandardCharsets.UTF_8));
    String sum = repository.add("cuda-keyring", "1.1-1", files, KEYRING);
    for (String name : List.of("cuda-toolkit-12-8", "libcudnn9-cuda-12", "libcutlass-dev")) {
      repository.add(name, "1.0", Map.of(), CUDA + "/" + name + "_1.0_all.deb");
    }
    repository.flat(CUDA, keys);
    return sum;
  }

  private static Optional<String> at(Path folder) {
    return Optional.of("file://" + folder);
  }

  private static Mirrors only(Path ubuntu) {
    return new Mirrors(at(ubuntu), Optional.empty(), Optional.empty());
  }

  private static Plan plan(Mirrors mirrors) {
    Facts bare =
        Machines.withPythons(
            Machines.facts(
                Machines.UBUNTU_2404,
                List.of(),
                List.of(),
                Machines.noCuda(),
                Machines.tools(Optional.empty())));
    return new Planner(PlanTexts.load())
        .plan(wishes().system(true, true, mirrors).answers(), bare, Wishes.core019());
  }

  /** Carries out the steps for root, twice, and returns all that was said. */
  private String carryOut(String shell, String version, String codename, Plan plan)
      throws Exception {
    Path steps = Files.createDirectories(folder.resolve("steps"));
    int number = 0;
    for (Step step : plan.steps()) {
      if (step.needsRoot()) {
        Path dir = Files.createDirectories(steps.resolve(String.valueOf(++number)));
        Files.writeString(dir.resolve("commands.sh"), ShellText.render(step.commands()));
        Files.writeString(dir.resolve("done.sh"), ShellText.render(step.doneWhen()));
      }
    }
    return inRoot(version, codename, "sh", resource("steps.sh"), shell, steps.toString());
  }

  private String inRoot(String version, String codename, String... command) throws Exception {
    List<String> argv = new ArrayList<>(List.of("unshare", "-m", "sh", resource("root.sh")));
    argv.addAll(List.of(folder.toString(), version, codename));
    argv.addAll(List.of(command));
    // apt's own user reads the repositories
    Child.succeed(folder, folder, "chmod", "-R", "u=rwX,go=rX", folder.toString());
    return Child.run(folder, folder, Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"), argv)
        .output();
  }

  private String script(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String resource(String name) throws Exception {
    Path file = folder.resolve(name);
    try (var in = AptStepsTest.class.getResourceAsStream("/apt/" + name)) {
      Files.write(file, in.readAllBytes());
    }
    return file.toString();
  }
}
