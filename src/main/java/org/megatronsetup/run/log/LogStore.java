package org.megatronsetup.run.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.megatronsetup.run.log.LineScanner.OpenLine;
import org.megatronsetup.words.Words;

/**
 * The whole log of a run as lines. The bytes lie in a temporary file, only where each line begins
 * is held in memory (some twelve bytes a line). One thread at a time appends; any thread may read.
 * After {@link #close()} the store is empty, and what arrives late is dropped.
 */
public final class LogStore implements Closeable {
  /** Bytes of a line that are shown and searched; the file has all of it. */
  public static final int LINE_LIMIT = 16_384;

  private static final int PIECE = 1 << 16;
  private static final int CACHED_LINES = 512;

  /** The lines of one step: from (inclusive), to (exclusive). */
  public record Range(int from, int to) {}

  private record Marker(String step, int line) {}

  record Extent(long start, long length, int style, boolean complete) {}

  private final Object appending = new Object();
  private final LogSpool spool;
  private final LineIndex index = new LineIndex();
  private final LineScanner scanner = new LineScanner(index);
  private final ArrivalTimes arrivals = new ArrivalTimes();
  private final InstantSource clock;
  private final List<Marker> markers = new CopyOnWriteArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final LinkedHashMap<Integer, LogLine> cache =
      new LinkedHashMap<>(CACHED_LINES, 0.75f, true);
  private String carried = "";
  private volatile int lineCount;
  private volatile boolean closed;

  /** Spools into the system's folder for temporary files. */
  public LogStore() {
    this(Path.of(System.getProperty("java.io.tmpdir")));
  }

  /**
   * @param folder where the temporary file is made
   */
  public LogStore(Path folder) {
    this(folder, InstantSource.system());
  }

  /**
   * @param clock tells when lines arrive
   */
  public LogStore(Path folder, InstantSource clock) {
    this.clock = clock;
    try {
      spool = new LogSpool(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(Words.of("run.log.no-room", folder), e);
    }
  }

  /** Adds text as it comes, lines cut anywhere. */
  public void append(String text) {
    append(text, clock.instant().getEpochSecond());
  }

  /** Adds text that was there before anybody looked, so that nobody knows when it came. */
  public void appendEarlier(String text) {
    append(text, ArrivalTimes.UNKNOWN);
  }

  private void append(String text, long second) {
    synchronized (appending) {
      int before = lineCount;
      String all = carried + text;
      int end = all.length();
      if (end > 0 && Character.isHighSurrogate(all.charAt(end - 1))) {
        end--;
      }
      int at = 0;
      while (at < end && !closed) {
        int next = Math.min(end, at + PIECE);
        if (next < end && Character.isHighSurrogate(all.charAt(next - 1))) {
          next++;
        }
        write(all.substring(at, next).getBytes(StandardCharsets.UTF_8));
        at = next;
      }
      carried = all.substring(end);
      if (lineCount > before) {
        arrivals.note(before, second);
      }
    }
    listeners.forEach(Runnable::run);
  }

  private void write(byte[] bytes) {
    try {
      spool.write(bytes);
    } catch (IOException e) {
      if (closed) {
        return;
      }
      throw new UncheckedIOException(Words.of("run.log.not-kept"), e);
    }
    scanner.scan(bytes);
    OpenLine open = scanner.open();
    lineCount = open.line() + (open.length() > 0 ? 1 : 0);
  }

  /** Is run after each append, on the thread that appended, which goes on when it has ended. */
  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  /** All lines, a last one without an end included. */
  public int lineCount() {
    return closed ? 0 : lineCount;
  }

  /** Lines that will not change any more. */
  public int completeLines() {
    return closed ? 0 : Math.min(index.size(), lineCount);
  }

  /** Bytes of the whole log. */
  public long size() {
    return scanner.position();
  }

  /** When a line began to arrive, to the second; empty: it was there before, or is not there. */
  public Optional<Instant> arrived(int line) {
    return line < lineCount() ? arrivals.of(line) : Optional.empty();
  }

  /** The line as it is shown; an empty one where there is none (any more). */
  public LogLine line(int line) {
    if (line < 0 || line >= lineCount()) {
      return LogLine.empty(line);
    }
    synchronized (cache) {
      LogLine known = cache.get(line);
      if (known != null) {
        return known;
      }
    }
    Extent extent = extent(line);
    LogLine parsed = read(line, extent);
    if (extent.complete()) {
      synchronized (cache) {
        cache.put(line, parsed);
        if (cache.size() > CACHED_LINES) {
          cache.pollFirstEntry();
        }
      }
    }
    return parsed;
  }

  private LogLine read(int line, Extent extent) {
    int wanted = (int) Math.min(extent.length(), LINE_LIMIT);
    byte[] bytes = new byte[wanted];
    try {
      int got = spool.read(extent.start(), bytes, wanted);
      return LineParser.parse(line, bytes, got, extent.style(), extent.length() > wanted);
    } catch (IOException e) {
      if (closed) {
        return LogLine.empty(line);
      }
      throw new UncheckedIOException(Words.of("run.log.not-read"), e);
    }
  }

  /** Where a line lies that there is. */
  private Extent extent(int line) {
    OpenLine open = scanner.open();
    // the open line may have been completed since
    return line < index.size()
        ? new Extent(index.start(line), index.length(line), index.style(line), true)
        : new Extent(open.start(), open.length(), open.style(), false);
  }

  /** Where some lines lie. */
  List<Extent> extents(int from, int to) {
    List<Extent> extents = new ArrayList<>();
    for (int line = from; line < Math.min(to, lineCount()); line++) {
      extents.add(extent(line));
    }
    return extents;
  }

  LogSpool spool() {
    return spool;
  }

  /** Notes that what comes next belongs to a step. A step may begin again after a resume. */
  public void beginStep(String step) {
    markers.add(new Marker(step, lineCount));
  }

  /** The steps that have begun, in the order in which they first did. */
  public List<String> steps() {
    return markers.stream().map(Marker::step).distinct().toList();
  }

  /** The lines of the latest time that a step ran; empty: it has not begun. */
  public Optional<Range> step(String step) {
    List<Marker> all = List.copyOf(markers);
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).step().equals(step)) {
        int to = i + 1 < all.size() ? all.get(i + 1).line() : lineCount();
        return Optional.of(new Range(all.get(i).line(), to));
      }
    }
    return Optional.empty();
  }

  /** Writes the log byte for byte as it came, control sequences and all, over any file there. */
  public void saveTo(Path file) throws IOException {
    spool.copyTo(file, size());
  }

  @Override
  public void close() throws IOException {
    closed = true;
    synchronized (cache) {
      cache.clear();
    }
    listeners.clear();
    spool.close();
  }
}
