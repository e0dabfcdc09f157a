package org.megatronsetup.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.megatronsetup.validate.FakeEnvironment.Outcome;

/** The tool by which a step knows that it is done, in real environments. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InstalledToolTest {
  private static final String TOOL = "src/main/resources/target/tools/installed.py";
  private static final String HASH = "309ffca6a40553362d44fd17efc56b772fa1aa44";

  /** With pip, its copy of packaging reads the requirements; without, the tool does. */
  enum Reader {
    PIP,
    OWN
  }

  @TempDir private static Path folder;
  private FakeEnvironment withPip;
  private FakeEnvironment withoutPip;

  @BeforeAll
  void environments() throws Exception {
    withPip = fill(FakeEnvironment.create(folder.resolve("with pip"), true));
    withoutPip = fill(FakeEnvironment.create(folder.resolve("without pip"), false));
  }

  private static FakeEnvironment fill(FakeEnvironment environment) throws Exception {
    return environment
        .distribution(
            "megatron-core",
            "0.19.1+551772a",
            "Requires-Dist: NumPy<2",
            "Requires-Dist: never-here; sys_platform == \"never\"",
            "Provides-Extra: te",
            "Provides-Extra: full",
            "Provides-Extra: broken",
            "Provides-Extra: Old_Spelling",
            "Requires-Dist: transformer-engine[pytorch]; extra == \"te\"",
            "Requires-Dist: megatron-core[te]; extra == \"full\"",
            "Requires-Dist: nowhere>=3; extra == \"broken\"",
            "Requires-Dist: nowhere; extra == \"Old_Spelling\"")
        .fromCommit("megatron-core", "0.19.1+551772a", HASH)
        .distribution("numpy", "1.26.4")
        .distribution(
            "transformer_engine",
            "2.9.0",
            "Provides-Extra: pytorch",
            "Requires-Dist: te-torch==2.9.0; extra == \"pytorch\"",
            "Requires-Dist: megatron-core")
        .distribution("te-torch", "2.8.0")
        .distribution("emerging.optimizers", "0.2.0rc1");
  }

  private Outcome tool(Reader reader, String... arguments) throws Exception {
    FakeEnvironment environment = reader == Reader.PIP ? withPip : withoutPip;
    List<String> command = new ArrayList<>(List.of(environment.python(), "-I", TOOL));
    command.addAll(List.of(arguments));
    return FakeEnvironment.run(command);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsThereFits(Reader reader) throws Exception {
    for (String requirement :
        List.of(
            "megatron-core",
            "Megatron_Core==0.19.1",
            "megatron-core==0.19.1+551772a",
            "megatron-core~=0.19.0",
            "emerging-optimizers>=0.1",
            "absent; python_version < \"3\"",
            "megatron-core @ git+file:///repo@" + HASH)) {
      assertThat(tool(reader, requirement)).as(requirement).isEqualTo(new Outcome(0, ""));
    }
    assertThat(tool(reader, "numpy>=1", "megatron-core")).isEqualTo(new Outcome(0, ""));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsMissingIsNamed(Reader reader) throws Exception {
    assertThat(tool(reader, "numpy", "absent>=1", "other"))
        .isEqualTo(new Outcome(1, "absent is not installed\nother is not installed\n"));
    assertThat(tool(reader, "megatron-core==0.19.0"))
        .isEqualTo(
            new Outcome(
                1, "megatron-core 0.19.1+551772a is installed, but ==0.19.0 is asked for\n"));
    assertThat(tool(reader, "megatron-core[nope]"))
        .isEqualTo(new Outcome(1, "megatron-core 0.19.1+551772a has no extra nope\n"));
  }

  @ParameterizedTest
  @EnumSource
  void extrasAreFollowedAllTheWayDown(Reader reader) throws Exception {
    String deep =
        "te-torch 2.8.0 is installed, but ==2.9.0 is asked for (needed by transformer_engine)\n";
    assertThat(tool(reader, "megatron-core[te]")).isEqualTo(new Outcome(1, deep));
    assertThat(tool(reader, "megatron-core[full]")).isEqualTo(new Outcome(1, deep));
    assertThat(tool(reader, "megatron-core[broken]"))
        .isEqualTo(new Outcome(1, "nowhere is not installed (needed by megatron-core)\n"));
    assertThat(tool(reader, "megatron-core[old-spelling]"))
        .isEqualTo(new Outcome(1, "nowhere is not installed (needed by megatron-core)\n"));
    assertThat(tool(reader, "--no-extras-check", "megatron-core[broken,nope]"))
        .isEqualTo(new Outcome(0, ""));
  }

  @ParameterizedTest
  @EnumSource
  void theCommitIsCompared(Reader reader) throws Exception {
    String other = "0".repeat(40);
    assertThat(tool(reader, "--released", "megatron-core"))
        .isEqualTo(
            new Outcome(1, "megatron-core is installed from a repository, not from a release\n"));
    assertThat(tool(reader, "--released", "numpy").status()).isEqualTo(1);
    assertThat(tool(reader, "--commit", HASH, "megatron-core")).isEqualTo(new Outcome(0, ""));
    assertThat(tool(reader, "--commit", other, "megatron-core"))
        .isEqualTo(new Outcome(1, "megatron-core is not installed from commit " + other + "\n"));
    assertThat(tool(reader, "numpy @ git+file:///repo@" + HASH))
        .isEqualTo(new Outcome(1, "numpy is not installed from commit " + HASH + "\n"));
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeReadIsWrongUsage(Reader reader) throws Exception {
    assertThat(tool(reader, "a b").status()).isEqualTo(2);
    assertThat(tool(reader, "--wat", "numpy").status()).isEqualTo(2);
  }

  /** The tool's own reading of PEP 440 and PEP 508 against packaging's, case by case. */
  @Test
  void theSmallReadingAgreesWithPackaging() throws Exception {
    assertThat(
            FakeEnvironment.run(
                List.of(
                    withPip.python(),
                    "-B",
                    "src/test/resources/validate/compare_readers.py",
                    "src/main/resources/target/tools")))
        .isEqualTo(new Outcome(0, "compared\n"));
  }
}
