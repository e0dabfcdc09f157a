package org.megatronsetup.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.megatronsetup.words.Words;

/** Reads one file of a zip archive without reading the others. */
final class ZipEntryReader {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int CENTRAL_SIGNATURE = 0x02014b50;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int END_SIZE = 22;
  private static final int CENTRAL_SIZE = 46;
  private static final int LOCAL_SIZE = 30;

  /** Enough for the end record and a directory of some hundred files. */
  private static final int FIRST_TAIL = 16 << 10;

  /** The end record may be followed by a comment of up to 64 KiB. */
  private static final int LONGEST_TAIL = END_SIZE + (1 << 16);

  private static final int LARGEST_DIRECTORY = 16 << 20;
  private static final int LARGEST_ENTRY = 8 << 20;

  /** Local headers may have longer extra fields than the directory says. */
  private static final int SLACK = 512;

  private final FileBytes file;
  private FileBytes.Tail tail;

  ZipEntryReader(FileBytes file) {
    this.file = file;
  }

  /** Where an entry is, from the directory. */
  private record Entry(long offset, int nameLength, int method, long packed, long size) {}

  /**
   * The first entry whose name is wanted; empty if there is none.
   *
   * @throws DataFormatException if this is no zip archive, or one that is not understood
   */
  Optional<byte[]> read(Predicate<String> wanted) throws DataFormatException, InterruptedException {
    tail = file.tail(FIRST_TAIL);
    int end = findEnd();
    if (end < 0 && tail.bytes().length < tail.size()) {
      tail = file.tail(LONGEST_TAIL);
      end = findEnd();
    }
    if (end < 0) {
      throw new DataFormatException(Words.of("index.archive.not-zip"));
    }
    ByteBuffer record = littleEndian(tail.bytes());
    long size = Integer.toUnsignedLong(record.getInt(end + 12));
    long offset = Integer.toUnsignedLong(record.getInt(end + 16));
    if (size > LARGEST_DIRECTORY || offset + size > tail.size()) {
      throw new DataFormatException(Words.of("index.archive.directory"));
    }
    Optional<Entry> entry = find(piece(offset, (int) size), wanted);
    return entry.isEmpty() ? Optional.empty() : Optional.of(unpack(entry.get()));
  }

  private int findEnd() {
    ByteBuffer bytes = littleEndian(tail.bytes());
    for (int i = bytes.limit() - END_SIZE; i >= 0; i--) {
      if (bytes.getInt(i) == END_SIGNATURE) {
        return i;
      }
    }
    return -1;
  }

  /** A piece of the file, out of what was read already where that has it. */
  private byte[] piece(long offset, int length) throws InterruptedException {
    long start = tail.size() - tail.bytes().length;
    if (offset >= start) {
      int from = (int) (offset - start);
      int to = Math.min(from + length, tail.bytes().length);
      return Arrays.copyOfRange(tail.bytes(), Math.min(from, to), to);
    }
    return file.read(offset, length);
  }

  private static Optional<Entry> find(byte[] directory, Predicate<String> wanted)
      throws DataFormatException {
    ByteBuffer bytes = littleEndian(directory);
    int at = 0;
    while (at + CENTRAL_SIZE <= bytes.limit() && bytes.getInt(at) == CENTRAL_SIGNATURE) {
      int nameLength = Short.toUnsignedInt(bytes.getShort(at + 28));
      int extraLength = Short.toUnsignedInt(bytes.getShort(at + 30));
      int commentLength = Short.toUnsignedInt(bytes.getShort(at + 32));
      int next = at + CENTRAL_SIZE + nameLength + extraLength + commentLength;
      if (next > bytes.limit()) {
        break;
      }
      String name = new String(directory, at + CENTRAL_SIZE, nameLength, StandardCharsets.UTF_8);
      if (wanted.test(name)) {
        Entry entry =
            new Entry(
                Integer.toUnsignedLong(bytes.getInt(at + 42)),
                nameLength,
                Short.toUnsignedInt(bytes.getShort(at + 10)),
                Integer.toUnsignedLong(bytes.getInt(at + 20)),
                Integer.toUnsignedLong(bytes.getInt(at + 24)));
        if (entry.size() > LARGEST_ENTRY || entry.packed() > LARGEST_ENTRY) {
          throw new DataFormatException(Words.of("index.archive.entry-large"));
        }
        return Optional.of(entry);
      }
      at = next;
    }
    return Optional.empty();
  }

  private byte[] unpack(Entry entry) throws DataFormatException, InterruptedException {
    int packed = (int) entry.packed();
    byte[] bytes = piece(entry.offset(), LOCAL_SIZE + entry.nameLength() + SLACK + packed);
    ByteBuffer header = littleEndian(bytes);
    if (bytes.length < LOCAL_SIZE || header.getInt(0) != LOCAL_SIGNATURE) {
      throw new DataFormatException(Words.of("index.archive.entry-misplaced"));
    }
    int start =
        LOCAL_SIZE
            + Short.toUnsignedInt(header.getShort(26))
            + Short.toUnsignedInt(header.getShort(28));
    byte[] content =
        start + packed <= bytes.length
            ? Arrays.copyOfRange(bytes, start, start + packed)
            : piece(entry.offset() + start, packed);
    return switch (entry.method()) {
      case 0 -> content;
      case 8 -> inflate(content, (int) entry.size());
      default -> throw new DataFormatException(Words.of("index.archive.entry-method"));
    };
  }

  private static byte[] inflate(byte[] packed, int size) throws DataFormatException {
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(packed);
      byte[] content = new byte[size];
      int filled = 0;
      while (filled < size) {
        int more = inflater.inflate(content, filled, size - filled);
        if (more == 0) {
          throw new DataFormatException(Words.of("index.archive.entry-cut"));
        }
        filled += more;
      }
      return content;
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
