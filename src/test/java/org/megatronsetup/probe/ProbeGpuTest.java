package org.megatronsetup.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Facts.Gpu;

/** GPUs, driver and CUDA, as the tools of real machines print them, well and ill. */
@Execution(ExecutionMode.CONCURRENT)
final class ProbeGpuTest {
  private static final String UUID = "GPU-00000000-0000-0000-0000-000000000000";

  private static final String[] TABLE = {
    "Tue Nov 24 02:33:13 2026       ",
    "+------------------------------------------------------------------------------------+",
    "| NVIDIA-SMI 580.159.04             Driver Version: 580.159.04     CUDA Version: 13.0     |",
    "+-----------------------------------------+------------------------+-----------------+",
    "| GPU  Name                 Persistence-M | Bus-Id          Disp.A | Volatile Uncorr. ECC |"
  };

  @TempDir Path folder;

  /** A program that prints the lines as they are. */
  private static String print(String... lines) {
    return "cat <<'END'\n" + String.join("\n", lines) + "\nEND";
  }

  private static void nvidiaSmi(FakeMachine machine, String table, String query)
      throws IOException {
    machine.tool(
        "nvidia-smi", "case \"$*\" in", "*--query-gpu=*)", query, ";;", "*)", table, ";;", "esac");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void tellsOfGpusAndDriver(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    nvidiaSmi(
        machine,
        print(TABLE),
        print(
            "0, " + UUID + ", 143771, NVIDIA H200, 9.0",
            "1, " + UUID + ", [N/A], NVIDIA \"G\\B10\", rev, 2, 12.1",
            "10, " + UUID + ", 16384, Tesla V100-SXM2, [N/A]"));

    Facts facts = machine.probe();

    assertThat(facts.gpus())
        .containsExactly(
            new Gpu(0, "NVIDIA H200", UUID, 143771L << 20, "9.0"),
            new Gpu(1, "NVIDIA \"G\\B10\", rev, 2", UUID, 0, "12.1"),
            new Gpu(10, "Tesla V100-SXM2", UUID, 16384L << 20, ""));
    assertThat(facts.driverVersion()).contains("580.159.04");
    assertThat(facts.driverCuda()).contains("13.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void asksOldDriversWithoutTheCapability(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    nvidiaSmi(
        machine,
        print("| NVIDIA-SMI 470.82.01    Driver Version: 470.82.01    CUDA Version: 11.4     |"),
        "case $1 in *compute_cap*) echo 'Field \"compute_cap\" is not a valid field to query.';"
            + " exit 2;; *) echo '0, "
            + UUID
            + ", 40536, NVIDIA A100-PCIE-40GB';; esac");

    Facts facts = machine.probe();

    assertThat(facts.gpus())
        .containsExactly(new Gpu(0, "NVIDIA A100-PCIE-40GB", UUID, 40536L << 20, ""));
    assertThat(facts.driverCuda()).contains("11.4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void aDriverThatFailsIsNoGpu(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    machine.tool(
        "nvidia-smi",
        "echo \"NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make"
            + " sure that the latest NVIDIA driver is installed and running.\"",
        "exit 9");

    Facts facts = machine.probe();
    assertThat(facts.gpus()).isEmpty();
    assertThat(facts.driverVersion()).isEmpty();
    assertThat(facts.driverCuda()).isEmpty();

    machine.file(
        "/proc/driver/nvidia/version",
        "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.95.05  Release Build",
        "GCC version:  gcc version 13.3.0");
    assertThat(machine.probe().driverVersion()).contains("580.95.05");
    machine.file(
        "/proc/driver/nvidia/version",
        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12 19:39:15 UTC 2024");
    assertThat(machine.probe().driverVersion()).contains("535.183.01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void aHangingToolCostsOnlyItsOwnPart(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    machine.environment.put("MEGATRON_SETUP_PROBE_SECONDS", "3");
    machine.tool("nvidia-smi", "trap '' TERM INT HUP", "while :; do sleep 1; done");
    Path git = machine.tool("git", "exit 9");

    Facts facts = machine.probe();

    assertThat(facts.gpus()).isEmpty();
    assertThat(facts.tools().git()).contains(git.toString());
    assertThat(facts.user().home()).isEqualTo(machine.home.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void withoutTimeoutTheAlarmEndsTheWaiting(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    machine.environment.put("MEGATRON_SETUP_PROBE_SECONDS", "0");
    machine.tool("timeout", "exit 1");
    Path going = Files.createFile(folder.resolve("going"));
    machine.tool("nvidia-smi", "while [ -e '" + going + "' ]; do sleep 1; done");
    Path git = machine.tool("git", "exit 9");

    Facts facts = machine.probe();

    assertThat(facts.gpus()).isEmpty();
    assertThat(facts.tools().git()).contains(git.toString());
    Files.delete(going);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void tellsOfTheToolkit(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    FakeMachine.executable(
        machine.root.resolve("usr/local/cuda/bin/nvcc"),
        print(
            "nvcc: NVIDIA (R) Cuda compiler driver",
            "Copyright (c) 2005-2025 NVIDIA Corporation",
            "Built on Wed_Aug_20_01:58:59_PM_PDT_2025",
            "Cuda compilation tools, release 13.0, V13.0.88",
            "Build cuda_13.0.r13.0/compiler.36424714_0"));
    Path library = machine.file("/lib/x86_64-linux-gnu/libcudnn.so.9.14.0");
    Path link = library.resolveSibling("libcudnn.so.9");
    Files.createSymbolicLink(link, library);
    machine.tool(
        "ldconfig",
        print(
            "\tlibcudnn_ops.so.9 (libc6,x86-64) => /lib/x86_64-linux-gnu/libcudnn_ops.so.9",
            "\tlibcudnn.so.9 (libc6,x86-64) => " + link,
            "\tlibcudnn.so (libc6,x86-64) => /lib/x86_64-linux-gnu/libcudnn.so"));
    machine.file("/usr/include/cutlass/cutlass.h");

    assertThat(machine.probe().cuda())
        .isEqualTo(
            new Facts.Cuda(
                Optional.of("13.0"), Optional.of("13.0.88"), Optional.of("9.14.0"), true));

    machine.file(
        "/usr/local/cuda/version.json",
        "{",
        "   \"cuda\" : {",
        "      \"name\" : \"CUDA SDK\",",
        "      \"version\" : \"13.0.2\"",
        "   },",
        "   \"cuda_cccl\" : { \"name\" : \"CUDA C++ Core\", \"version\" : \"13.0.85\" }",
        "}");
    assertThat(machine.probe().cuda().toolkit()).contains("13.0.2");
  }
}
