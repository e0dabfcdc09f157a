package org.megatronsetup.shell;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.megatronsetup.words.Words;

/** The computer that this program runs on. */
public final class LocalShell implements Shell {
  private final String interpreter;
  private final Map<String, String> environment;

  public LocalShell() {
    this("sh", Map.of());
  }

  /**
   * @param interpreter the POSIX shell that runs the scripts
   * @param environment variables that scripts get beside this program's own; they win
   */
  public LocalShell(String interpreter, Map<String, String> environment) {
    this.interpreter = interpreter;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public String machine() {
    return Words.of("shell.this-computer");
  }

  @Override
  public Finished run(Script script, Duration limit) throws ContactException, InterruptedException {
    Collector collector = new Collector();
    try (LocalProcess process = launch(script, collector)) {
      int status =
          process
              .waitFor(limit)
              .orElseThrow(
                  () ->
                      new ContactException(
                          Words.of("shell.not-ended", script.name(), limit.toSeconds())));
      return collector.finished(status);
    }
  }

  @Override
  public Running start(Script script, OutputSink sink) throws ContactException {
    return launch(script, sink);
  }

  private LocalProcess launch(Script script, OutputSink sink) throws ContactException {
    List<String> command = new ArrayList<>();
    command.add(interpreter);
    command.add("-c");
    command.add(script.text());
    command.add(script.name());
    command.addAll(script.arguments());
    checkWords(script);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    try {
      return new LocalProcess(builder.start(), script.input(), sink);
    } catch (IOException e) {
      throw new ContactException(Words.of("shell.not-started", script.name(), e.getMessage()), e);
    }
  }

  /** Java would put a question mark where this locale has no character, and name other files. */
  private static void checkWords(Script script) throws ContactException {
    Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding"));
    for (String word : script.arguments()) {
      if (!charset.newEncoder().canEncode(word)) {
        throw new ContactException(Words.of("shell.locale", word));
      }
    }
  }

  @Override
  public void writeFile(String path, byte[] content, int mode) throws ContactException {
    Path target = path(path);
    Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    FileAttribute<Set<PosixFilePermission>> permissions =
        PosixFilePermissions.asFileAttribute(permissions(mode));
    try {
      try {
        try (var channel =
            Files.newByteChannel(
                temporary,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                permissions)) {
          var buffer = ByteBuffer.wrap(content);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
        }
        // the umask may have taken bits away that were asked for
        Files.setPosixFilePermissions(temporary, permissions.value());
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new ContactException(Words.of("shell.file.not-written", path, e.getMessage()), e);
    }
  }

  private static Path path(String path) throws ContactException {
    try {
      return Path.of(path);
    } catch (InvalidPathException e) {
      throw new ContactException(Words.of("shell.file.no-path", path), e);
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    PosixFilePermission[] highestFirst = {
      PosixFilePermission.OWNER_READ,
      PosixFilePermission.OWNER_WRITE,
      PosixFilePermission.OWNER_EXECUTE,
      PosixFilePermission.GROUP_READ,
      PosixFilePermission.GROUP_WRITE,
      PosixFilePermission.GROUP_EXECUTE,
      PosixFilePermission.OTHERS_READ,
      PosixFilePermission.OTHERS_WRITE,
      PosixFilePermission.OTHERS_EXECUTE
    };
    Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
    for (int i = 0; i < highestFirst.length; i++) {
      if ((mode & (0400 >> i)) != 0) {
        set.add(highestFirst[i]);
      }
    }
    return set;
  }

  @Override
  public byte[] readFile(String path, long offset, int limit) throws ContactException {
    try (RandomAccessFile file = new RandomAccessFile(path, "r")) {
      int length = (int) Math.min(limit, Math.max(0, file.length() - offset));
      byte[] content = new byte[length];
      file.seek(offset);
      int read = 0;
      while (read < length) {
        int more = file.read(content, read, length - read);
        if (more < 0) {
          return Arrays.copyOf(content, read);
        }
        read += more;
      }
      return content;
    } catch (IOException e) {
      throw new ContactException(Words.of("shell.file.not-read", path, e.getMessage()), e);
    }
  }

  @Override
  public void close() {}
}
