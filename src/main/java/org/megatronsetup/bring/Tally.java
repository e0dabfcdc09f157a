package org.megatronsetup.bring;

import java.util.List;
import java.util.function.Consumer;
import org.megatronsetup.model.BringEvent;
import org.megatronsetup.model.WheelFolder;

/** Counts what is there, so that what is told of it never goes backwards. */
final class Tally {
  private final List<WheelFolder.Wheel> all;
  private final long total;
  private final Consumer<BringEvent> listener;

  /** Bytes of files that are there with the right sums. */
  private long whole;

  /** Bytes of files that came over whole and were not looked at yet, and of the one under way. */
  private long loose;

  private long told;
  private long sent;
  private WheelFolder.Wheel file;
  private long offset;

  Tally(List<WheelFolder> folders, Consumer<BringEvent> listener) {
    this.all = folders.stream().flatMap(folder -> folder.files().stream()).toList();
    this.total = all.stream().mapToLong(WheelFolder.Wheel::size).sum();
    this.listener = listener;
  }

  /** After a look: what is whole, and nothing else is counted yet. */
  void there(List<WheelFolder.Wheel> files) {
    loose = 0;
    whole += files.stream().mapToLong(WheelFolder.Wheel::size).sum();
  }

  /** A file is on its way, from some place in it on. */
  void begin(WheelFolder.Wheel next, long from) {
    file = next;
    offset = from;
    loose += from;
    tell();
  }

  /** The file came so far; whether that is further than before. */
  boolean reached(long reached) {
    if (reached <= offset) {
      return false;
    }
    sent += reached - offset;
    loose += reached - offset;
    offset = reached;
    tell();
    return true;
  }

  private void tell() {
    told = Math.max(told, whole + loose);
    listener.accept(
        new BringEvent.Moved(file.name(), all.indexOf(file) + 1, all.size(), told, total));
  }

  void finish() {
    listener.accept(new BringEvent.Done(all.size(), total, sent));
  }
}
