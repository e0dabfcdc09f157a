package org.megatronsetup.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;
import org.megatronsetup.model.Mend;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.validate.ValidationRequest.Device;

/** The ladder in real environments with made-up packages, some of which misbehave. */
final class ValidatorTest {
  private static final FailureBook BOOK = FailureBook.load();
  private static final String CORE = "import-megatron-core";

  @TempDir private Path folder;
  private Path temporary;
  private FakeEnvironment environment;

  @BeforeEach
  void environment() throws Exception {
    temporary = Files.createDirectories(folder.resolve("temporary files"));
    environment =
        FakeEnvironment.create(folder.resolve("an environment"), false)
            .distribution("megatron-core", "0.19.1+551772a", "Requires-Python: >=3.8")
            .fromCommit("megatron-core", "0.19.1+551772a", "a".repeat(40))
            .module("megatron.core.__init__", "__version__ = '0.19.1'\n");
  }

  private Validator validator() {
    return new Validator(
        new LocalShell("sh", Map.of("TMPDIR", temporary.toString(), "PYTHONPATH", "")), BOOK);
  }

  private ValidationRequest request(String... only) {
    return new ValidationRequest(
        environment.python(),
        "0.19.1",
        Optional.empty(),
        List.of(only),
        Device.CPU,
        Optional.of(Duration.ofSeconds(60)));
  }

