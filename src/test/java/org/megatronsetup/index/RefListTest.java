package org.megatronsetup.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.megatronsetup.model.GitRef;

final class RefListTest {
  private static final String TAG_OBJECT = "1".repeat(40);
  private static final String COMMIT = "2".repeat(40);
  private static final String OTHER = "3".repeat(40);

  private final RefList refs =
      RefList.parse(
          String.join(
              "\n",
              OTHER + "\trefs/heads/both",
              OTHER + "\trefs/heads/main",
              OTHER + "\trefs/heads/dev",
              COMMIT + "\trefs/tags/both",
              TAG_OBJECT + "\trefs/tags/core_v0.9.0",
              COMMIT + "\trefs/tags/core_v0.9.0^{}",
              COMMIT + "\trefs/tags/core_v0.10.0rc1",
              COMMIT + "\trefs/tags/core_v0.10.0",
              COMMIT + "\trefs/tags/23.06",
              OTHER + "\trefs/pull/7/head",
              "a line that is none"));

  @Test
  void anAnnotatedTagIsItsCommit() {
    assertThat(refs.named("core_v0.9.0")).get().extracting(GitRef::hash).isEqualTo(COMMIT);
    assertThat(refs.beginning("1111")).isEmpty();
  }

  @Test
  void versionsComeNewestFirst() {
    assertThat(refs.all().stream().map(GitRef::name))
        .containsExactly(
            "core_v0.10.0",
            "core_v0.10.0rc1",
            "core_v0.9.0",
            "23.06",
            "both",
            "main",
            "both",
            "dev");
  }

  @Test
  void aBranchWinsOverATag() {
    assertThat(refs.named("both")).get().extracting(GitRef::kind).isEqualTo(GitRef.Kind.BRANCH);
    assertThat(refs.named("refs/tags/both"))
        .get()
        .extracting(GitRef::kind)
        .isEqualTo(GitRef.Kind.TAG);
  }

  @Test
  void similarNamesAreFound() {
    assertThat(refs.close("core_v0.1.0")).contains("core_v0.10.0", "core_v0.9.0");
    assertThat(refs.close("mian")).contains("main");
    assertThat(refs.close("entirely-different")).isEmpty();
  }
}
