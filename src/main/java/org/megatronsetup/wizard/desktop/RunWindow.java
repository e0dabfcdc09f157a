package org.megatronsetup.wizard.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;

/**
 * Sees to it that a run is shown in one window of this person's on this computer. The window that
 * shows it holds a lock, which the system lets go of when its process ends, however it ends, and
 * listens on a socket beside it: whoever connects asks it to come to the front. The socket is no
 * more than a courtesy, so that where there can be none the lock alone says who is first.
 */
public final class RunWindow implements AutoCloseable {
  private final Path folder;
  private final Runnable toFront;
  private Optional<FileChannel> lock = Optional.empty();
  private Optional<ServerSocketChannel> listener = Optional.empty();
  private String held = "";

  /**
   * @param folder for locks; is made where it is missing
   * @param toFront brings this window to the front, from any thread
   */
  public RunWindow(Path folder, Runnable toFront) {
    this.folder = folder;
    this.toFront = toFront;
  }

  /**
   * Takes a run for this window, and lets go of the one before.
   *
   * @param run what tells it from all others, whatever is in it
   * @return whether this window has it now; otherwise the one that has it was asked to come forward
   */
  public synchronized boolean take(String run) {
    if (run.equals(held)) {
      return true;
    }
    String name = UUID.nameUUIDFromBytes(run.getBytes(StandardCharsets.UTF_8)).toString();
    Path socket = folder.resolve(name + ".socket");
    try {
      makeFolder();
      FileChannel file =
          FileChannel.open(
              folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locks(file)) {
        file.close();
        callForward(socket);
        return false;
      }
      close();
      lock = Optional.of(file);
      held = run;
    } catch (IOException e) {
      // without a place for locks nobody can know of another window, and nothing is lost by two
      return true;
    }
    listen(socket);
    return true;
  }

  private void makeFolder() throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(folder);
    }
  }

  private static boolean locks(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void callForward(Path socket) {
    try (SocketChannel caller = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      caller.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException | UnsupportedOperationException e) {
      // it is told where the run is shown all the same
      return;
    }
  }

  private void listen(Path socket) {
    try {
      // what a process that was killed has left
      Files.deleteIfExists(socket);
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      listener = Optional.of(server);
      server.bind(UnixDomainSocketAddress.of(socket));
      Thread.ofVirtual().name("run window").start(() -> hear(server));
    } catch (IOException | UnsupportedOperationException e) {
      listener = Optional.empty();
    }
  }

  private void hear(ServerSocketChannel server) {
    try {
      while (true) {
        server.accept().close();
        toFront.run();
      }
    } catch (ClosedChannelException e) {
      // the run was let go of
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets go of the run. */
  @Override
  public synchronized void close() {
    held = "";
    try {
      if (listener.isPresent()) {
        Path socket = ((UnixDomainSocketAddress) listener.get().getLocalAddress()).getPath();
        listener.get().close();
        Files.deleteIfExists(socket);
      }
      if (lock.isPresent()) {
        lock.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      listener = Optional.empty();
      lock = Optional.empty();
    }
  }
}
