package org.megatronsetup.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.shell.LocalShell;

/** Follows a run in a process of its own and prints the size and the checksum of what it heard. */
final class FollowingClient {
  private FollowingClient() {}

  public static void main(String[] args) throws Exception {
    CRC32 crc = new CRC32();
    long[] size = {0};
    String heard = System.getProperty("heard");
    new Runs(new LocalShell(), args[0])
        .follow(
            args[1],
            event -> {
              if (event instanceof RunEvent.Output output) {
                byte[] bytes = output.text().getBytes(StandardCharsets.UTF_8);
                crc.update(bytes);
                size[0] += bytes.length;
                if (heard != null) {
                  touch(Path.of(heard));
                }
              }
            });
    System.out.println(size[0] + " " + crc.getValue());
  }

  private static void touch(Path path) {
    try {
      Files.write(path, new byte[0]);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
