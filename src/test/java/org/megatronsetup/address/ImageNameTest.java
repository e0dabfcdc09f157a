package org.megatronsetup.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parts of an image's name. */
final class ImageNameTest {

  @ParameterizedTest
  @CsvSource({
    "ubuntu:24.04, docker.io, ubuntu, docker.io/library/ubuntu:24.04",
    "team/core, docker.io, team/core, docker.io/team/core",
    "docker.io/team/core:1, docker.io, docker.io/team/core, docker.io/team/core:1",
    "nvcr.io/nvidia/pytorch:26.06-py3, nvcr.io, nvcr.io/nvidia/pytorch,"
        + " nvcr.io/nvidia/pytorch:26.06-py3",
    "localhost/core:1, localhost, localhost/core, localhost/core:1",
    "127.0.0.1:5000/core:1, 127.0.0.1:5000, 127.0.0.1:5000/core, 127.0.0.1:5000/core:1",
    "node7:5000/core, node7:5000, node7:5000/core, node7:5000/core",
  })
  void isTakenApart(String text, String server, String repository, String qualified) {
    ImageName name = ImageName.parse(text);
    assertThat(name.server()).isEqualTo(server);
    assertThat(name.repository()).isEqualTo(repository);
    assertThat(name.qualified()).isEqualTo(qualified);
  }
}
