package org.megatronsetup.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Mirrors;
import org.megatronsetup.model.Mount;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.SystemSteps;
import org.megatronsetup.model.Target;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** The command that the wizard copies gives, through a real shell, the answers it was made from. */
final class EquivalentCommandTest {

  @ParameterizedTest
  @MethodSource("answers")
  void givesTheSameAnswers(Answers answers) throws Exception {
    List<String> words = wordsThroughShell(EquivalentCommand.of(answers));
    assertThat(words).startsWith("megatron-setup", "install");
    Holder holder = new Holder();
    new CommandLine(holder)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(words.subList(2, words.size()).toArray(String[]::new));
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            System.out,
            new PrintStream(System.err),
            Optional.empty());
    assertThat(holder.answers.answers(terminal, holder.target)).isEqualTo(answers);
  }

  static Stream<Answers> answers() {
    Sources everything =
        new Sources(
            Optional.of("https://index.example/simple"),
            List.of("https://a.example/simple", "file:///srv/more simple"),
            List.of("/srv/wheels", "/srv/my wheels"),
            List.of("/home/me/wheels", "/media/a stick"),
            true,
            Optional.of("http://proxy.example:3128"),
            Optional.of("/etc/ssl/ca.pem"),
            Optional.of("/var/cache/pip"),
            Optional.of("file:///srv/Megatron-LM.git"));
    return Stream.of(
        answers(
            new Target.Local(),
            new Release.Stable(Optional.empty()),
            new Environment.NewVenv("/home/me/a b/.venv", Optional.of("/usr/bin/python3.12")),
            Installer.PIP,
            Sources.defaults(),
            Optional.empty()),
        answers(
            new Target.Ssh(
                "::1",
                Optional.of("ada@corp"),
                Optional.of(2222),
                Optional.of("/home/me/my keys/id"),
                List.of("gate", "eve@[fe80::1%eth0]:22")),
            new Release.PreRelease(Optional.of("0.20.0rc1")),
            new Environment.Existing("/opt/conda/bin/python"),
            Installer.UV,
            everything,
            Optional.of(4)),
        answers(
            new Target.Ssh(
                "local", Optional.empty(), Optional.empty(), Optional.empty(), List.of()),
            new Release.Commit("core_v0.15.3"),
            new Environment.NewVenv("/home/me/.venv", Optional.empty()),
            Installer.AUTO,
            everything,
            Optional.of(1)),
        answers(
            new Target.Container(
                new Target.Ssh(
                    "node7",
                    Optional.of("ada"),
                    Optional.empty(),
                    Optional.of("/home/me/my keys/id"),
                    List.of("gate")),
                ContainerEngine.PODMAN,
                "mcore",
                Optional.of("nvcr.io/nvidia/pytorch:26.06-py3"),
                "0,2",
                List.of(new Mount("/srv/my data", "/data", true), new Mount("/o", "/o", false)),
                true,
                Optional.of("lab/mcore:1"),
                true),
            new Release.Stable(Optional.of("0.19.1")),
            new Environment.Existing("/usr/bin/python3"),
            Installer.PIP,
            Sources.defaults(),
            Optional.empty()),
        answers(
            ContainerOptions.defaults(),
            new Release.Stable(Optional.empty()),
            new Environment.NewVenv("/opt/megatron-core/venv", Optional.empty()),
            Installer.PIP,
            Sources.defaults(),
            Optional.empty()));
  }

  private static Answers answers(
      Target target,
      Release release,
      Environment environment,
      Installer installer,
      Sources sources,
      Optional<Integer> jobs) {
    return new Answers(
        Answers.SCHEMA_VERSION,
        target,
        release,
        List.of("dev", "te"),
        List.of("mamba-ssm~=2.2", "einops; python_version < \"3.13\""),
        environment,
        new SystemSteps(
            true,
            false,
            new Mirrors(
                Optional.of("http://mirror.example.org/ubuntu"),
                Optional.of("file:///srv/cuda"),
                Optional.of("https://mirror.example.org/deadsnakes"),
                Optional.of("0123456789abcdef".repeat(4)))),
        installer,
        sources,
        jobs);
  }

  private static List<String> wordsThroughShell(String command)
      throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", "printf '%s\\n' " + command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> words =
        new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(shell.waitFor()).isZero();
    return words;
  }

  /** The options alone, as a command of their own. */
  @CommandLine.Command
  private static final class Holder {
    @Mixin TargetOption target;

    @Mixin AnswersOptions answers;
  }
}
