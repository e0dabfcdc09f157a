package org.megatronsetup.pep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VersionSpecifiersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">=3.12 | 3.12.0 | true",
        ">=3.12 | 3.11.7 | false",
        ">=3.12 | 3.13.0rc1 | false",
        ">=2.9.0a0,<2.10.0 | 2.9.0a1 | true",
        ">=2.9.0a0,<2.10.0 | 2.10.0rc1 | false",
        "~=2.2 | 2.9 | true",
        "~=2.2 | 3.0 | false",
        "~=2.2.1 | 2.2.9 | true",
        "~=2.2.1 | 2.3 | false",
        "==0.15.* | 0.15.3 | true",
        "==0.15.* | 0.16.0 | false",
        "!=0.15.* | 0.15.3 | false",
        "==1.0 | 1.0+cpu | true",
        "==1.0+cpu | 1.0 | false",
        ">1.0 | 1.0+cpu | false",
        ">1.0 | 1.0.post1 | false",
        "<2.0 | 2.0.dev1 | false",
        "===1.0-odd | 1.0 | false",
        "===1.0 | 1.0 | true",
        "'' | 1.0 | true",
        "'' | 1.0a1 | false"
      })
  void contains(String specifiers, String version, boolean expected) {
    assertThat(VersionSpecifiers.parse(specifiers).contains(PyVersion.parse(version)))
        .isEqualTo(expected);
  }

  @Test
  void preReleasesFitWhereTheyAreAskedFor() {
    VersionSpecifiers specifiers = VersionSpecifiers.parse(">=3.12");
    assertThat(specifiers.contains(PyVersion.parse("3.13.0rc1"), true)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ">=3.12,|character 8|comparison",
        "3.12|character 1|comparison",
        ">=|character 3|missing",
        "~=2|character 3|two numbers",
        ">=1.*|character 3|.*",
        ">=abc|character 3|not a version",
        ">=1+cpu|character 3|+"
      })
  void saysWhereItStopped(String text, String place, String reason) {
    assertThatThrownBy(() -> VersionSpecifiers.parse(text))
        .isInstanceOf(PepException.class)
        .hasMessageContaining(place)
        .hasMessageContaining(reason);
  }

  @Test
  void isWrittenAsItWasRead() {
    assertThat(VersionSpecifiers.parse(" >= 3.8 , != 3.9.* ")).hasToString(">=3.8,!=3.9.*");
  }
}
