package org.megatronsetup.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.megatronsetup.model.Verdict.Level.ATTENTION;
import static org.megatronsetup.model.Verdict.Level.BLOCKS;
import static org.megatronsetup.model.Verdict.Level.READY;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Facts.Cuda;
import org.megatronsetup.model.Facts.Disk;
import org.megatronsetup.model.Facts.Gpu;
import org.megatronsetup.model.Facts.Sudo;
import org.megatronsetup.model.Verdict;

/** What facts mean: ready, attention or blocked, and what to do about it. */
final class PreflightTest {
  private final FactsBuilder machine = new FactsBuilder();

  private Verdict verdict(String id) {
    return Preflight.verdicts(machine.build()).stream()
        .filter(verdict -> verdict.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Whatever the test made of the machine. */
  @AfterEach
  void everyVerdictHasAValueAndARemedyUnlessReady() {
    List<Verdict> verdicts = Preflight.verdicts(machine.build());
    assertThat(verdicts).extracting(Verdict::id).doesNotHaveDuplicates();
    assertThat(verdicts)
        .allSatisfy(
            verdict -> {
              assertThat(verdict.title()).isNotBlank();
              assertThat(verdict.value()).isNotBlank();
              assertThat(verdict.remedy().isEmpty()).isEqualTo(verdict.level() == READY);
              assertThat(verdict.remedy()).doesNotContain("!");
            });
  }

  @Test
  void aMachineLikeTheGuidesIsReadyThroughout() {
    assertThat(Preflight.verdicts(machine.build())).extracting(Verdict::level).containsOnly(READY);
    assertThat(verdict("gpu").value())
        .isEqualTo("1 × NVIDIA H200, 140 GiB, compute capability 9.0");
    assertThat(verdict("driver").value()).isEqualTo("580.159.04, for CUDA up to 13.0");
    assertThat(verdict("cuda").value()).isEqualTo("CUDA 13.0, nvcc 13.0.88, cuDNN 9.14.0, CUTLASS");
    assertThat(verdict("memory").value()).isEqualTo("125 GiB, 120 GiB available; 16 cores");
    assertThat(verdict("python").value()).isEqualTo("3.12.3 (/usr/bin/python3)");
  }

  @ParameterizedTest
  @CsvSource({
    "ubuntu, x86_64, glibc 2.39, READY",
    "debian, aarch64, glibc 2.28, READY",
    "rhel, x86_64, '', READY",
    "centos, x86_64, glibc 2.17, ATTENTION",
    "alpine, x86_64, musl 1.2.4, ATTENTION",
    "ubuntu, ppc64le, glibc 2.39, ATTENTION",
    "darwin, arm64, '', BLOCKS",
    "freebsd, amd64, '', BLOCKS"
  })
  void onlyWhatIsNoLinuxBlocks(String id, String arch, String libc, Verdict.Level level) {
    machine.os = new Facts.Os(id, "1", id, "1.0", arch, libc, true);

    assertThat(verdict("system").level()).isEqualTo(level);
    assertThat(verdict("system").value()).contains(arch, "in a container");
  }

  @Test
  void anOlderPythonWantsAnOlderRelease() {
    machine.pythons =
        List.of(
            FactsBuilder.python("/usr/bin/python3.9", "3.9.2"),
            FactsBuilder.python("/usr/bin/python3", "3.11.2"),
            FactsBuilder.python("/usr/bin/python3.10", "3.10.13"),
            FactsBuilder.python("/usr/bin/python", "2.7.18"));

    assertThat(verdict("python").level()).isEqualTo(ATTENTION);
    assertThat(verdict("python").value())
        .isEqualTo(
            "3.11.2 (/usr/bin/python3), 3.10.13 (/usr/bin/python3.10), 3.9.2 (/usr/bin/python3.9)");
    assertThat(verdict("python").remedy()).contains("3.12");

    machine.pythons = List.of(FactsBuilder.python("/usr/bin/python3", "4.0.0"));
    assertThat(verdict("python").level()).isEqualTo(READY);
  }

  @Test
  void noPythonBlocksWhereNoneCanBeHad() {
    machine.pythons = List.of();
    assertThat(verdict("python").level()).isEqualTo(ATTENTION);

    machine.sudo = Sudo.ABSENT;
    assertThat(verdict("python").level()).isEqualTo(BLOCKS);
    assertThat(verdict("python").value()).isEqualTo("none");

    machine.uv = Optional.of("/usr/bin/uv");
    assertThat(verdict("python").level()).isEqualTo(ATTENTION);

    machine.uv = Optional.empty();
    machine.pythons = List.of(FactsBuilder.python("/usr/bin/python", "2.7.18"));
    assertThat(verdict("python").level()).isEqualTo(BLOCKS);
    assertThat(verdict("python").value()).contains("2.7.18").contains("too old");
  }

  @Test
  void aPythonWithoutEnsurepipMakesNoEnvironment() {
    machine.pythons = List.of(FactsBuilder.bare("3.12.3", true, true));
    assertThat(verdict("environment").level()).isEqualTo(ATTENTION);
    assertThat(verdict("environment").remedy()).contains("python3.12-venv");

    machine.sudo = Sudo.ABSENT;
    assertThat(verdict("environment").level()).isEqualTo(BLOCKS);

    machine.pythons = List.of(FactsBuilder.bare("3.12.3", false, true));
    assertThat(verdict("environment").level()).isEqualTo(ATTENTION);
    assertThat(verdict("environment").value()).contains("as it is");

    machine.uv = Optional.of("/usr/bin/uv");
    assertThat(verdict("environment").level()).isEqualTo(READY);
  }

  @Test
  void aMachineWithoutGpuIsNotBlocked() {
    machine.gpus = List.of();
    machine.driverVersion = Optional.empty();
    machine.driverCuda = Optional.empty();

    assertThat(verdict("gpu").level()).isEqualTo(ATTENTION);
    assertThat(verdict("gpu").remedy()).contains("CPU").contains("driver");
    assertThat(verdict("driver").level()).isEqualTo(ATTENTION);

    machine.driverVersion = Optional.of("580.95.05");
    assertThat(verdict("gpu").value()).contains("a driver is loaded");
    assertThat(verdict("driver").level()).isEqualTo(READY);
  }

  @Test
  void oldGpusAndDriversWantAttention() {
    machine.gpus =
        List.of(
            new Gpu(0, "Tesla V100", "GPU-0", 16L << 30, "7.0"),
            new Gpu(1, "Tesla V100", "GPU-1", 16L << 30, "7.0"));
    machine.driverVersion = Optional.of("535.183.01");
    machine.driverCuda = Optional.of("12.2");

    assertThat(verdict("gpu").level()).isEqualTo(ATTENTION);
    assertThat(verdict("gpu").value()).startsWith("2 × Tesla V100, 16 GiB");
    assertThat(verdict("driver").level()).isEqualTo(ATTENTION);
    assertThat(verdict("driver").remedy()).contains("580").contains("CUDA 12");
    assertThat(verdict("cuda").level()).as("toolkit newer than the driver").isEqualTo(ATTENTION);

    machine.gpus = List.of(new Gpu(0, "NVIDIA T4", "GPU-0", 0, "7.5"));
    assertThat(verdict("gpu").level()).isEqualTo(READY);
    machine.gpus = List.of(new Gpu(0, "NVIDIA GB10", "GPU-0", 0, ""));
    assertThat(verdict("gpu").value()).isEqualTo("1 × NVIDIA GB10");
  }

  @Test
  void whatCompilingNeedsNeverBlocks() {
    machine.cuda = new Cuda(Optional.empty(), Optional.empty(), Optional.empty(), false);
    machine.cxx = Optional.empty();
    machine.git = Optional.empty();
    machine.pythons = List.of(FactsBuilder.bare("3.12.3", true, false));

    for (String id : List.of("cuda", "compiler", "git", "headers")) {
      assertThat(verdict(id).level()).as(id).isEqualTo(ATTENTION);
      assertThat(verdict(id).value()).as(id).isEqualTo("none");
    }

    machine.cuda = new Cuda(Optional.of("13.0"), Optional.of("13.0.88"), Optional.empty(), false);
    assertThat(verdict("cuda").value()).isEqualTo("CUDA 13.0, nvcc 13.0.88, no cuDNN");
    assertThat(verdict("cuda").level()).isEqualTo(ATTENTION);
  }

  @Test
  void fullDisksBlockOnlyWhereNothingElseIsChosen() {
    machine.freeAtHome = 10L << 30;
    assertThat(verdict("disk").level()).isEqualTo(ATTENTION);

    machine.freeAtHome = 100L << 20;
    assertThat(verdict("disk").level()).isEqualTo(BLOCKS);
    assertThat(verdict("disk").value()).contains("100 MiB free for /home/kim;");

    machine.chosen = Optional.of(new Disk("/data/env", 500L << 30, 1_000_000));
    assertThat(verdict("disk").level()).isEqualTo(ATTENTION);

    machine.freeForRecords = 1L << 20;
    assertThat(verdict("disk").level()).isEqualTo(BLOCKS);
    assertThat(verdict("disk").remedy()).contains("/state/megatron-setup");
  }

  @Test
  void fewFilesLeftOrLittleTemporarySpaceIsTold() {
    machine.freeForTemporary = 1L << 30;
    assertThat(verdict("disk").level()).isEqualTo(ATTENTION);

    machine.freeForTemporary = 500L << 30;
    machine.inodesAtHome = 20_000;
    assertThat(verdict("disk").level()).isEqualTo(ATTENTION);

    machine.inodesAtHome = 10;
    assertThat(verdict("disk").level()).isEqualTo(BLOCKS);
  }

  @Test
  void littleMemoryIsTold() {
    machine.hardware = new Facts.Hardware(1, 8L << 30, (5L << 30) + (1L << 29));

    assertThat(verdict("memory").level()).isEqualTo(ATTENTION);
    assertThat(verdict("memory").value()).isEqualTo("8.0 GiB, 5.5 GiB available; 1 core");
  }

  @ParameterizedTest
  @CsvSource({
    "ALREADY_ROOT, READY",
    "WITHOUT_PASSWORD, READY",
    "WITH_PASSWORD, READY",
    "ABSENT, ATTENTION"
  })
  void rootIsNeverNeeded(Sudo sudo, Verdict.Level level) {
    machine.sudo = sudo;
    assertThat(verdict("root").level()).isEqualTo(level);
  }

  @Test
  void dangersOfALongRunAreNamed() {
    machine.flock = Optional.empty();
    machine.hazards = new Facts.Hazards(true, true, "/usr/bin/fish");

    assertThat(verdict("runner").value()).isEqualTo("no flock");
    assertThat(verdict("logout").remedy()).contains("loginctl enable-linger kim");
    assertThat(verdict("tmp").remedy()).contains("TMPDIR");
    assertThat(verdict("login-shell").value()).isEqualTo("/usr/bin/fish");
  }

  @Test
  void theIndexInForceIsShown() {
    assertThat(verdict("index").value()).isEqualTo("pip's own default");

    machine.pip =
        new Facts.PipConfig(
            Optional.of("https://a/simple"),
            List.of("https://b/simple"),
            List.of("/wheels"),
            false,
            Optional.empty(),
            Optional.empty());
    assertThat(verdict("index").value())
        .isEqualTo("https://a/simple, also https://b/simple, /wheels");

    machine.pip =
        new Facts.PipConfig(
            Optional.of("https://a/simple"),
            List.of(),
            List.of("/wheels"),
            true,
            Optional.empty(),
            Optional.empty());
    assertThat(verdict("index").value()).isEqualTo("no index, only /wheels");
  }
}
