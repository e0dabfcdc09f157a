package org.megatronsetup.bench;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.megatronsetup.wizard.log.LogHost;

/** A bare window around a log view. */
final class BenchHost implements LogHost {
  private final ResourceBundle texts =
      ResourceBundle.getBundle("org.megatronsetup.wizard.texts", Locale.ROOT);

  @Override
  public String text(String key, Object... values) {
    return new MessageFormat(texts.getString(key), Locale.ROOT).format(values);
  }

  @Override
  public void inBackground(Job job) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                job.run();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
  }

  @Override
  public Optional<Path> whereToSave(String title, String suggestedName) {
    return Optional.empty();
  }

  @Override
  public void copy(String text) {}
}
