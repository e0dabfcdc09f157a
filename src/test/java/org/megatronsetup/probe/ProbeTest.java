package org.megatronsetup.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Facts.Gpu;

/** What the probe says of machines that are made for it. */
final class ProbeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void tellsOfGpuAndDriver(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    machine.tool(
        "nvidia-smi",
        "case $* in",
        "*--query-gpu=*) echo '0, GPU-00000000-0000-0000-0000-000000000000, 143771, NVIDIA H200,"
            + " 9.0' ;;",
        "*) echo '| NVIDIA-SMI 580.159.04             Driver Version: 580.159.04     CUDA Version:"
            + " 13.0     |' ;;",
        "esac");

    Facts facts = machine.probe();

    assertThat(facts.gpus())
        .containsExactly(
            new Gpu(
                0,
                "NVIDIA H200",
                "GPU-00000000-0000-0000-0000-000000000000",
                143771L << 20,
                "9.0"));
    assertThat(facts.driverVersion()).contains("580.159.04");
    assertThat(facts.driverCuda()).contains("13.0");
  }
}
