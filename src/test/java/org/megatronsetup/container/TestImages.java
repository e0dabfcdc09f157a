package org.megatronsetup.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
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

  /** A bare system that calls itself Ubuntu 24.04, without Python. */
  public static void ubuntu(RealEngine engine, String name) {
    put(engine, made("ubuntu.tar"), name);
  }

  /**
   * The same with Python and pip, and with what NVIDIA's images have: pins for pip, and the leave
   * to install into the system's own Python.
   */
  public static void ngc(RealEngine engine, String name) {
    engine.run(
        "import",
        "--change",
        "ENV PIP_CONSTRAINT=/etc/pip/constraint.txt",
        "--change",
        "ENV PIP_BREAK_SYSTEM_PACKAGES=1",
        made("ngc.tar").toString(),
        name);
  }

  /** A folder with packages: {@code ubuntu} and {@code cuda}. */
  public static Path mirror() {
    return made("mirror");
  }

  /** Of the stand-in for NVIDIA's keyring. */
  public static String keyringSha256() throws Exception {
    Path file = mirror().resolve("cuda/ubuntu2404/x86_64/cuda-keyring_1.1-1_all.deb");
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private static Path made(String name) {
    String ubuntu = System.getenv(ROOTFS);
    Required.that(ubuntu != null, "%s names what .ci/images makes".formatted(ROOTFS));
    return Path.of(ubuntu).resolveSibling(name);
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
