package org.megatronsetup.pep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PyVersionTest {

  @Test
  void ordersAsPep440Says() {
    List<String> inOrder =
        List.of(
            "1.0.dev456",
            "1.0a1",
            "1.0a2.dev456",
            "1.0a12.dev456",
            "1.0a12",
            "1.0b1.dev456",
            "1.0b2",
            "1.0b2.post345.dev456",
            "1.0b2.post345",
            "1.0rc1.dev456",
            "1.0rc1",
            "1.0",
            "1.0+abc.5",
            "1.0+abc.7",
            "1.0+5",
            "1.0.post456.dev34",
            "1.0.post456",
            "1.0.15",
            "1.1.dev1",
            "1!0.1");
    List<PyVersion> shuffled = new ArrayList<>(inOrder.stream().map(PyVersion::parse).toList());
    Collections.shuffle(shuffled, new Random(7));
    Collections.sort(shuffled);
    assertThat(shuffled.stream().map(PyVersion::toString)).containsExactlyElementsOf(inOrder);
  }

  @ParameterizedTest
  @CsvSource({
    "v1.0, 1.0",
    "1.0-alpha.1, 1.0a1",
    "1.0PREVIEW, 1.0rc0",
    "1.0-1, 1.0.post1",
    "1.0.rev3, 1.0.post3",
    "1.0_dev, 1.0.dev0",
    "'  0.20.0rc1 ', 0.20.0rc1",
    "1.0+Ubuntu-01, 1.0+ubuntu.1",
    "007.08, 7.8"
  })
  void normalises(String written, String normal) {
    assertThat(PyVersion.parse(written)).hasToString(normal);
  }

  @Test
  void trailingZerosDoNotMatter() {
    assertThat(PyVersion.parse("1.0")).isEqualTo(PyVersion.parse("1.0.0"));
    assertThat(PyVersion.parse("1.0")).hasSameHashCodeAs(PyVersion.parse("1.0.0"));
    assertThat(PyVersion.parse("1.0")).isNotEqualTo(PyVersion.parse("1.0.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "main", "1..0", "1.0-", "1.0 2.0", "core_v0.15.3", "1.0+"})
  void refusesWhatIsNoVersion(String text) {
    assertThat(PyVersion.tryParse(text)).isEmpty();
    assertThatThrownBy(() -> PyVersion.parse(text))
        .isInstanceOf(PepException.class)
        .hasMessageContaining("not a version");
  }

  @Test
  void knowsPreReleases() {
    assertThat(PyVersion.parse("0.20.0rc1").isPreRelease()).isTrue();
    assertThat(PyVersion.parse("0.20.0.dev3").isPreRelease()).isTrue();
    assertThat(PyVersion.parse("0.20.0.post1").isPreRelease()).isFalse();
    assertThat(PyVersion.parse("0.20.0+cpu").isPreRelease()).isFalse();
  }
}
