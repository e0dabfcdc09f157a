package org.megatronsetup.pep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules here agree with those of the pip that will install. */
final class PackagingOracleTest {
  private static final List<String> VERSIONS =
      List.of(
          "0.9",
          "1",
          "1.0.dev1",
          "1.0a1",
          "1.0rc2",
          "1.0",
          "1.0.0",
          "1.0+cpu",
          "1.0+cpu.2",
          "1.0.post1",
          "1.0.post1.dev2",
          "1.0.1",
          "1.1a1",
          "1.1",
          "1.10",
          "2.0.dev3",
          "2.0",
          "2.0rc1",
          "2.1+cu128",
          "1!0.5",
          "3.12.3");

  private static final List<String> SPECIFIERS =
      List.of(
          "==1.0",
          "==1.0.*",
          "==1.*",
          "!=1.0",
          "!=1.*",
          ">=1.0",
          "<=1.0",
          ">1.0",
          "<1.0",
          "<2.0",
          ">1.0.post1",
          "<1.0rc2",
          ">=1.0a1",
          "~=1.0",
          "~=1.0.0",
          "~=1.0rc1",
          "==1.0+cpu",
          "!=1.0+cpu",
          ">1",
          "<=2.0",
          "==1!0.*",
          ">=1.0,<2.0",
          "===1.0",
          "~=1.1,!=1.10",
          "==1.0rc2.*",
          "==1.0.post1.*");

  private static final String PROGRAM =
      """
      import sys
      from pip._vendor.packaging.specifiers import SpecifierSet
      from pip._vendor.packaging.version import Version
      for line in sys.stdin.read().splitlines():
          spec, version = line.split(" ")
          print(spec, version, str(SpecifierSet(spec).contains(Version(version), prereleases=True)).lower())
      """;

  @Test
  void agreesWithPip(@TempDir Path dir) throws Exception {
    List<String> questions = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (String specifier : SPECIFIERS) {
      for (String version : VERSIONS) {
        questions.add(specifier + " " + version);
        boolean fits = VersionSpecifiers.parse(specifier).contains(PyVersion.parse(version), true);
        answers.add(specifier + " " + version + " " + fits);
      }
    }
    assertThat(python(dir, questions)).containsExactlyElementsOf(answers);
  }

  private static List<String> python(Path dir, List<String> input)
      throws IOException, InterruptedException {
    Path program = Files.writeString(dir.resolve("oracle.py"), PROGRAM);
    Path questions = Files.write(dir.resolve("questions"), input);
    Path errors = dir.resolve("errors");
    Process process =
        new ProcessBuilder("python3", "-I", program.toString())
            .redirectInput(questions.toFile())
            .redirectError(errors.toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return output.lines().toList();
  }
}
