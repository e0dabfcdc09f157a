package org.megatronsetup.wizard.kit;

import java.time.InstantSource;
import java.util.List;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;

/** What every page works with. */
public record Kit(
    Engine engine, Background background, Texts texts, Formats formats, InstantSource clock) {

  /**
   * An expected failure of the window itself, such as a file that cannot be written.
   *
   * @param key of its texts, under {@code problem.}
   */
  public SetupException problem(String key, Exception cause, Object... values) {
    return new SetupException(
        List.of(
            Problem.answers(
                key,
                "",
                texts.get("problem." + key, values),
                String.valueOf(cause.getMessage()),
                texts.get("problem." + key + ".next"))),
        cause);
  }
}
