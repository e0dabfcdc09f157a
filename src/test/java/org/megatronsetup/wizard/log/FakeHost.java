package org.megatronsetup.wizard.log;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.wizard.kit.Texts;

/** A window around a log view, for tests: work is done at once, nothing is asked. */
final class FakeHost implements LogHost {
  private final Texts texts = new Texts();
  volatile String copied = "";

  /** Whether work waits in {@link #jobs} until the test does it. */
  boolean holdsWork;

  final List<Job> jobs = new ArrayList<>();
  Optional<Path> file = Optional.empty();

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
    if (holdsWork) {
      jobs.add(job);
      return;
    }
    try {
      job.run();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public Optional<Path> whereToSave(String title, String suggestedName) {
    return file;
  }

  @Override
  public void copy(String text) {
    copied = text;
  }
}
