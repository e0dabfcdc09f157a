package org.megatronsetup.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.pep.PepException;

final class CoreMetadataTest {

  @Test
  void foldedLinesBelongTogether() {
    CoreMetadata m =
        CoreMetadata.parse(
            """
            Metadata-Version: 2.1
            Name: megatron-core
            Version: 0.15.3
            License: first line
                    second line
            \tthird line
            requires-python: >=3.10
            Requires-Dist: torch>=2.6.0
            Requires-Dist: nvidia-modelopt[torch]; (sys_platform != "darwin") and
              extra == "dev"
            Provides-Extra: dev
            Provides-Extra: lts

            Requires-Dist: not-this
            """);
    assertThat(m.first("License")).contains("first line\nsecond line\nthird line");
    ReleaseMetadata release = m.toRelease("here");
    assertThat(release.requiresPython()).contains(">=3.10");
    assertThat(release.dependencies()).containsExactly("torch>=2.6.0");
    assertThat(release.extras().get("dev"))
        .containsExactly("nvidia-modelopt[torch]; sys_platform != \"darwin\"");
    assertThat(release.extras().get("lts")).isEmpty();
  }

  @Test
  void namesOfExtrasMayBeSpeltInTwoWays() {
    ReleaseMetadata release =
        CoreMetadata.parse(
                """
                Name: a
                Version: 1
                Provides-Extra: Some_Extra
                Requires-Dist: b; extra == 'some-extra'
                """)
            .toRelease("here");
    assertThat(release.extras().get("Some_Extra")).containsExactly("b");
    assertThat(release.dependencies()).isEmpty();
  }

  @Test
  void aRequirementThatIsNoneIsNotPassedOver() {
    CoreMetadata m = CoreMetadata.parse("Name: a\nVersion: 1\nRequires-Dist: b==\n");
    assertThatThrownBy(() -> m.toRelease("here")).isInstanceOf(PepException.class);
  }

  @Test
  void aPageOfHtmlIsNoMetadata() {
    assertThat(CoreMetadata.parse("<html>\n<body>Name: x</body>\n").isMetadata()).isFalse();
  }
}
