package org.megatronsetup.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.fixtures.FixtureFacts;
import org.megatronsetup.fixtures.FixtureFile;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.fixtures.FixtureWheels;
import org.megatronsetup.fixtures.WheelBuilder;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Version;

/** Versions and metadata, from indexes over HTTP and from folders. */
final class CatalogueTest extends CatalogueTestBase {
  private static final Release STABLE = new Release.Stable(Optional.empty());
  private static final Optional<String> PY312 = Optional.of("3.12.3");

  private final FixtureIndex index = FixtureIndex.start();

  @AfterEach
  void close() {
    index.close();
  }

  private static Release stable(String version) {
    return new Release.Stable(Optional.of(version));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void listsVersionsNewestFirst(boolean json) throws Exception {
    index.json(json);
    List<Version> versions = catalogue(index(index.url()), "3.12.3").versions();
    assertThat(versions.stream().map(Version::version))
        .containsExactly(
            "0.20.0rc1", "0.19.0", "0.18.0", "0.17.0", "0.16.0", "0.15.3", "0.15.2", "0.14.0");
    assertThat(versions.get(0).preRelease()).isTrue();
    assertThat(versions.get(3).requiresPython()).contains(">=3.99");
    assertThat(versions.get(6).yanked()).contains("the extension was left out");
    Optional<Instant> date = versions.get(5).uploaded();
    assertThat(date)
        .isEqualTo(json ? Optional.of(Instant.parse("2026-01-15T10:00:00Z")) : Optional.empty());
  }

  @Test
  void anAddressWithoutASlashIsFollowedToWhereItLeads() throws Exception {
    String url = index.url().replaceFirst("/$", "");
    assertThat(catalogue(index(url), "3.12.3").versions()).hasSize(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"beside", "ranges", "whole", "html"})
  void readsExtrasInTheirOrder(String way) throws Exception {
    index.metadata(way.equals("beside"));
    index.ranges(!way.equals("whole"));
    index.json(!way.equals("html"));
    ReleaseMetadata m = catalogue(index(index.url())).metadata(stable("0.15.3"), PY312);
    assertThat(m.version()).contains("0.15.3");
    assertThat(m.requiresPython()).contains(">=3.8");
    assertThat(m.dependencies())
        .containsExactly("fixture-numbers>=1.0", "fixture-windows; sys_platform == \"win32\"");
    assertThat(m.extras().keySet()).containsExactly("mlm", "dev", "lts");
    assertThat(m.extras().get("dev"))
        .containsExactly(
            "fixture-kernels[pytorch]~=2.2",
            "fixture-scan>=1.0,<3",
            "fixture-windows; sys_platform == \"win32\"");
    assertThat(m.source()).isEqualTo(index.url());
  }

  @Test
  void anExtraMayBeEmpty() throws Exception {
    ReleaseMetadata m = catalogue(index(index.url())).metadata(stable("0.19.0"), PY312);
    assertThat(m.extras().get("lts")).isEmpty();
    assertThat(m.extras().get("te")).containsExactly("fixture-kernels[pytorch]~=2.2");
  }

  @Test
  void aLargeWheelIsNotDownloadedForItsMetadata() throws Exception {
    byte[] ballast = new byte[3 << 20];
    new java.util.Random(1).nextBytes(ballast);
    WheelBuilder wheel = new WheelBuilder("megatron-core", "0.21.0").requires("a>=1");
    for (int i = 0; i < 400; i++) {
      wheel.file("megatron/core/a_rather_long_module_name_" + i + ".py", "pass\n");
    }
    index.add(wheel.file("megatron/ballast.bin", ballast).build()).metadata(false);
    ReleaseMetadata m = catalogue(index(index.url())).metadata(stable("0.21.0"), PY312);
    assertThat(m.dependencies()).containsExactly("a>=1");
    long bytes =
        index.requests().stream()
            .filter(r -> r.path().startsWith("/files/"))
            .mapToLong(FixtureIndex.Request::bytes)
            .sum();
    assertThat(bytes).isPositive().isLessThan(100_000);
  }

  @Test
  void aWheelThatMustBeReadWholeHasALimit() {
    byte[] ballast = new byte[3 << 20];
    new java.util.Random(1).nextBytes(ballast);
    index
        .add(new WheelBuilder("megatron-core", "0.21.0").file("x.bin", ballast).build())
        .metadata(false)
        .ranges(false);
    Catalogue catalogue =
        catalogue(
            index(index.url()),
            Credentials.NONE,
            FixtureFacts.linux("3.12.3"),
            LIMITS.withFile(1 << 20));
    Problem problem = problem(() -> catalogue.metadata(stable("0.21.0"), PY312));
    assertThat(problem.code()).isEqualTo("metadata-too-large");
  }

  @Test
  void aSourceDistributionIsReadWhereThereIsNoWheel() throws Exception {
    FixtureFile sdist =
        new org.megatronsetup.fixtures.SdistBuilder("megatron-core", "0.22.0")
            .requiresPython(">=3.9")
            .requires("fixture-numbers")
            .build();
    index.add(sdist).metadata(false);
    ReleaseMetadata m = catalogue(index(index.url())).metadata(STABLE, PY312);
    assertThat(m.version()).contains("0.22.0");
    assertThat(m.dependencies()).containsExactly("fixture-numbers");
  }

  @Test
  void theNewestStableOneFitsThePython() throws Exception {
    Catalogue catalogue = catalogue(index(index.url()), "3.8.2", "3.12.3");
    assertThat(catalogue.metadata(STABLE, Optional.empty()).version()).contains("0.19.0");
    assertThat(catalogue.metadata(new Release.PreRelease(Optional.empty()), PY312).version())
        .contains("0.20.0rc1");
    // 0.17.0 is the only one for Python 3.99 that is not for older ones too
    Problem problem = problem(() -> catalogue.metadata(STABLE, Optional.of("3.6.9")));
    assertThat(problem.code()).isEqualTo("no-version-fits");
    assertThat(problem.sentence()).contains("Python 3.6.9");
    assertThat(problem.cause()).contains("0.19.0").contains(">=3.8");
  }

  @Test
  void theNewestOneHasAFileForTheMachine() throws Exception {
    FixtureFile only312 =
        new WheelBuilder("megatron-core", "0.30.0")
            .tags("cp312-cp312-manylinux_2_28_x86_64")
            .build();
    index.add(only312);
    Catalogue here = catalogue(index(index.url()), "3.12.3");
    assertThat(here.metadata(STABLE, PY312).version()).contains("0.30.0");
    assertThat(here.metadata(STABLE, Optional.of("3.11.7")).version()).contains("0.19.0");
    Facts old = FixtureFacts.of("x86_64", "glibc 2.27", here(), "3.12.3");
    assertThat(
            catalogue(index(index.url()), Credentials.NONE, old, LIMITS)
                .metadata(STABLE, PY312)
                .version())
        .contains("0.19.0");
    Problem problem = problem(() -> here.metadata(stable("0.30.0"), Optional.of("3.11.7")));
    assertThat(problem.code()).isEqualTo("no-file-for-machine");
    assertThat(problem.sentence()).contains("0.30.0").contains("Python 3.11.7").contains("x86_64");
    assertThat(problem.cause()).contains("cp312").contains("manylinux_2_28_x86_64");
  }

  private static Facts.PipConfig here() {
    return FixtureFacts.linux().pipConfig();
  }

  @Test
  void aNamedVersionThatNeedsAnotherPythonIsLeftToThePlanner() throws Exception {
    ReleaseMetadata m = catalogue(index(index.url())).metadata(stable("0.17.0"), PY312);
    assertThat(m.requiresPython()).contains(">=3.99");
  }

  @Test
  void aVersionThatIsNotThereNamesItsNeighbours() {
    Catalogue catalogue = catalogue(index(index.url()));
    Problem problem = problem(() -> catalogue.metadata(stable("0.15.9"), PY312));
    assertThat(problem.kind()).isEqualTo(Problem.Kind.ANSWERS);
    assertThat(problem.code()).isEqualTo("no-such-version");
    assertThat(problem.sentence()).contains("0.15.9").contains(index.url());
    assertThat(problem.cause()).contains("0.15.3").contains("0.16.0").contains("0.19.0");
    assertThat(problem(() -> catalogue.metadata(stable("latest"), PY312)).code())
        .isEqualTo("not-a-version");
  }

  @Test
  void aYankedVersionSaysWhy() {
    Catalogue catalogue = catalogue(index(index.url()));
    Problem problem = problem(() -> catalogue.metadata(stable("0.15.2"), PY312));
    assertThat(problem.code()).isEqualTo("version-yanked");
    assertThat(problem.cause()).contains("the extension was left out").contains("0.15.3");
  }

  @Test
  void aVersionMayBeWrittenInAnySpelling() throws Exception {
    ReleaseMetadata m =
        catalogue(index(index.url()))
            .metadata(new Release.PreRelease(Optional.of("0.20.0-RC.1")), PY312);
    assertThat(m.version()).contains("0.20.0rc1");
  }

  @Test
  void anIndexWithoutThePackageSaysSo() {
    try (FixtureIndex empty = FixtureIndex.empty()) {
      Problem problem = problem(() -> catalogue(index(empty.url())).versions());
      assertThat(problem.code()).isEqualTo("no-such-project");
    }
  }

  @Test
  void aFolderOfWheelsIsAnIndexToo(@TempDir Path dir) throws Exception {
    Path folder = Files.createDirectory(dir.resolve("the wheels' $(touch x)"));
    FixtureWheels.write(FixtureWheels.all(), folder);
    Catalogue catalogue = catalogue(folder(folder.toString()), "3.12.3");
    List<Version> versions = catalogue.versions();
    assertThat(versions.stream().map(Version::version)).contains("0.17.0", "0.20.0rc1");
    assertThat(versions.get(3).requiresPython()).contains(">=3.99");
    ReleaseMetadata m = catalogue.metadata(STABLE, Optional.of("3.12.3"));
    assertThat(m.version()).contains("0.19.0");
    assertThat(m.source())
        .isEqualTo(folder.resolve("megatron_core-0.19.0-py3-none-any.whl").toString());
  }

  @Test
  void anIndexMayBeAFolder(@TempDir Path dir) throws Exception {
    Path files = Files.createDirectories(dir.resolve("the files"));
    Path project = Files.createDirectories(dir.resolve("simple/megatron-core"));
    FixtureWheels.write(FixtureWheels.all(), files);
    StringBuilder page = new StringBuilder("<!DOCTYPE html><html><body>\n");
    for (FixtureFile file : FixtureWheels.all()) {
      page.append("<a href=\"../../the%20files/").append(file.fileName()).append("\">x</a>\n");
    }
    Files.writeString(project.resolve("index.html"), page, StandardCharsets.UTF_8);
    Catalogue catalogue = catalogue(index("file://" + dir.resolve("simple")), "3.12.3");
    assertThat(catalogue.metadata(stable("0.15.3"), PY312).extras()).containsKey("dev");
    assertThat(catalogue.metadata(STABLE, Optional.empty()).version()).contains("0.19.0");
  }

  @Test
  void aFolderIndexNeedsNoPages(@TempDir Path dir) throws Exception {
    Path project = Files.createDirectories(dir.resolve("megatron-core"));
    FixtureWheels.write(FixtureWheels.all(), project);
    Catalogue catalogue = catalogue(index("file://" + dir + "/"), "3.12.3");
    assertThat(catalogue.versions()).hasSize(8);
  }

  @Test
  void aFolderThatIsNotThereSaysSo(@TempDir Path dir) {
    String absent = dir.resolve("absent").toString();
    assertThat(problem(() -> catalogue(folder(absent)).versions()).code())
        .isEqualTo("folder-missing");
    assertThat(problem(() -> catalogue(index("file://" + absent)).versions()).code())
        .isEqualTo("index-not-found");
    assertThat(problem(() -> catalogue(folder(dir.toString())).versions()).code())
        .isEqualTo("no-such-project");
  }

  @Test
  void theTargetsOwnPipConfigurationCounts() throws Exception {
    Facts.PipConfig pip =
        new Facts.PipConfig(
            Optional.of(index.url()),
            List.of(),
            List.of(),
            false,
            Optional.empty(),
            Optional.empty());
    Facts facts = FixtureFacts.of("x86_64", "glibc 2.39", pip, "3.12.3");
    Catalogue catalogue =
        catalogue(
            sources(Optional.empty(), List.of(), false, Optional.empty(), Optional.empty()),
            Credentials.NONE,
            facts,
            LIMITS);
    assertThat(catalogue.versions()).hasSize(8);
    assertThat(
            problem(
                    () ->
                        catalogue(
                                sources(
                                    Optional.of(index.url()),
                                    List.of(),
                                    true,
                                    Optional.empty(),
                                    Optional.empty()))
                            .versions())
                .code())
        .isEqualTo("no-sources");
  }
}
