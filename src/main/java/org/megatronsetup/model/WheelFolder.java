package org.megatronsetup.model;

import java.util.List;

/**
 * A folder of wheels of the computer that this program runs on, and where it goes. Its place on the
 * target follows from what is in it, so the same wheels are brought once.
 *
 * @param from absolute path on the computer that this program runs on
 * @param to absolute path on the target
 * @param files sorted by name
 */
public record WheelFolder(String from, String to, List<Wheel> files) {

  public WheelFolder {
    files = List.copyOf(files);
  }

  /**
   * A wheel or source distribution.
   *
   * @param size in bytes
   * @param sha256 of its content, 64 hexadecimal digits
   */
  public record Wheel(String name, long size, String sha256) {}

  /** All files together, in bytes. */
  public long size() {
    return files.stream().mapToLong(Wheel::size).sum();
  }
}
