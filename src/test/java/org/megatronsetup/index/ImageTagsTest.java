package org.megatronsetup.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.fixtures.CleanEnvironment;
import org.megatronsetup.fixtures.FixtureGitServer;
import org.megatronsetup.fixtures.FixtureRepository;
import org.megatronsetup.images.NgcImages;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.ImageOffer;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.Sources;
import org.megatronsetup.shell.LocalShell;

/** Which images are offered, from the release's own files and without them. */
final class ImageTagsTest {
  @TempDir Path home;

  private List<ImageOffer> offers(String url, Optional<Release> release) throws Exception {
    Sources d = Sources.defaults();
    Sources sources =
        new Sources(
            d.indexUrl(),
            d.extraIndexUrls(),
            d.findLinks(),
            d.noIndex(),
            d.proxy(),
            d.caBundle(),
            d.cacheDir(),
            Optional.of(url));
    Map<String, String> environment = new HashMap<>(CleanEnvironment.variables(home));
    for (String name : List.of("http_proxy", "https_proxy", "HTTPS_PROXY", "ALL_PROXY")) {
      environment.put(name, "");
    }
    Limits soon = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(40), 1 << 20, 1 << 20);
    return new ImageTags(NgcImages.load(), soon)
        .offers(new LocalShell("sh", environment), sources, Credentials.NONE, release);
  }

  private static Optional<Release> stable(String version) {
    return Optional.of(new Release.Stable(Optional.of(version)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.17.0, 26.01, docker/.ngc_version.dev at core_v0.17.0",
    "0.15.3, 25.08, .gitlab/stages/01.build.yml at core_v0.15.3",
    // a version that was released from the tag of another one
    "0.17.1, 26.01, docker/.ngc_version.dev at core_v0.17.0",
  })
  void theReleasesOwnFilesComeFirst(String version, String tag, String source) throws Exception {
    List<ImageOffer> offers = offers(FixtureRepository.url(), stable(version));
    assertThat(offers.getFirst())
        .returns("nvcr.io/nvidia/pytorch:" + tag + "-py3", ImageOffer::image)
        .returns(source, ImageOffer::source)
        .returns(true, ImageOffer::recommended);
    assertThat(offers.subList(1, offers.size())).noneMatch(ImageOffer::recommended);
    assertThat(offers.stream().map(ImageOffer::image))
        .doesNotHaveDuplicates()
        .contains("nvcr.io/nvidia/pytorch:26.06-py3", "nvcr.io/nvidia/pytorch:25.09-py3")
        .endsWith("ubuntu:24.04");
  }

  @Test
  void withoutAReleaseTheNewestStableOneCounts() throws Exception {
    assertThat(offers(FixtureRepository.url(), Optional.empty()).getFirst().source())
        .isEqualTo("docker/.ngc_version.dev at core_v0.17.0");
    assertThat(
            offers(FixtureRepository.url(), Optional.of(new Release.Stable(Optional.empty())))
                .getFirst()
                .why())
        .contains("Megatron Core 0.17.0");
  }

  @Test
  void aCommitNamesItsOwn() throws Exception {
    assertThat(
            offers(FixtureRepository.url(), Optional.of(new Release.Commit("main")))
                .getFirst()
                .source())
        .isEqualTo("docker/.ngc_version.dev at main");
  }

  @Test
  void overHttpToo() throws Exception {
    try (FixtureGitServer server = FixtureGitServer.start()) {
      assertThat(offers(server.url(), stable("0.17.0")).getFirst().source())
          .isEqualTo("docker/.ngc_version.dev at core_v0.17.0");
    }
  }

  @ParameterizedTest
  @CsvSource({"0.19.1, 26.06", "0.18.0rc1, 26.04", "0.12.3, 25.03"})
  void theTableWhereNobodyAnswers(String version, String tag) throws Exception {
    List<ImageOffer> offers = offers("http://127.0.0.1:9/Megatron-LM.git", stable(version));
    assertThat(offers.getFirst())
        .returns("nvcr.io/nvidia/pytorch:" + tag + "-py3", ImageOffer::image)
        .returns("the table of this program (2026-11)", ImageOffer::source)
        .returns(true, ImageOffer::recommended);
  }

  @Test
  void aReleaseThatNobodyKnowsHasNoRecommendation() throws Exception {
    List<ImageOffer> offers = offers("http://127.0.0.1:9/Megatron-LM.git", stable("9.9.9"));
    assertThat(offers).noneMatch(ImageOffer::recommended).hasSizeGreaterThan(3);
  }

  @Test
  void theTableIsInOrderAndWhole() {
    List<NgcImages.Tested> images = NgcImages.load().images();
    assertThat(new HashSet<>(images.stream().map(NgcImages.Tested::release).toList()))
        .hasSameSizeAs(images)
        .contains("0.12", "0.16", "0.19");
    assertThat(images)
        .isSortedAccordingTo((a, b) -> b.image().compareTo(a.image()))
        .allMatch(t -> t.image().matches("nvcr\\.io/nvidia/pytorch:\\d\\d\\.\\d\\d-py3"));
    assertThat(NgcImages.load().of("0.1")).isEmpty();
    assertThat(NgcImages.load().of("0.190.0")).isEmpty();
  }
}
