package org.megatronsetup.wizard.install;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.megatronsetup.model.Problem;
import org.megatronsetup.wizard.kit.Clip;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Pickers;
import org.megatronsetup.wizard.log.LogHost;

/** Lends the log view what the window has. */
final class WizardLogHost implements LogHost {
  private final Kit kit;
  private final StepsModel steps;
  private final Pickers pickers;
  private final Clip clip;
  private final Consumer<List<Problem>> problems;

  WizardLogHost(
      Kit kit, StepsModel steps, Pickers pickers, Clip clip, Consumer<List<Problem>> problems) {
    this.kit = kit;
    this.steps = steps;
    this.pickers = pickers;
    this.clip = clip;
    this.problems = problems;
  }

  @Override
  public String text(String key, Object... values) {
    return kit.texts().get(key, values);
  }

  @Override
  public String time(Instant instant) {
    return kit.formats().clock(instant);
  }

  @Override
  public String step(String id) {
    return steps.title(id);
  }

  @Override
  public void inBackground(Job job) {
    kit.background()
        .start(
            () -> {
              job.run();
              return job;
            },
            done -> {},
            problems);
  }

  @Override
  public Optional<Path> whereToSave(String title, String suggestedName) {
    return pickers.saveAs(title, suggestedName);
  }

  @Override
  public void copy(String text) {
    clip.copy(text);
  }
}
