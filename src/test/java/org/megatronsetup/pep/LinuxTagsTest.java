package org.megatronsetup.pep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinuxTagsTest {

  @ParameterizedTest
  @CsvSource({
    "py3-none-any, 3.12.3, true",
    "py2.py3-none-any, 3.12.3, true",
    "py2-none-any, 3.12.3, false",
    "py313-none-any, 3.12.3, false",
    "cp312-cp312-manylinux_2_28_x86_64, 3.12.3, true",
    "cp312-cp312-manylinux_2_28_x86_64, 3.11.7, false",
    "cp312-cp312-manylinux_2_28_aarch64, 3.12.3, false",
    "cp312-cp312-manylinux_2_40_x86_64, 3.12.3, false",
    "cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64, 3.12.3, true",
    "cp39-abi3-manylinux2014_x86_64, 3.12.3, true",
    "cp313-abi3-manylinux2014_x86_64, 3.12.3, false",
    "cp313-cp313t-manylinux_2_28_x86_64, 3.13.0, false",
    "cp37-cp37m-manylinux1_x86_64, 3.7.1, true",
    "cp312-cp312-musllinux_1_2_x86_64, 3.12.3, false",
    "cp312-cp312-linux_x86_64, 3.12.3, true",
    "cp312-cp312-win_amd64, 3.12.3, false",
    "cp312-cp312-macosx_11_0_arm64, 3.12.3, false"
  })
  void canUse(String tags, String python, boolean expected) {
    WheelName wheel = WheelName.tryParse("some_name-1.0-" + tags + ".whl").orElseThrow();
    LinuxTags machine = new LinuxTags("x86_64", "glibc 2.39");
    assertThat(machine.canUse(wheel, PyVersion.tryParse(python))).isEqualTo(expected);
  }

  @Test
  void anUnknownLibraryHindersNothing() {
    WheelName wheel =
        WheelName.tryParse("a-1.0-cp312-cp312-manylinux_2_99_x86_64.whl").orElseThrow();
    assertThat(new LinuxTags("x86_64", "").canUse(wheel, Optional.empty())).isTrue();
    assertThat(new LinuxTags("x86_64", "musl").canUse(wheel, Optional.empty())).isFalse();
  }

  @Test
  void readsNames() {
    WheelName wheel =
        WheelName.tryParse("Megatron_Core-0.15.3+cu128-1-cp312-cp312-linux_x86_64.whl")
            .orElseThrow();
    assertThat(wheel.project()).isEqualTo("megatron-core");
    assertThat(wheel.version()).hasToString("0.15.3+cu128");
    assertThat(WheelName.tryParse("megatron-core.whl")).isEmpty();
    assertThat(SdistName.tryParse("megatron-core-0.15.3.tar.gz", "megatron-core"))
        .get()
        .extracting(SdistName::version)
        .hasToString("0.15.3");
    assertThat(SdistName.tryParse("megatron_core-0.15.3.zip", "megatron-core")).isPresent();
    assertThat(SdistName.tryParse("megatron_core_extra-0.15.3.tar.gz", "megatron-core")).isEmpty();
  }
}
