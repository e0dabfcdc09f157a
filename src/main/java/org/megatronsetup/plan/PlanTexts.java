package org.megatronsetup.plan;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.megatronsetup.model.Command;
import org.megatronsetup.shell.Scripts;

/**
 * The fixed texts that steps are made of, each a file under {@code target/plan/}.
 *
 * @param byName file name to text
 */
public record PlanTexts(Map<String, String> byName) {
  private static final Set<String> NAMES =
      Set.of(
          "python-ubuntu-24.04.sh",
          "python-ubuntu-22.04.sh",
          "python-ubuntu-22.04-mirror.sh",
          "python-ubuntu-done.sh",
          "python-debian.sh",
          "python-debian-done.sh",
          "ubuntu-mirror.sh",
          "system-build-tools.sh",
          "system-build-tools-done.sh",
          "cuda-home.sh",
          "cuda-mirror.sh",
          "cuda-tools.sh",
          "cuda-tools-done.sh",
          "cuda-repository.sh",
          "cuda-repository-done.sh",
          "cuda-toolkit.sh",
          "cuda-toolkit-done.sh",
          "venv_of.py");

  public PlanTexts {
    byName = Map.copyOf(byName);
  }

  /** Loads the texts that come with this program. */
  public static PlanTexts load() {
    Map<String, String> texts = new TreeMap<>();
    NAMES.forEach(name -> texts.put(name, Scripts.text("plan/" + name)));
    return new PlanTexts(texts);
  }

  String text(String name) {
    String text = byName.get(name);
    if (text == null) {
      throw new IllegalArgumentException("no text for plans is called " + name);
    }
    return text;
  }

  Command fixed(String name) {
    return new Command.Fixed(text(name));
  }
}
