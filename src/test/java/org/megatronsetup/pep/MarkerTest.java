package org.megatronsetup.pep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkerTest {
  private static final Map<String, String> LINUX =
      Map.of(
          "python_version", "3.12",
          "python_full_version", "3.12.3",
          "sys_platform", "linux",
          "platform_machine", "x86_64",
          "os_name", "posix",
          "platform_release", "6.8.0-49-generic",
          "extra", "Te_x");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "python_version >= '3.9'|true",
        "python_version < '3.9'|false",
        "'3.10' <= python_version|true",
        "python_full_version == '3.12.*'|true",
        "sys_platform != 'darwin' and platform_machine == 'x86_64'|true",
        "sys_platform == 'darwin' or os_name == 'posix'|true",
        "sys_platform == 'darwin' and os_name == 'nt' or os_name == 'posix'|true",
        "sys_platform == 'darwin' and (os_name == 'nt' or os_name == 'posix')|false",
        "platform_machine in 'x86_64 aarch64'|true",
        "platform_machine not in 'x86_64 aarch64'|false",
        "extra == 'te-x'|true",
        "platform_release >= '4'|true",
        "python_version in '3.11 3.12'|true"
      })
  void holds(String marker, boolean expected) {
    assertThat(Marker.parse(marker).holds(LINUX)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "extra == 'dev'|Constant[value=true]",
        "extra == 'te'|Constant[value=false]",
        "(sys_platform == 'linux') and extra == 'dev'|sys_platform == \"linux\"",
        "(os_name == 'a' or os_name == 'b') and extra == 'dev' and python_version > '3'"
            + "|(os_name == \"a\" or os_name == \"b\") and python_version > \"3\"",
        "sys_platform == 'linux' or extra == 'dev'|Constant[value=true]",
        "sys_platform == 'linux' or extra == 'te'|sys_platform == \"linux\""
      })
  void leavesWhatIsNotAboutTheExtra(String marker, String left) {
    assertThat(Marker.parse(marker).givenExtra("dev")).hasToString(left);
  }

  @Test
  void knowsWhetherExtrasMatter() {
    assertThat(Marker.parse("os_name == 'a' and extra == 'b'").mentionsExtra()).isTrue();
    assertThat(Marker.parse("os_name == 'a'").mentionsExtra()).isFalse();
  }

  @Test
  void keepsTheMeaningOfGroups() {
    Marker marker = Marker.parse("os_name == 'a' and (os_name == 'b' or os_name == 'c')");
    assertThat(Marker.parse(marker.toString())).isEqualTo(marker);
  }
}
