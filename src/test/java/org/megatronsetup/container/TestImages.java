package org.megatronsetup.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.fixtures.Required;

/** Images for tests, made without any registry. */
public final class TestImages {
  /** Where {@code .ci/run} says that a small Debian root file system lies, as a tar file. */
  private static final String ROOTFS = "MEGATRON_SETUP_TEST_ROOTFS";

  private static final Path BUSYBOX = Path.of("/bin/busybox");

  private TestImages() {}

  /** The Debian that {@code .ci/run} has made; without it, the tiny one. */
  public static void system(RealEngine engine, Path folder, String name) throws IOException {
    String rootfs = System.getenv(ROOTFS);
    put(engine, rootfs == null ? tinyRoot(folder) : Path.of(rootfs), name);
  }

  /** One static program of two megabytes under all its names, and an {@code /etc/os-release}. */
  public static void tiny(RealEngine engine, Path folder, String name) throws IOException {
    put(engine, tinyRoot(folder), name);
  }

  private static void put(RealEngine engine, Path tar, String name) {
    engine.run("import", "--change", "CMD [\"sh\"]", tar.toString(), name);
  }

  private static Path tinyRoot(Path folder) throws IOException {
    Required.that(Files.isExecutable(BUSYBOX), "there is " + BUSYBOX);
    Path root = Files.createDirectories(folder.resolve("tiny"));
    Path tar = folder.resolve("tiny.tar");
    if (Files.exists(tar)) {
      return tar;
    }
    for (String name : new String[] {"bin", "etc", "tmp", "root", "proc", "sys", "dev", "usr"}) {
      Files.createDirectories(root.resolve(name));
    }
    Files.copy(BUSYBOX, root.resolve("bin/busybox"));
    root.resolve("bin/busybox").toFile().setExecutable(true, false);
    String applets =
        Child.run(root, root, Map.of(), List.of(BUSYBOX.toString(), "--list")).output();
    for (String applet : applets.split("\n")) {
      if (!applet.equals("busybox")) {
        Files.createSymbolicLink(root.resolve("bin").resolve(applet), Path.of("busybox"));
      }
    }
    Files.createSymbolicLink(root.resolve("usr/bin"), Path.of("../bin"));
    Files.writeString(
        root.resolve("etc/os-release"),
        "NAME=\"Tiny\"\nID=tiny\nVERSION_ID=\"1\"\nPRETTY_NAME=\"Tiny 1\"\n");
    Files.writeString(root.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
    Files.writeString(root.resolve("etc/group"), "root:x:0:\n");
    Child.succeed(folder, folder, "tar", "-C", root.toString(), "-cf", tar.toString(), ".");
    return tar;
  }
}
