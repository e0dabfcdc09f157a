package org.megatronsetup.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.megatronsetup.container.RealDocker;
import org.megatronsetup.container.TestImages;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.Mount;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Target;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.shell.Shell;

/** What the host of a container is found to be, and what is done there: a real Docker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
final class HostedContainerTest {
  private static final String IMAGE = "tiny:1";

  private Path folder;
  private RealDocker docker;

  @BeforeAll
  void start(@TempDir Path shared) throws Exception {
    folder = shared;
    docker = RealDocker.start(Files.createDirectory(folder.resolve("d")));
    TestImages.tiny(docker, folder, IMAGE);
  }

  @AfterAll
  void stop() {
    docker.close();
  }

  private Shell host() {
    return host(docker.bin() + ":" + System.getenv("PATH"));
  }

  private Shell host(String path) {
    return new LocalShell(
        "sh", Map.of("PATH", path, "HOME", folder.toString(), "XDG_STATE_HOME", folder + "/state"));
  }

  private static Target.Container target(String name, Optional<String> image, Mount... mounts) {
    return new Target.Container(
        new Target.Local(),
        ContainerEngine.DOCKER,
        name,
        image,
        Target.Container.NO_GPUS,
        List.of(mounts),
        true,
        Optional.empty(),
        false);
  }

  private HostedContainer hosted(Target.Container target) {
    return new HostedContainer(host(), target, FailureBook.load());
  }

  private static List<String> codes(Groundwork groundwork) {
    return groundwork.problems().stream().map(Problem::code).toList();
  }

  @Test
  void aContainerIsMadeOnceAndFoundAgain() throws Exception {
    Target.Container target = target("made", Optional.of(IMAGE));
    HostedContainer hosted = hosted(target);
    Groundwork before = hosted.look();
    assertThat(codes(before)).isEmpty();
    assertThat(hosted.call()).isNotEmpty().doesNotContain("-n");
    assertThat(before.laid()).isFalse();
    assertThat(before.verdicts()).extracting(Verdict::level).containsOnly(Verdict.Level.READY);
    List<RunEvent> heard = new ArrayList<>();
    hosted.lay(before, heard::add);
    assertThat(heard).isNotEmpty();
    assertThat(hosted(target).look().laid()).isTrue();

    docker.run("kill", "made");
    Groundwork stopped = hosted.look();
    assertThat(stopped.command()).contains("made");
    hosted.lay(stopped, event -> {});
    assertThat(hosted.look().laid()).isTrue();

    hosted.commit("kept:2");
    assertThat(docker.run("image", "ls", "--format", "{{.Repository}}:{{.Tag}}"))
        .contains("kept:2");
    hosted.remove();
    assertThat(docker.run("ps", "--all", "--format", "{{.Names}}")).doesNotContain("made");
  }

  @Test
  void twoClientsMakeOneContainer() throws Exception {
    Target.Container target = target("shared", Optional.of(IMAGE));
    Groundwork groundwork = hosted(target).look();
    List<CompletableFuture<String>> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  hosted(target).lay(groundwork, event -> {});
                  return "laid";
                } catch (SetupException e) {
                  return e.problems().getFirst().code();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    assertThat(both.get(0).get()).isEqualTo("laid");
    assertThat(both.get(1).get()).isEqualTo("laid");
    assertThat(hosted(target).look().laid()).isTrue();
  }

  @Test
  void whatCannotBeStartedLeavesNothingBehind() throws Exception {
    // no program is called sleep in an image of nothing
    docker.run("import", "/dev/null", "empty:1");
    HostedContainer hosted = hosted(target("failing", Optional.of("empty:1")));
    Groundwork groundwork = hosted.look();
    assertThatThrownBy(() -> hosted.lay(groundwork, event -> {}))
        .isInstanceOfSatisfying(
            SetupException.class,
            e -> {
              Problem problem = e.problems().getFirst();
              assertThat(problem.sentence()).contains("failing");
              assertThat(problem.cause()).isNotBlank();
              assertThat(problem.nextStep()).isNotBlank();
            });
    assertThat(docker.run("ps", "--all", "--format", "{{.Names}}")).doesNotContain("failing");
  }

  @Test
  void aNameThatIsTakenIsNotTouched() throws Exception {
    docker.run("run", "--detach", "--network=host", "--name=theirs", IMAGE, "sleep", "3600");
    assertThat(codes(hosted(target("theirs", Optional.of(IMAGE))).look()))
        .containsExactly("container-name-taken");
    // to use it as it is is another matter
    assertThat(hosted(target("theirs", Optional.empty())).look().laid()).isTrue();
    assertThat(codes(hosted(target("nobodys", Optional.empty())).look()))
        .containsExactly("container-absent");
  }

  @Test
  void whatIsNotThereIsNamed() throws Exception {
    Target.Container plain = target("x", Optional.of(IMAGE));
    assertThat(codes(new HostedContainer(host(tools()), plain, FailureBook.load()).look()))
        .containsExactly("engine-absent");
    assertThat(
            codes(
                hosted(target("x", Optional.of(IMAGE), new Mount("/nowhere/at/all", "/data", true)))
                    .look()))
        .containsExactly("mount-absent");
    Target.Container gpus =
        new Target.Container(
            plain.host(),
            plain.engine(),
            "x",
            plain.image(),
            Target.Container.ALL_GPUS,
            List.of(),
            true,
            Optional.empty(),
            false);
    assertThat(codes(hosted(gpus).look())).containsExactly("container-no-gpu");
  }

  /** A folder with what the scripts need, and no engine. */
  private String tools() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("tools"));
    for (String tool :
        List.of(
            "sh", "env", "timeout", "true", "mktemp", "rm", "sed", "tail", "df", "awk", "tr",
            "sort", "grep", "cat", "id", "uname")) {
      Path link = bin.resolve(tool);
      for (String from : List.of("/usr/bin/", "/bin/")) {
        if (!Files.exists(link) && Files.exists(Path.of(from + tool))) {
          Files.createSymbolicLink(link, Path.of(from + tool));
        }
      }
    }
    return bin.toString();
  }

  @Test
  void aDaemonThatIsDownIsNamed() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("down"));
    Path fake = bin.resolve("docker");
    Files.writeString(
        fake, "#!/bin/sh\nDOCKER_HOST=unix:///nowhere.sock exec /usr/bin/docker \"$@\"\n");
    assertThat(fake.toFile().setExecutable(true)).isTrue();
    Groundwork groundwork =
        new HostedContainer(
                host(bin + ":" + System.getenv("PATH")),
                target("x", Optional.of(IMAGE)),
                FailureBook.load())
            .look();
    assertThat(codes(groundwork)).containsExactly("engine-daemon-down");
    assertThat(groundwork.problems().getFirst().cause()).contains("/nowhere.sock");
  }
}
