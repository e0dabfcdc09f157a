package org.megatronsetup.run.log;

import org.megatronsetup.run.log.LogStore.Extent;

/** The lines that are warnings and those that are errors, kept up to date as the log grows. */
public final class LogLevels extends LogSweep {
  private final LineNumbers warnings = new LineNumbers();
  private final LineNumbers errors = new LineNumbers();
  private final BareLine bare = new BareLine();

  public LogLevels(LogStore store) {
    super(store);
  }

  public LineNumbers warnings() {
    return warnings;
  }

  public LineNumbers errors() {
    return errors;
  }

  @Override
  void forgetFrom(int line) {
    warnings.dropFrom(line);
    errors.dropFrom(line);
  }

  @Override
  void read(int line, byte[] bytes, int at, int length, Extent extent) {
    switch (level(bytes, at, length, extent)) {
      case WARNING -> warnings.add(line);
      case ERROR -> errors.add(line);
      case PLAIN -> {}
    }
  }

  private LogLevel level(byte[] bytes, int at, int length, Extent extent) {
    if (!bare.read(bytes, at, length)) {
      return LogLevel.of(LineParser.text(bytes, at, length, extent));
    }
    return LogLevel.isPossible(bare.bytes(), bare.from(), bare.to())
        ? LogLevel.of(bare.text())
        : LogLevel.PLAIN;
  }
}
