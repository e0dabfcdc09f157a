package org.megatronsetup.wizard;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears every warning that is logged, by JavaFX's style sheets too, and all of standard error. */
public final class Complaints extends Handler implements AutoCloseable {
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream before = System.err;
  private final Logger root = Logger.getLogger("");

  public Complaints() {
    root.addHandler(this);
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @Override
  public void publish(LogRecord line) {
    // the tests run JavaFX on the class path, which the launcher does not
    if (line.getLevel().intValue() >= Level.WARNING.intValue()
        && !line.getMessage().contains("Unsupported JavaFX configuration")) {
      heard.add(line.getLoggerName() + ": " + line.getMessage());
    }
  }

  /** What was heard so far. */
  public List<String> all() {
    List<String> all = new ArrayList<>(heard);
    printed
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.contains("Unsupported JavaFX configuration"))
        .filter(line -> !line.matches(".*com.sun.javafx.application.PlatformImpl startup"))
        .forEach(all::add);
    return all;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    System.setErr(before);
  }
}
