package org.megatronsetup.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Mend;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Target;

/** Answers that put right what a check found. */
final class MendingTest {
  private static final String HASH = "a".repeat(40);

  private final ReleaseMetadata release =
      new ReleaseMetadata(
          Optional.of("0.19.1"), Optional.of(HASH), Optional.empty(), List.of(), extras(), "index");
  private final Answers given =
      Answers.about(new Target.Local())
          .into(new Environment.NewVenv("/srv/mcore", Optional.empty()))
          .with(List.of("mlm"), List.of("numpy<3"));

  private static Map<String, List<String>> extras() {
    Map<String, List<String>> extras = new LinkedHashMap<>();
    extras.put("lts", List.of());
    extras.put("mlm", List.of("sentencepiece"));
    extras.put("te", List.of("transformer-engine[core_cu12,pytorch]>=2.9.0a0,<2.12.0"));
    extras.put("ssm", List.of("mamba_ssm~=2.2; sys_platform == \"linux\"", "causal-conv1d~=1.5"));
    return extras;
  }

  private Mending of(String... packages) {
    return Mending.of(new Mend(Mend.Kind.PACKAGES, List.of(packages)), given, release);
  }

  @Test
  void anExtraThatBringsNothingElseIsChosen() {
    Mending mending = of("transformer-engine[pytorch]");
    assertThat(mending.added()).containsExactly("te");
    assertThat(mending.answers().extras()).containsExactly("mlm", "te");
    assertThat(of("causal-conv1d", "mamba-ssm").added()).containsExactly("ssm");
  }

  @Test
  void aPackageIsRequiredAsTheReleaseBoundsIt() {
    Mending mending = of("mamba-ssm");
    assertThat(mending.added()).containsExactly("mamba_ssm~=2.2");
    assertThat(mending.answers().requirements()).containsExactly("numpy<3", "mamba_ssm~=2.2");
    assertThat(mending.answers().extras()).containsExactly("mlm");
    assertThat(of("pyzmq", "msgpack").added()).containsExactly("pyzmq", "msgpack");
  }

  @Test
  void whatIsAskedForAlreadyIsNotAddedTwice() {
    assertThat(of("sentencepiece").added()).isEmpty();
    assertThat(of("NumPy").added()).isEmpty();
    assertThat(of("numpy", "einops").added()).containsExactly("einops");
  }

  @ParameterizedTest
  @CsvSource({"INSTALL", "ENVIRONMENT"})
  void otherwiseTheAnswersAreThoseThatWereGiven(Mend.Kind kind) {
    Mending mending = Mending.of(new Mend(kind, List.of()), given, release);
    assertThat(mending.added()).isEmpty();
    assertThat(mending.answers().at(given.release())).isEqualTo(given);
  }

  /** The newest may be another by now, and a branch may have moved. */
  @Test
  void theReleaseStaysTheOneThatIsThere() {
    assertThat(of("einops").answers().release())
        .isEqualTo(new Release.Stable(Optional.of("0.19.1")));
    Mend mend = new Mend(Mend.Kind.INSTALL, List.of());
    Answers main = given.at(new Release.Commit("main"));
    assertThat(Mending.of(mend, main, release).answers().release())
        .isEqualTo(new Release.Commit(HASH));
    Answers older = given.at(new Release.PreRelease(Optional.of("0.18.0rc1")));
    assertThat(Mending.of(mend, older, release).answers().release()).isEqualTo(older.release());
  }
}
