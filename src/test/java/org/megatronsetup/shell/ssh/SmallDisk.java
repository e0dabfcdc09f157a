package org.megatronsetup.shell.ssh;

import java.nio.file.Files;
import java.nio.file.Path;
import org.megatronsetup.fixtures.Required;

/** A small file system of its own in memory, gone after {@link #close}. Needs root. */
final class SmallDisk implements AutoCloseable {
  final Path folder;
  private final Thread atExit = new Thread(this::unmount);

  /**
   * @param size as mount takes it, such as {@code 1m}
   */
  SmallDisk(Path folder, String size) throws Exception {
    this.folder = Files.createDirectory(folder);
    Required.root();
    Required.tools("mount", "umount");
    Required.that(
        call("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()) == 0,
        "a small disk can be mounted");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  @Override
  public void close() {
    unmount();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void unmount() {
    if (call("umount", "-l", folder.toString()) != 0) {
      throw new IllegalStateException(folder + " is still mounted");
    }
  }

  private static int call(String... command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
