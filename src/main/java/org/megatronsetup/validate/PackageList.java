package org.megatronsetup.validate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/** Reads what is installed in an environment on the target. */
public final class PackageList {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private PackageList() {}

  /**
   * Names (lower case, with hyphens) and versions, sorted by name.
   *
   * @param python absolute path of the environment's interpreter on the target
   * @throws SetupException if that interpreter cannot say
   */
  public static Map<String, String> read(Shell shell, String python)
      throws ContactException, InterruptedException {
    Shell.Finished done =
        shell.run(
            Scripts.load(
                "validate/packages.sh", List.of(python), Scripts.bytes("validate/packages.py")),
            LIMIT);
    String output = new String(done.output(), StandardCharsets.UTF_8).strip();
    if (done.exitStatus() == 0) {
      try {
        // start-up files of the interpreter may have printed something before
        return new TreeMap<>(
            Json.mapper()
                .readValue(
                    output.substring(output.lastIndexOf('\n') + 1),
                    new TypeReference<Map<String, String>>() {}));
      } catch (JsonProcessingException e) {
        throw unreadable(python, output, e);
      }
    }
    throw unreadable(python, new String(done.errors(), StandardCharsets.UTF_8).strip(), null);
  }

  private static SetupException unreadable(String python, String said, Exception cause) {
    return new SetupException(
        List.of(
            Problem.preflight(
                "packages-unreadable",
                "environment",
                Words.of("validate.packages-unreadable.sentence", python),
                said.isEmpty() ? Words.of("validate.packages-unreadable.cause") : said,
                Words.of("validate.packages-unreadable.next", python))),
        cause);
  }
}
