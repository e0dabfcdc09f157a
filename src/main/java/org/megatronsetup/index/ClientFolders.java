package org.megatronsetup.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.words.Words;

/** Folders of wheels of the computer that this program runs on, which may be no Unix. */
final class ClientFolders implements Folders {

  @Override
  public Found look(String path, boolean indexPage) {
    try (Stream<Path> entries = Files.list(Path.of(path))) {
      return new Found.Folder(
          entries.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList());
    } catch (IOException | InvalidPathException e) {
      throw new SetupException(List.of(SourceProblems.noClientFolder(path)), e);
    }
  }

  @Override
  public Optional<Long> size(String path) {
    try {
      return Optional.of(Files.size(Path.of(path)));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public byte[] read(String path, long offset, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    try (FileChannel file = FileChannel.open(Path.of(path), StandardOpenOption.READ)) {
      int got;
      do {
        got = file.read(buffer, offset + buffer.position());
      } while (got >= 0 && buffer.hasRemaining());
    } catch (IOException e) {
      throw new SetupException(
          List.of(MetadataProblems.unreadable(path, Words.of("index.file.not-allowed"))), e);
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
