package org.megatronsetup.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Makes whole lines of the pieces of a run's {@code events}. */
final class EventLines {
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long offset;

  /** How many bytes of the file were taken. */
  long offset() {
    return offset;
  }

  List<EventLine> next(byte[] bytes) {
    List<EventLine> complete = new ArrayList<>();
    for (byte b : bytes) {
      if (b == '\n') {
        EventLine.parse(line.toString(StandardCharsets.UTF_8)).ifPresent(complete::add);
        line.reset();
      } else {
        line.write(b);
      }
    }
    offset += bytes.length;
    return complete;
  }
}
