package org.megatronsetup.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.model.Check;
import org.megatronsetup.run.Redactor;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.validate.ValidationListener;
import org.megatronsetup.validate.ValidationRequest;
import org.megatronsetup.validate.Validator;

/** What a validation hands on. */
final class ValidationOutputTest {
  private static final ValidationRequest REQUEST =
      new ValidationRequest(
          "/usr/bin/python3",
          "",
          Optional.empty(),
          List.of("interpreter"),
          ValidationRequest.Device.CPU,
          Optional.empty());

  /** The path of the interpreter stands for a secret here: the check prints it. */
  @Test
  void aSecretThatACheckPrintsIsHiddenInEveryRow() throws Exception {
    LocalShell shell = new LocalShell();
    Validator validator = new Validator(shell, FailureBook.load());
    assertThat(validator.validate(REQUEST, row -> {}).getFirst().detail())
        .contains("/usr/bin/python3");
    Redactor redactor = new Redactor(List.of(), List.of("/usr/bin/python3"));
    List<String> started = new ArrayList<>();
    List<Check> heard = new ArrayList<>();
    List<Check> rows =
        new Validating(shell, validator, redactor)
            .validate(
                REQUEST,
                new ValidationListener() {
                  @Override
                  public void started(String id, String group, String title) {
                    started.add(id);
                  }

                  @Override
                  public void accept(Check check) {
                    heard.add(check);
                  }
                });
    assertThat(rows).isEqualTo(heard).hasSize(1);
    assertThat(rows.getFirst().detail()).contains(Redactor.MASK).doesNotContain("/usr/bin/python3");
    assertThat(started).containsExactly("interpreter");
  }

  @Test
  void anInterpreterThatCannotSayHasNoPackages() throws Exception {
    try (Setup setup = ShellSetup.local("test")) {
      assertThat(setup.packages("/nowhere/python")).isEmpty();
    }
  }
}
