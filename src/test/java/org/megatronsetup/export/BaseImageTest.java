package org.megatronsetup.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Target;

class BaseImageTest {
  private static Target container(Optional<String> image) {
    return new Target.Container(
        new Target.Local(),
        ContainerEngine.DOCKER,
        "mcore",
        image,
        Target.Container.ALL_GPUS,
        List.of(),
        false,
        Optional.empty(),
        false);
  }

  @Test
  void theOneThatWasAskedForComesFirst() {
    assertThat(BaseImage.of(container(Optional.of("ubuntu:24.04")), Optional.of("debian:12")))
        .isEqualTo("ubuntu:24.04");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ubuntu:24.04", "localhost:5000/lab/mcore", "cafe", "deadbeefcafe:1"})
  void thatOfTheContainerIsTakenByItsName(String name) {
    assertThat(BaseImage.of(container(Optional.empty()), Optional.of(name))).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0123456789ab",
        "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void aNumberIsNoNameToBuildOn(String number) {
    assertThatThrownBy(() -> BaseImage.of(container(Optional.empty()), Optional.of(number)))
        .isInstanceOfSatisfying(
            SetupException.class,
            e -> {
              assertThat(e.problems())
                  .singleElement()
                  .satisfies(
                      problem -> {
                        assertThat(problem.code()).isEqualTo("dockerfile-without-image");
                        assertThat(problem.cause()).contains("has no name");
                      });
            });
  }
}
