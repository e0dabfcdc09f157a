package org.megatronsetup.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ShellText;

/** The exported script does what the plan does, in real shells. */
final class ShellScriptExportTest {
  private static final Step.Estimate COST = new Step.Estimate(1, 1, "nothing");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void runsStepByStepEachInAShellOfItsOwn(String shell) throws Exception {
    Path out = folder.resolve("it's out");
    Plan plan = plan(out);
    Result result = run(shell, ShellScriptExport.render(plan));
    assertThat(result.status()).as(result.output()).isZero();
    assertThat(Files.readString(out)).isEqualTo("root a b\n/x y:/bin/somewhere\n<>\n");
    assertThat(result.output())
        .contains("== 1/3 Write as root", "== 3/3 See what is left", "/opt/it's/bin/python");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void stopsAtTheFirstCommandThatFails(String shell) throws Exception {
    Step failing =
        step("failing", false, List.of(exec("false"), exec("echo", "after the failure")));
    Step next = step("next", false, List.of(exec("echo", "next step")));
    Result result =
        run(
            shell,
            ShellScriptExport.render(new Plan(List.of(failing, next), "/p", "/", "", List.of())));
    assertThat(result.status()).isNotZero();
    assertThat(result.output()).doesNotContain("after the failure").doesNotContain("next step");
  }

  @Test
  void holdsTheTextOfEveryStepByteForByte() {
    Plan plan = plan(folder.resolve("out"));
    String script = ShellScriptExport.render(plan);
    for (Step step : plan.steps()) {
      String text = ShellText.render(step.commands());
      assertThat(script)
          .contains(step.needsRoot() ? text.replace("'", "'\\''") : "(\n" + text + ")\n");
    }
  }

  @Test
  void aTitleCannotLeaveItsComment() throws Exception {
    Step odd =
        new Step(
            "odd",
            "Title\nexit 9\r' $(exit 8)",
            "Why\nexit 7",
            List.of(exec("true")),
            false,
            List.of(),
            COST);
    Plan plan = new Plan(List.of(odd), "/p", "/", "", List.of("Note\nexit 6"));
    assertThat(run("dash", ShellScriptExport.render(plan)).status()).isZero();
  }

  @Test
  void passesShellcheck() throws Exception {
    Path script =
        Files.writeString(
            folder.resolve("plan.sh"), ShellScriptExport.render(plan(folder.resolve("it's out"))));
    Shellcheck.assertClean(script);
  }

  private static Plan plan(Path out) {
    Step root =
        step(
            "root",
            true,
            List.of(
                new Command.Export("WORD", "a b", false),
                new Command.Fixed("echo \"root $WORD\" >'" + quotedOnce(out) + "'\n")));
    Step user =
        step(
            "user",
            false,
            List.of(
                new Command.Export("THERE", "/bin/somewhere", false),
                new Command.Export("THERE", "/x y", true),
                new Command.Fixed("echo \"$THERE\" >>'" + quotedOnce(out) + "'\n")));
    Step last =
        step(
            "last",
            false,
            List.of(
                new Command.Fixed("echo \"<${THERE:-}${WORD:-}>\" >>'" + quotedOnce(out) + "'\n")));
    return new Plan(
        List.of(
            titled(root, "Write as root"), titled(user, "Write"), titled(last, "See what is left")),
        "/opt/it's/bin/python",
        "/opt/it's",
        "0.19.0",
        List.of(
            "A note that the person should read, long enough that it has to be broken into"
                + " lines."));
  }

  private static String quotedOnce(Path path) {
    return path.toString().replace("'", "'\\''");
  }

  private static Step titled(Step s, String title) {
    return new Step(
        s.id(), title, "Because of its reason.", s.commands(), s.needsRoot(), List.of(), COST);
  }

  private static Step step(String id, boolean root, List<Command> commands) {
    return new Step(id, id, "Because.", commands, root, List.of(), COST);
  }

  private static Command exec(String... argv) {
    return new Command.Exec(List.of(argv));
  }

  private record Result(int status, String output) {}

  /** Runs it with a stand-in for sudo that needs no rights. */
  private Result run(String shell, String text) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("plan.sh"), text);
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path sudo = Files.writeString(bin.resolve("sudo"), "#!/bin/sh\nexec \"$@\"\n");
    assertThat(sudo.toFile().setExecutable(true)).isTrue();
    Path out = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(shell, script.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("PATH", bin + ":/usr/bin:/bin");
    builder.environment().put("HOME", folder.toString());
    return new Result(builder.start().waitFor(), new String(Files.readAllBytes(out), UTF_8));
  }
}
