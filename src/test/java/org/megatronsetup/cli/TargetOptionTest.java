package org.megatronsetup.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.Mount;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Target;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** What is typed for a target. */
final class TargetOptionTest {
  private static final String KEY = "SHA256:" + "aB3+/".repeat(8) + "xyz";

  @Test
  void isThisComputerUnlessSaidOtherwise() {
    TargetOption option = parse();
    assertThat(option.target()).isEqualTo(new Target.Local());
    assertThat(option.identity()).isEmpty();
    assertThat(option.acceptedKeys()).isEmpty();
    assertThat(option.asksPassword()).isFalse();
    assertThat(parse("--target", "local").target()).isEqualTo(new Target.Local());
  }

  @Test
  void aMachineWithAllThatCanBeSaid() {
    TargetOption option =
        parse(
            "--target=ssh://ada@[::1]:2222",
            "--identity=key",
            "--jump=gate,eve@inner:2200",
            "--jump=ssh://[::2]:7",
            "--accept-host-key=" + KEY,
            "--accept-host-key=" + KEY + "=",
            "--ask-password");
    String key = Path.of("key").toAbsolutePath().toString();
    assertThat(option.target())
        .isEqualTo(
            new Target.Ssh(
                "::1",
                Optional.of("ada"),
                Optional.of(2222),
                Optional.of(key),
                List.of("gate", "eve@inner:2200", "[::2]:7")));
    assertThat(option.identity()).contains(Path.of(key));
    assertThat(option.acceptedKeys()).containsExactly(KEY, KEY);
    assertThat(option.asksPassword()).isTrue();
  }

  @Test
  void anAliasMayBeCalledLocal() {
    assertThat(parse("--target=ssh://local").target()).isEqualTo(ssh("local"));
  }

  @Test
  void whatIsTypedOverridesAnswers() {
    Target.Ssh base =
        new Target.Ssh(
            "node7",
            Optional.of("ada"),
            Optional.of(22),
            Optional.of("/home/me/key"),
            List.of("gate"));
    assertThat(parse().over(base)).isEqualTo(base);
    assertThat(parse("--target=node8").over(base)).isEqualTo(ssh("node8"));
    assertThat(parse("--target=local").over(base)).isEqualTo(new Target.Local());
    assertThat(parse("--identity=/k", "--jump=other").over(base))
        .isEqualTo(
            new Target.Ssh(
                "node7", Optional.of("ada"), Optional.of(22), Optional.of("/k"), List.of("other")));
  }

  @ParameterizedTest
  @CsvSource({
    "--identity,/k",
    "--jump,gate",
    "--accept-host-key," + "SHA256:0123456789012345678901234567890123456789012",
    "--ask-password,"
  })
  void anOptionOfSshWithoutSshIsWrongUsage(String name, String value) {
    TargetOption option = value == null ? parse(name) : parse(name, value);
    SetupException e = catchThrowableOfType(SetupException.class, option::target);
    assertThat(e).isNotNull();
    assertThat(e.problems()).singleElement().matches(p -> p.sentence().contains(name));
    assertThat(e.problems().getFirst().kind()).isEqualTo(Problem.Kind.ANSWERS);
  }

  @Test
  void aContainerWithNothingElseIsOneOfThisComputer() {
    assertThat(parse("--target=container").target()).isEqualTo(ContainerOptions.defaults());
    assertThat(parse("--target=ssh://container").target()).isEqualTo(ssh("container"));
  }

  @Test
  void aContainerWithAllThatCanBeSaid() {
    TargetOption option =
        parse(
            "--target=container",
            "--on=ssh://ada@node7:2222",
            "--identity=/k",
            "--jump=gate",
            "--ask-password",
            "--engine=podman",
            "--image=nvcr.io/nvidia/pytorch:26.06-py3",
            "--name=mcore",
            "--mount=/srv/data:/data:ro",
            "--mount=/srv/out:/out",
            "--mount=/srv/in:/in:rw",
            "--gpus=0,2",
            "--host-network",
            "--commit=lab/mcore:1",
            "--remove");
    assertThat(option.target())
        .isEqualTo(
            new Target.Container(
                new Target.Ssh(
                    "node7",
                    Optional.of("ada"),
                    Optional.of(2222),
                    Optional.of("/k"),
                    List.of("gate")),
                ContainerEngine.PODMAN,
                "mcore",
                Optional.of("nvcr.io/nvidia/pytorch:26.06-py3"),
                "0,2",
                List.of(
                    new Mount("/srv/data", "/data", true),
                    new Mount("/srv/out", "/out", false),
                    new Mount("/srv/in", "/in", false)),
                true,
                Optional.of("lab/mcore:1"),
                true));
    assertThat(option.asksPassword()).isTrue();
  }

