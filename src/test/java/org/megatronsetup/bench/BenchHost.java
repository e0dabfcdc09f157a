package org.megatronsetup.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.log.LogHost;

/** A bare window around a log view. */
final class BenchHost implements LogHost {
  private volatile CompletableFuture<String> copied = new CompletableFuture<>();
  private final Texts texts = new Texts();

  @Override
  public String text(String key, Object... values) {
    return texts.get(key, values);
  }

  @Override
  public String time(Instant instant) {
    return LocalTime.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  @Override
  public String step(String id) {
    return "Step " + id;
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
  public void copy(String text) {
    copied.complete(text);
  }

  /** What is copied next. */
  CompletableFuture<String> nextCopy() {
    forgetCopy();
    return copied;
  }

  /** Keeps nothing of what was copied. */
  void forgetCopy() {
    copied = new CompletableFuture<>();
  }
}