  private Map<String, Check> rows(ValidationRequest request) throws Exception {
    List<Check> heard = new ArrayList<>();
    List<Check> rows = validator().validate(request, heard::add);
    assertThat(heard).isEqualTo(rows);
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left).as("left in the temporary folder").isEmpty();
    }
    return rows.stream().collect(Collectors.toMap(Check::id, Function.identity()));
  }

  private Check row(String id) throws Exception {
    Map<String, Check> rows = rows(request(id));
    assertThat(rows).containsOnlyKeys(id);
    return rows.get(id);
  }

  private static void assertRow(Check row, Status status, String summary) {
    assertThat(row.status()).as(row.toString()).isEqualTo(status);
    assertThat(row.summary()).isEqualTo(summary);
  }

  @Test
  void everythingInOrder() throws Exception {
    List<String> events = new ArrayList<>();
    List<Check> rows =
        validator()
            .validate(
                request(),
                new ValidationListener() {
                  @Override
                  public void started(String id, String group, String title) {
                    events.add("started " + id);
                  }

                  @Override
                  public void accept(Check check) {
                    events.add("ended " + check.id());
                  }
                });
    assertThat(rows).extracting(Check::id).doesNotHaveDuplicates();
    List<String> expected =
        rows.stream()
            .flatMap(row -> Stream.of("started " + row.id(), "ended " + row.id()))
            .toList();
    assertThat(events).isEqualTo(expected);
    assertThat(rows)
        .extracting(Check::id)
        .startsWith(
            "driver",
            "interpreter",
            "megatron-core",
            "requirements",
            CORE,
            "dataset-helpers",
            "import-transformer-engine",
            "feature-te-fp8-tensor")
        .endsWith("gpu-kernel", "training-loop", "several-gpus");
    assertThat(rows)
        .filteredOn(row -> row.group().equals("Optional features"))
        .hasSize(29)
        .allSatisfy(row -> assertThat(row.status()).as(row.id()).isEqualTo(Status.SKIPPED));
    assertThat(rows)
        .filteredOn(row -> row.status() == Status.PASSED && !row.id().equals("driver"))
        .extracting(Check::id)
        .containsExactly("interpreter", "megatron-core", "requirements", CORE);
    assertThat(rows)
        .filteredOn(row -> row.status() == Status.SKIPPED)
        .allSatisfy(row -> assertThat(row.summary()).isNotBlank());
    assertThat(Validation.ok(rows)).isTrue();
  }

  @Test
  void theVersionIsThePackagesOwn() throws Exception {
    Check good = row("megatron-core");
    assertRow(
        good,
        Status.PASSED,
        "megatron-core 0.19.1+551772a from commit aaaaaaaaaaaa is installed, as asked for.");
    assertThat(good.version()).contains("0.19.1+551772a");
    assertThat(version("0.19.1+551772a", Optional.of("a".repeat(40))).status())
        .isEqualTo(Status.PASSED);
    assertThat(version("", Optional.empty()).status()).isEqualTo(Status.PASSED);
    Check tag = version("0.19.0", Optional.empty());
    assertRow(tag, Status.FAILED, "Version 0.19.1+551772a is installed, but 0.19.0 was asked for.");
    assertThat(tag.remedy()).contains("megatron-core==0.19.0");
    assertThat(version("0.19.1+other", Optional.empty()).status()).isEqualTo(Status.FAILED);
    assertRow(
        version("0.19.1", Optional.of("b".repeat(40))),
        Status.FAILED,
        "It was not installed from commit bbbbbbbbbbbb.");
    environment.without("megatron-core", "0.19.1+551772a");
    assertRow(
        version("0.19.1", Optional.empty()),
        Status.FAILED,
        "megatron-core is not installed in this environment.");
  }

  private Check version(String expected, Optional<String> commit) throws Exception {
    return rows(new ValidationRequest(
            environment.python(),
            expected,
            commit,
            List.of("megatron-core"),
            Device.AUTO,
            Optional.empty()))
        .get("megatron-core");
  }

  @Test
  void theInterpreterMustFitThePackage() throws Exception {
    assertThat(row("interpreter").status()).isEqualTo(Status.PASSED);
    environment
        .without("megatron-core", "0.19.1+551772a")
        .distribution("megatron-core", "0.30", "Requires-Python: >=3.99");
    Check row = row("interpreter");
    assertThat(row.status()).isEqualTo(Status.FAILED);
    assertThat(row.summary()).endsWith("megatron-core 0.30 needs >=3.99.");
  }

  @Test
  void brokenRequirementsOfOthersAreAWarning() throws Exception {
    environment.distribution("other", "1", "Requires-Dist: numpy<2").distribution("numpy", "2.1.0");
    Check others = row("requirements");
    assertThat(others.status()).isEqualTo(Status.WARNING);
    assertThat(others.detail())
        .isEqualTo("numpy 2.1.0 is installed, but <2 is asked for (needed by other 1)");
    environment
        .without("megatron-core", "0.19.1+551772a")
        .distribution("megatron-core", "0.19.1", "Requires-Dist: numpy<2", "Requires-Dist: torch");
    Check own = row("requirements");
    assertRow(
        own,
        Status.FAILED,
        "2 requirements do not hold; first: numpy 2.1.0 is installed, but <2 is asked for (needed"
            + " by megatron-core).");
  }

  /** A crash of any kind is a red row with its reason, and the ladder goes on. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          raise ImportError('libcudart.so.12: cannot open shared object file')|ImportError: libcudart.so.12: cannot open shared object file|another major version of CUDA
          import triton|ModuleNotFoundError: No module named 'triton'|imports triton without asking for it
          import ctypes; ctypes.string_at(0)|The process was ended by SIGSEGV.|compiled extension crashed
          import os, signal; os.kill(os.getpid(), signal.SIGKILL)|The process was ended by SIGKILL.|memory runs out
          import os; os._exit(0)|The process ended itself with exit status 0 before the check was over.|ends the whole interpreter
          raise SystemExit(3)|SystemExit: 3|does not know this one
          import os; os.write(1, b'\\0' * 5000000); raise ValueError('after much output')|ValueError: after much output|does not know this one
          """)
  void aPackageThatMisbehavesIsARedRow(String text, String summary, String cause) throws Exception {
    environment.module("megatron.core.__init__", text + "\n");
    Map<String, Check> rows = rows(request(CORE, "dataset-helpers", "feature-einops"));
    assertRow(rows.get(CORE), Status.FAILED, summary);
    assertThat(rows.get(CORE).cause()).contains(cause);
    assertThat(rows.get(CORE).remedy()).isNotBlank();
    assertThat(rows.get("dataset-helpers").status()).isEqualTo(Status.SKIPPED);
    assertRow(
        rows.get("feature-einops"),
        Status.SKIPPED,
        "Not looked at, because megatron.core cannot be imported.");
  }

  /** Run alone, a check says what it says among all; what it rests on has no row. */
  @Test
  void aCheckAloneIsRunWithWhatItRestsOn() throws Exception {
    environment.module("megatron.core.__init__", "import triton\n");
    assertRow(
        row("feature-einops"),
        Status.SKIPPED,
        "Not looked at, because megatron.core cannot be imported.");
    assertRow(
        row("training-loop"),
        Status.SKIPPED,
        "Not tried, because megatron.core cannot be imported.");
    assertThat(row(CORE).mend()).contains(new Mend(Mend.Kind.PACKAGES, List.of("triton")));
  }

  @Test
  void whatAPlanCouldMendIsSaidWithTheRow() throws Exception {
    Map<String, Check> rows = rows(request());
    assertThat(rows.get("feature-einops").mend())
        .contains(new Mend(Mend.Kind.PACKAGES, List.of("einops")));
    assertThat(rows.get("import-transformer-engine").mend())
        .contains(new Mend(Mend.Kind.PACKAGES, List.of("transformer-engine[pytorch]")));
    assertThat(rows.values())
        .filteredOn(row -> row.status() == Status.PASSED || row.id().equals("driver"))
        .allSatisfy(row -> assertThat(row.mend()).as(row.id()).isEmpty());
    assertThat(rows.get("feature-apex").mend()).as("apex is something else there").isEmpty();
    assertThat(version("0.19.0", Optional.empty()).mend())
        .contains(new Mend(Mend.Kind.INSTALL, List.of()));
    environment
        .without("megatron-core", "0.19.1+551772a")
        .distribution("megatron-core", "0.30", "Requires-Python: >=3.99");
    assertThat(row("interpreter").mend()).contains(new Mend(Mend.Kind.ENVIRONMENT, List.of()));
  }

  @Test
  void aHangIsARedRowThatShowsWhere() throws Exception {
    environment.module(
        "megatron.core.__init__",
        "import time\ndef wait_for_ever():\n  time.sleep(9999)\nwait_for_ever()\n");
    ValidationRequest hasty =
        new ValidationRequest(
            environment.python(),
            "",
            Optional.empty(),
            List.of(CORE, "feature-megatron-fsdp"),
            Device.CPU,
            Optional.of(Duration.ofMillis(2500)));
    Check row = rows(hasty).get(CORE);
    assertRow(
        row, Status.FAILED, "There was no answer within 2.5 seconds, so the process was ended.");
    assertThat(row.detail()).contains("wait_for_ever");
  }

  @Test
  void anotherCopyOfMegatronIsNoticed() throws Exception {
    environment.module("megatron.core.__init__", "__version__ = '0.12.0'\n");
    Check row = row(CORE);
    assertRow(
        row,
        Status.WARNING,
        "The code that is imported calls itself 0.12.0, the package 0.19.1+551772a.");
    assertThat(row.detail()).contains("megatron/core/__init__.py");
  }

  @Test
  void missingDatasetHelpersAreRed() throws Exception {
    assertThat(row("dataset-helpers").status()).isEqualTo(Status.SKIPPED);
    environment.module("megatron.core.datasets.helpers", "");
    Check row = row("dataset-helpers");
    assertRow(
        row,
        Status.FAILED,
        "ModuleNotFoundError: No module named 'megatron.core.datasets.helpers_cpp'");
    assertThat(row.cause()).contains("compiler");
    environment.module("megatron.core.datasets.helpers_cpp", "");
    assertThat(row("dataset-helpers").status()).isEqualTo(Status.PASSED);
  }

  @Test
  void transformerEngineIsSkippedAbsentAndRedBroken() throws Exception {
    String id = "import-transformer-engine";
    assertThat(row(id).status()).isEqualTo(Status.SKIPPED);
    environment
        .distribution("transformer-engine", "2.9.0")
        .module(
            "transformer_engine.__init__",
            "raise RuntimeError('Found empty `transformer-engine` meta package installed.')\n");
    Check broken = row(id);
    assertThat(broken.status()).isEqualTo(Status.FAILED);
    assertThat(broken.cause()).contains("empty shell");
    environment
        .module("transformer_engine.__init__", "__version__ = '2.9.0'\n")
        .module("transformer_engine.pytorch", "");
    assertRow(row(id), Status.PASSED, "Transformer Engine 2.9.0 can be imported.");
  }

  @Test
  void featuresArePresentAbsentOrBroken() throws Exception {
    environment
        .distribution("einops", "0.8.1")
        .module("einops", "")
        .module("megatron.core.parallel_state", "HAVE_EINOPS = True\n")
        .distribution("mamba-ssm", "2.2.4")
        .module("mamba_ssm", "import selective_scan_cuda\n")
        .distribution("flash-attn", "2.7.0")
        .module("flash_attn", "import ctypes; ctypes.string_at(0)\n")
        .distribution("emerging-optimizers", "999.9.9")
        .distribution("transformers", "5.0")
        .module("transformers", "")
        .module(
            "megatron.core.tokenizers.text.libraries.huggingface_tokenizer",
            "HAVE_TRANSFORMERS = False\n")
        .distribution("cupy-cuda13x", "14.2.0")
        .module("cupy", "")
        .module("sentencepiece", "");
    Map<String, Check> rows = rows(request());
    assertRow(rows.get("feature-einops"), Status.PASSED, "Present, version 0.8.1.");
    assertRow(rows.get("feature-sentencepiece"), Status.PASSED, "Present.");
    Check mamba = rows.get("feature-mamba-ssm");
    assertRow(mamba, Status.WARNING, "ModuleNotFoundError: No module named 'selective_scan_cuda'");
    assertThat(mamba.remedy()).contains("mamba-ssm");
    Check flash = rows.get("feature-flash-attn-2");
    assertRow(flash, Status.WARNING, "The process was ended by SIGSEGV.");
    assertThat(rows.get("feature-emerging-optimizers").status()).isEqualTo(Status.WARNING);
    assertThat(rows.get("feature-emerging-optimizers").summary())
        .isEqualTo(
            "emerging_optimizers 999.9.9 is installed, but has no module emerging_optimizers.");
    assertThat(rows.get("feature-transformers").summary())
        .isEqualTo("It is installed, but this release of Megatron Core does not use it.");
    assertThat(rows.get("feature-nvshmem").status()).isEqualTo(Status.SKIPPED);
    assertThat(rows.get("feature-msc").status()).isEqualTo(Status.SKIPPED);
    assertThat(Validation.ok(List.copyOf(rows.values()))).isTrue();
  }

  @Test
  void withoutTorchItDependsOnWhoNeedsIt() throws Exception {
    assertRow(
        row("training-loop"),
        Status.SKIPPED,
        "torch is not installed, and no package here says that it needs it.");
    environment.distribution("needs-it", "1", "Requires-Dist: torch>=2.6");
    Check row = row("training-loop");
    assertRow(row, Status.FAILED, "torch is not installed, but needs-it needs it.");
    assertThat(row.remedy()).endsWith("-m pip install torch");
  }

  /** The import goes on only when its start was heard here: nothing is kept back. */
  @Test
  void rowsComeTheMomentTheyEnd() throws Exception {
    Path gate = folder.resolve("gate");
    environment.module(
        "megatron.core.__init__",
        "import os, time\nwhile not os.path.exists(" + quoted(gate) + "):\n  time.sleep(0.01)\n");
    List<String> before = new ArrayList<>();
    List<Check> rows =
        validator()
            .validate(
                request("requirements", CORE),
                new ValidationListener() {
                  @Override
                  public void started(String id, String group, String title) {
                    if (id.equals(CORE)) {
                      create(gate);
                    }
                  }

                  @Override
                  public void accept(Check check) {
                    before.add(check.id() + (Files.exists(gate) ? " after" : " before"));
                  }
                });
    assertThat(before).containsExactly("requirements before", CORE + " after");
    assertThat(rows).extracting(Check::status).containsOnly(Status.PASSED);
  }

  private static void create(Path file) {
    try {
      Files.createFile(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String quoted(Path path) {
    return "'" + path + "'";
  }

  @Test
  void aValidationCanBeRepeatedInPart() throws Exception {
    assertThat(rows(request("requirements", "interpreter")))
        .containsOnlyKeys("interpreter", "requirements");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /nowhere/bin/python|The checks could not be started with /nowhere/bin/python (exit status 127)
          /bin/false|The checks could not be started with /bin/false (exit status 1)
          """)
  void anInterpreterThatIsNoneIsARedRow(String python, String summary) throws Exception {
    List<Check> rows =
        validator().validate(ValidationRequest.of(python, "0.19.1"), new ArrayList<>()::add);
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().id()).isEqualTo("interpreter");
    assertThat(rows.getFirst().status()).isEqualTo(Status.FAILED);
    assertThat(rows.getFirst().summary()).startsWith(summary);
    assertThat(Validation.ok(rows)).isFalse();
  }

  @Test
  void aLadderThatDiesIsARedRowWithItsLastWords() throws Exception {
    Path impostor = folder.resolve("python");
    Files.writeString(
        impostor,
        """
        #!/bin/sh
        echo 'welcome, whoever you are'
        echo '{"started": "requirements", "group": "Packages", "title": "Broken requirements"}'
        echo 'out of cheese' >&2
        exit 9
        """);
    assertThat(impostor.toFile().setExecutable(true)).isTrue();
    List<Check> rows =
        validator().validate(ValidationRequest.of(impostor.toString(), ""), new ArrayList<>()::add);
    assertThat(rows).hasSize(1);
    Check row = rows.getFirst();
    assertThat(row.id()).isEqualTo("requirements");
    assertThat(row.status()).isEqualTo(Status.FAILED);
    assertThat(row.summary())
        .isEqualTo("The checks ended before they were finished (exit status 9): out of cheese");
    assertThat(row.detail()).contains("welcome, whoever you are", "out of cheese");
  }

  @Test
  void anUnknownCheckIsSaid() {
    assertThatThrownBy(() -> rows(request("nonsense", "driver")))
        .isInstanceOf(SetupException.class)
        .hasMessage("There is no such check: nonsense.");
  }

  @Test
  void whatTheLadderMakesOfRareAnswers() throws Exception {
    FakeEnvironment.Outcome tests =
        FakeEnvironment.run(
            List.of(
                environment.python(),
                "-B",
                "src/test/resources/validate/test_ladder.py",
                "src/main/resources/target"));
    assertThat(tests.text()).containsPattern("Ran \\d\\d tests").endsWith("OK\n");
    assertThat(tests.status()).isZero();
  }

  @Test
  void theArchiveHoldsEveryFileOfTheLadder() throws Exception {
    Path target = Path.of("src/main/resources/target");
    try (Stream<Path> files = Files.walk(target.resolve("validate"))) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> target.relativize(file).toString())
                  .filter(file -> !file.contains("__pycache__"))
                  .filter(file -> !file.endsWith(".sh") && !file.endsWith("packages.py")))
          .containsExactlyInAnyOrderElementsOf(
              CheckArchive.FILES.stream().filter(f -> f.startsWith("validate/")).toList());
    }
  }
}