  @Test
  void whatIsTypedOverridesAContainerOfAnswers() {
    Target.Container base =
        (Target.Container)
            parse("--target=container", "--on=node7", "--image=ubuntu:24.04", "--mount=/a:/b")
                .target();
    assertThat(parse().over(base)).isEqualTo(base);
    assertThat(parse("--target=container").over(base)).isEqualTo(base);
    assertThat(parse("--target=local").over(base)).isEqualTo(new Target.Local());
    assertThat(parse("--identity=/k", "--name=other").over(base))
        .isEqualTo(
            parse(
                    "--target=container",
                    "--on=node7",
                    "--identity=/k",
                    "--image=ubuntu:24.04",
                    "--mount=/a:/b",
                    "--name=other")
                .target());
    assertThat(parse("--on=local", "--mount=/c:/d").over(base))
        .isEqualTo(parse("--target=container", "--image=ubuntu:24.04", "--mount=/c:/d").target());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--on=node7",
        "--engine=podman",
        "--image=ubuntu:24.04",
        "--name=x",
        "--mount=/a:/b",
        "--gpus=none",
        "--host-network",
        "--commit=x:1",
        "--remove"
      })
  void anOptionOfContainersWithoutOneIsWrongUsage(String argument) {
    String name = argument.replaceFirst("=.*", "");
    for (String target : List.of("local", "node7")) {
      TargetOption option = parse(argument, "--target=" + target);
      assertThat(problemOf(option).sentence()).contains(name + " is for a container");
    }
  }

  @Test
  void anOptionOfSshForAContainerOfThisComputerIsWrongUsage() {
    assertThat(problemOf(parse("--target=container", "--identity=/k")))
        .matches(p -> p.sentence().contains("--identity"))
        .matches(p -> p.cause().contains("container"))
        .matches(p -> p.nextStep().contains("--on"));
  }

  private static Problem problemOf(TargetOption option) {
    SetupException e = catchThrowableOfType(SetupException.class, option::target);
    assertThat(e).isNotNull();
    return e.problems().getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--target=ssh://ada:hunter2@node7",
        "--target=ada:hunter2@node7",
        "--target=-hunter2",
        "--target=node7:hunter2",
        "--target=",
        "--jump=gate,ada:hunter2@inner",
        "--jump=gate,,inner",
        "--accept-host-key=hunter2",
        "--accept-host-key=MD5:00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff",
        "--ask-password=hunter2",
        "--on=ada:hunter2@node7",
        "--engine=lxc",
        "--mount=data:/data",
        "--mount=/srv/data:data",
        "--mount=/srv/data",
        "--mount=/srv/data:/data:rx",
        "--gpus=0,,2",
        "--gpus=some",
      })
  void nonsenseIsWrongUsageAndNotRepeated(String argument) {
    ParameterException e = catchThrowableOfType(ParameterException.class, () -> parse(argument));
    assertThat(e).as(argument).isNotNull();
    assertThat(UsageMessage.of(e))
        .contains(argument.substring(0, argument.indexOf('=')))
        .doesNotContain("hunter2");
  }

  private static Target.Ssh ssh(String host) {
    return new Target.Ssh(host, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  private static TargetOption parse(String... words) {
    Holder holder = new Holder();
    new CommandLine(holder).parseArgs(words);
    return holder.target;
  }

  /** The options alone, as a command of their own. */
  @CommandLine.Command
  private static final class Holder {
    @Mixin TargetOption target;
  }
}
