package org.megatronsetup.pep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequirementTest {

  @Test
  void readsEveryPart() {
    Requirement r =
        Requirement.parse(
            "transformer-engine [pytorch, core_cu12]>=2.9.0a0 , <2.10.0; python_version>='3.12'");
    assertThat(r.name()).isEqualTo("transformer-engine");
    assertThat(r.extras()).containsExactly("pytorch", "core_cu12");
    assertThat(r.specifiers()).hasToString(">=2.9.0a0,<2.10.0");
    assertThat(r.marker()).get().hasToString("python_version >= \"3.12\"");
    assertThat(r)
        .hasToString(
            "transformer-engine[pytorch,core_cu12]>=2.9.0a0,<2.10.0; python_version >= \"3.12\"");
  }

  @Test
  void readsAnAddress() {
    Requirement r =
        Requirement.parse("megatron-core @ git+https://host/r.git@abc ; os_name == 'posix'");
    assertThat(r.url()).contains("git+https://host/r.git@abc");
    assertThat(r.marker()).isPresent();
    assertThat(Requirement.parse(r.toString())).isEqualTo(r);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mamba-ssm~=2.2",
        "nvidia-modelopt[torch]; sys_platform != \"darwin\"",
        "tensorstore!=0.1.46,!=0.1.72,~=0.1",
        "a.b_c-d",
        "torch"
      })
  void isWrittenAsItWasRead(String text) {
    assertThat(Requirement.parse(text)).hasToString(text);
  }

  @Test
  void understandsOldSpellings() {
    Requirement old = Requirement.parse("six (>=1.0,<2); sys.platform == 'linux'");
    assertThat(old).hasToString("six>=1.0,<2; sys_platform == \"linux\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|character 1|name of a package",
        "mamba ssm|character 7|comparison",
        "mamba-ssm=2.2|character 10|comparison",
        "a[dev|character 6|comma or a closing bracket",
        "a[dev,]|character 7|name of an extra",
        "a>=1; python_version|character 21|comparison",
        "a>=1; 'x' == 'y'|character 17|property",
        "a>=1; nonsense == '1'|character 7|property",
        "a>=1; os_name == 'x|character 18|not closed",
        "a @ nowhere|character 5|address",
        "$(touch x)|character 1|name of a package",
        "a; (os_name == 'x'|character 19|parenthesis",
        "a>=1 b|character 6|nothing was expected"
      })
  void saysWhereItStopped(String text, String place, String reason) {
    assertThatThrownBy(() -> Requirement.parse(text))
        .isInstanceOf(PepException.class)
        .hasMessageContaining(place)
        .hasMessageContaining(reason);
  }

  @Test
  void normalisesNames() {
    assertThat(Requirement.parse("Nv_Grouped.Gemm").normalizedName()).isEqualTo("nv-grouped-gemm");
  }
}
