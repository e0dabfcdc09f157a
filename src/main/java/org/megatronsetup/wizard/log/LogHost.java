package org.megatronsetup.wizard.log;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** What a log view asks of the window around it. */
public interface LogHost {

  /** A text of the wizard's bundle. */
  String text(String key, Object... values);

  /** The time of day, to the second. */
  String time(Instant instant);

  /** What a step is called on the screen. */
  String step(String id);

  /** Runs a job off the thread of the screen; whatever it throws is the host's to show. */
  void inBackground(Job job);

  /** Asks where to save a file; empty: not at all. */
  Optional<Path> whereToSave(String title, String suggestedName);

  /** Puts a text where it can be pasted from. */
  void copy(String text);

  /** Something that takes a while. */
  @FunctionalInterface
  interface Job {
    void run() throws Exception;
  }
}
