package org.megatronsetup.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.export.Shellcheck;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.validate.ValidationRequest.Device;

/** The two shell scripts of the validation, in the shells that targets have. */
final class ValidationScriptsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"validate/validate.sh", "validate/packages.sh"})
  void shellcheckFindsNothing(String script) throws Exception {
    Path file = folder.resolve("script.sh");
    Files.write(file, Scripts.bytes(script));
    Shellcheck.assertClean(file);
  }

  @ParameterizedTest
  @CsvSource({"dash", "bash"})
  void theyRunInEveryShellAndInOddPlaces(String interpreter) throws Exception {
    LocalShell shell = new LocalShell(interpreter, Map.of("TMPDIR", folder.toString()));
    FakeEnvironment environment =
        FakeEnvironment.create(folder.resolve("it's $(odd) \"here\""), false)
            .distribution("megatron-core", "0.19.1");
    ValidationRequest request =
        new ValidationRequest(
            environment.python(),
            "0.19.1",
            Optional.empty(),
            List.of("megatron-core"),
            Device.AUTO,
            Optional.empty());
    List<Check> rows = new Validator(shell, FailureBook.load()).validate(request, check -> {});
    assertThat(rows).extracting(Check::status).containsExactly(Status.PASSED);
    assertThat(PackageList.read(shell, environment.python()))
        .containsExactly(Map.entry("megatron-core", "0.19.1"));
  }
}
