package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.megatronsetup.bring.Bringer;
import org.megatronsetup.bring.WheelFolders;
import org.megatronsetup.fixtures.Child;
import org.megatronsetup.fixtures.Required;
import org.megatronsetup.model.BringEvent;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.WheelFolder;
import org.megatronsetup.shell.Script;

/** Folders of wheels come over whole, through OpenSSH's own server, whatever goes wrong. */
@Execution(ExecutionMode.CONCURRENT)
class BringTest {
  private static final int MEGA = 1_000_000;

  @TempDir Path folder;
  private Path here;
  private Path state;
  private final List<BringEvent> heard = new ArrayList<>();
  private RealSshd server;

  @BeforeEach
  void folders() throws Exception {
    here = Files.createDirectory(folder.resolve("here"));
    state = folder.resolve("state");
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private void start(String... options) throws Exception {
    server = RealSshd.start(Files.createDirectory(folder.resolve("sshd")), options);
  }

  private void startWithSftp() throws Exception {
    start("Subsystem sftp internal-sftp");
  }

  private void file(String name, int size) throws Exception {
    byte[] content = new byte[size];
    new Random(name.hashCode()).nextBytes(content);
    Files.write(here.resolve(name), content);
  }

  private WheelFolder read() throws InterruptedException {
    return new WheelFolders().read(List.of(here.toString()), state.toString()).getFirst();
  }

  private void bring(SshShell shell, WheelFolder wheels) throws InterruptedException {
    bring(shell, wheels, heard::add);
  }

  private static void bring(SshShell shell, WheelFolder wheels, Consumer<BringEvent> listener)
      throws InterruptedException {
    new Bringer(shell, shell.uploads().orElseThrow(), List.of(wheels), listener).bring();
  }

  private void assertSame(WheelFolder wheels) throws Exception {
    Path there = Path.of(wheels.to());
    try (var names = Files.list(there)) {
      assertThat(names.map(p -> p.getFileName().toString()).sorted())
          .containsExactlyElementsOf(wheels.files().stream().map(WheelFolder.Wheel::name).toList());
    }
    for (WheelFolder.Wheel wheel : wheels.files()) {
      assertThat(Files.mismatch(here.resolve(wheel.name()), there.resolve(wheel.name())))
          .as(wheel.name())
          .isEqualTo(-1);
    }
  }

  private void assertNeverBackwards(WheelFolder wheels) {
    long done = 0;
    for (BringEvent event : heard) {
      if (event instanceof BringEvent.Moved moved) {
        assertThat(moved.done()).isBetween(done, moved.total());
        assertThat(moved.total()).isEqualTo(wheels.size());
        assertThat(moved.file()).isEqualTo(wheels.files().get(moved.number() - 1).name());
        done = moved.done();
      }
    }
  }

  private String contacts() {
    return heard.stream().filter(event -> !(event instanceof BringEvent.Moved)).toList().toString();
  }

  private long sentAccordingToTheEnd() {
    return ((BringEvent.Done) heard.getLast()).sent();
  }

  @Test
  void filesComeOverForThisUserAloneAndOnlyOnce() throws Exception {
    startWithSftp();
    file("a-1-py3-none-any.whl", 3 * MEGA);
    file("b-1.0+local.1-py3-none-any.whl", 1);
    file("c-1.tar.gz", Sending.PIECE);
    file("not-a-package.txt", 10);
    Files.createDirectory(here.resolve("folder.whl"));
    WheelFolder wheels = read();
    try (CutProxy proxy = new CutProxy(server.port);
        SshShell shell = server.shell(proxy.port())) {
      bring(shell, wheels);

      assertThat(wheels.to()).matches(state + "/wheels/[0-9a-f]{16}");
      assertSame(wheels);
      assertNeverBackwards(wheels);
      assertThat(sentAccordingToTheEnd()).isEqualTo(wheels.size());
      assertThat(mode(Path.of(wheels.to()))).isEqualTo("rwx------");
      assertThat(mode(state)).isEqualTo("rwx------");
      assertThat(mode(Path.of(wheels.to(), "a-1-py3-none-any.whl"))).isEqualTo("rw-------");

      long before = proxy.sent();
      heard.clear();
      bring(shell, wheels);
      assertThat(heard).noneMatch(BringEvent.Moved.class::isInstance);
      assertThat(sentAccordingToTheEnd()).isZero();
      assertThat(proxy.sent() - before).isLessThan(MEGA / 10);
    }
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void aFileThatWasSpoiledThereIsReplaced() throws Exception {
    startWithSftp();
    file("a-1-py3-none-any.whl", MEGA);
    file("b-1-py3-none-any.whl", MEGA);
    WheelFolder wheels = read();
    try (SshShell shell = server.shell()) {
      bring(shell, wheels);
      Path spoiled = Path.of(wheels.to(), "a-1-py3-none-any.whl");
      byte[] content = Files.readAllBytes(spoiled);
      content[500_000] ^= 1;
      Files.write(spoiled, content);
      bring(shell, wheels);
      assertSame(wheels);
      assertThat(sentAccordingToTheEnd()).isEqualTo(MEGA);
    }
  }

  @Test
  void whatIsThereOfAFileIsNotSentAgain() throws Exception {
    startWithSftp();
    file("a-1-py3-none-any.whl", 4 * MEGA);
    WheelFolder wheels = read();
    Path there = Files.createDirectories(Path.of(wheels.to()));
    byte[] content = Files.readAllBytes(here.resolve("a-1-py3-none-any.whl"));
    Files.write(there.resolve("a-1-py3-none-any.whl.part"), Arrays.copyOf(content, 3 * MEGA + 7));
    try (SshShell shell = server.shell()) {
      bring(shell, wheels);
    }
    assertSame(wheels);
    assertThat(sentAccordingToTheEnd()).isEqualTo(MEGA - 7);
  }

  @Test
  void aBeginningThatIsWrongIsFoundAndAllOfItSentOnceMore() throws Exception {
    startWithSftp();
    file("a-1-py3-none-any.whl", 2 * MEGA);
    WheelFolder wheels = read();
    Path there = Files.createDirectories(Path.of(wheels.to()));
    Files.write(there.resolve("a-1-py3-none-any.whl.part"), new byte[MEGA]);
    try (SshShell shell = server.shell()) {
      bring(shell, wheels);
    }
    assertSame(wheels);
    assertNeverBackwards(wheels);
    assertThat(sentAccordingToTheEnd()).isEqualTo(3 * MEGA);
  }

  @Test
  void aSumThatIsWrongTwiceIsSaid() throws Exception {
    startWithSftp();
    file("a-1-py3-none-any.whl", MEGA);
    WheelFolder good = read();
    WheelFolder wheels =
        new WheelFolder(
            good.from(),
            good.to(),
            List.of(new WheelFolder.Wheel("a-1-py3-none-any.whl", MEGA, "0".repeat(64))));
    try (CutProxy proxy = new CutProxy(server.port);
        SshShell shell = server.shell(proxy.port())) {
      assertProblem(() -> bring(shell, wheels), "bring-mismatch");
      assertThat(proxy.sent()).isBetween(2L * MEGA, 3L * MEGA);
    }
    assertThat(Path.of(wheels.to())).isEmptyDirectory();
  }

  private static void assertProblem(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String code) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            SetupException.class,
            e -> {
              assertThat(e.problems()).hasSize(1);
              assertThat(e.problems().getFirst().code()).isEqualTo(code);
              assertThat(e.problems().getFirst().nextStep()).isNotBlank();
            });
  }

  @Test
  void manyCutsCostLittleMoreThanWhatWasOnItsWay() throws Exception {
    startWithSftp();
    through(CutProxy.Cut.RESET);
  }

  @Test
  void halfClosedConnectionsToo() throws Exception {
    startWithSftp();
    through(CutProxy.Cut.HALF_CLOSE);
  }

  @Test
  void aServerWithoutSftpTakesThemThroughAScript() throws Exception {
    start();
    through(CutProxy.Cut.RESET);
  }

  @Test
  void aServerWhoseSftpDoesNotStartToo() throws Exception {
    start("Subsystem sftp /bin/false");
    file("a-1-py3-none-any.whl", 3 * MEGA + 1);
    WheelFolder wheels = read();
    try (SshShell shell = server.shell()) {
      bring(shell, wheels);
    }
    assertSame(wheels);
    assertThat(heard).noneMatch(BringEvent.ContactLost.class::isInstance);
  }

  private void through(CutProxy.Cut how) throws Exception {
    int cuts = 6;
    file("a-1-py3-none-any.whl", 50 * MEGA);
    file("b-1-py3-none-any.whl", 30 * MEGA);
    WheelFolder wheels = read();
    try (CutProxy proxy = new CutProxy(server.port);
        SshShell shell = server.shell(proxy.port())) {
      Thread cutter = Thread.ofPlatform().start(() -> cut(proxy, how, cuts));
      try {
        bring(shell, wheels);
      } finally {
        cutter.interrupt();
        cutter.join();
      }
      assertThat(heard.stream().filter(BringEvent.ContactLost.class::isInstance).count())
          .isBetween(3L, (long) cuts);
      assertThat(heard).anyMatch(BringEvent.ContactBack.class::isInstance);
      // a window of the protocol, and what the pipes on the way hold
      assertThat(proxy.sent()).isLessThan(wheels.size() + cuts * 4L * MEGA);
    }
    assertSame(wheels);
    assertNeverBackwards(wheels);
  }

  private static void cut(CutProxy proxy, CutProxy.Cut how, int times) {
    try {
      for (int i = 1; i <= times; i++) {
        while (proxy.sent() < 9L * MEGA * i) {
          Thread.sleep(1);
        }
        proxy.cut(how);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void freshKeysInTheMiddleAreNoCut() throws Exception {
    // OpenSSH asks for them after a gigabyte, which a folder of wheels easily has
    start("Subsystem sftp internal-sftp", "RekeyLimit 4M");
    file("a-1-py3-none-any.whl", 40 * MEGA);
    WheelFolder wheels = read();
    try (SshShell shell = server.shell()) {
      bring(shell, wheels);
    }
    assertSame(wheels);
    assertThat(heard).noneMatch(BringEvent.ContactLost.class::isInstance);
  }

  /** Connects, and returns how many connections that took: a key that nobody knows takes more. */
  private static int knowEachOther(CutProxy proxy, SshShell shell) throws Exception {
    shell.run(new Script("true.sh", "true", List.of()), Duration.ofSeconds(30));
    return proxy.connections();
  }

  @Test
  void silenceInTheMiddleIsNoticed() throws Exception {
    startWithSftp();
    file("a-1-py3-none-any.whl", 60 * MEGA);
    WheelFolder wheels = read();
    try (CutProxy proxy = new CutProxy(server.port);
        SshShell shell = server.shell(proxy.port())) {
      int before = knowEachOther(proxy, shell);
      Thread cutter = Thread.ofPlatform().start(() -> cut(proxy, CutProxy.Cut.BLACK_HOLE, 1));
      bring(shell, wheels);
      cutter.join();
      assertThat(proxy.connections()).as(contacts()).isEqualTo(before + 1);
    }
    assertSame(wheels);
    assertThat(heard).anyMatch(BringEvent.ContactLost.class::isInstance);
  }

  @Test
  void aFrozenServerIsNoticedThoughTheSenderIsHeldInTheSocket() throws Exception {
    startWithSftp();
    file("a-1-py3-none-any.whl", 60 * MEGA);
    WheelFolder wheels = read();
    try (CutProxy proxy = new CutProxy(server.port);
        SshShell shell = server.shell(proxy.port())) {
      int before = knowEachOther(proxy, shell);
      bring(
          shell,
          wheels,
          event -> {
            boolean first = heard.stream().noneMatch(BringEvent.Moved.class::isInstance);
            heard.add(event);
            if (first && event instanceof BringEvent.Moved) {
              signal("-STOP", server.sessions());
            }
          });
      assertThat(proxy.connections()).as(contacts()).isEqualTo(before + 1);
    }
    assertSame(wheels);
    assertThat(heard).anyMatch(BringEvent.ContactLost.class::isInstance);
  }

  private static void signal(String signal, List<ProcessHandle> processes) {
    List<String> words = new ArrayList<>(List.of("kill", signal));
    processes.forEach(p -> words.add(Long.toString(p.pid())));
    try {
      assertThat(new ProcessBuilder(words).inheritIO().start().waitFor()).isZero();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anInterruptEndsItAndTheNextTryGoesOn() throws Exception {
    startWithSftp();
    file("a-1-py3-none-any.whl", 80 * MEGA);
    WheelFolder wheels = read();
    Path part = Path.of(wheels.to(), "a-1-py3-none-any.whl.part");
    try (SshShell shell = server.shell()) {
      AtomicReference<Throwable> end = new AtomicReference<>();
      Thread bringing =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      bring(shell, wheels, _ -> {});
                    } catch (Throwable e) {
                      end.set(e);
                    }
                  });
      while (!Files.exists(part) || Files.size(part) < 5 * MEGA) {
        Thread.sleep(1);
      }
      bringing.interrupt();
      bringing.join();
      assertThat(end.get()).isInstanceOf(InterruptedException.class);
      assertThat(Files.size(part)).isBetween(5L * MEGA, 80L * MEGA - 1);

      bring(shell, wheels);
    }
    assertSame(wheels);
    assertThat(sentAccordingToTheEnd()).isLessThanOrEqualTo(75L * MEGA);
  }

  @Test
  void tooLittleRoomIsSaidBeforeAnythingIsSent() throws Exception {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    Path df = tools.resolve("df");
    Files.writeString(
        df,
        """
        #!/bin/sh
        echo Filesystem Blocks Used Available Capacity Mounted
        echo /dev/sda 100000 90000 900 99% /a mount
        """);
    Files.setPosixFilePermissions(df, PosixFilePermissions.fromString("rwx------"));
    start("Subsystem sftp internal-sftp", "SetEnv PATH=" + tools + ":/usr/bin:/bin");
    file("a-1-py3-none-any.whl", MEGA);
    WheelFolder wheels = read();
    try (SshShell shell = server.shell()) {
      assertThatThrownBy(() -> bring(shell, wheels))
          .isInstanceOfSatisfying(
              SetupException.class,
              e ->
                  assertThat(e.problems().getFirst().cause())
                      .contains("1 MB are needed", "921 kB are free", wheels.to()));
    }
    assertThat(heard).noneMatch(BringEvent.Moved.class::isInstance);
  }

  @Test
  void aDiskThatFillsUpMeanwhileIsSaidAndWhatIsThereIsKept() throws Exception {
    Required.root();
    Files.createDirectory(state);
    Child.succeed(
        folder, folder, "mount", "-t", "tmpfs", "-o", "size=40m", "none", state.toString());
    try {
      startWithSftp();
      file("a-1-py3-none-any.whl", 30 * MEGA);
      WheelFolder wheels = read();
      Path filler = state.resolve("filler");
      try (SshShell shell = server.shell()) {
        assertProblem(
            () ->
                bring(
                    shell,
                    wheels,
                    event -> {
                      heard.add(event);
                      if (event instanceof BringEvent.Moved && !Files.exists(filler)) {
                        write(filler, new byte[20 * MEGA]);
                      }
                    }),
            "bring-no-room");
        Path part = Path.of(wheels.to(), "a-1-py3-none-any.whl.part");
        assertThat(Files.size(part)).isPositive();
        long there = Files.size(part);

        Files.delete(filler);
        bring(shell, wheels);
        assertThat(sentAccordingToTheEnd()).isEqualTo(30L * MEGA - there);
      }
      assertSame(wheels);
    } finally {
      Child.succeed(folder, folder, "umount", "-l", state.toString());
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aServerThatDoesNotTakeMoreIsNoReasonToTryForEver() throws Exception {
    Path limited = folder.resolve("limited");
    Files.writeString(
        limited, "#!/bin/sh\ntrap '' XFSZ\nulimit -f 4000\nexec /usr/lib/openssh/sftp-server\n");
    Files.setPosixFilePermissions(limited, PosixFilePermissions.fromString("rwx------"));
    start("Subsystem sftp " + limited);
    file("a-1-py3-none-any.whl", 20 * MEGA);
    WheelFolder wheels = read();
    try (SshShell shell = server.shell()) {
      assertProblem(() -> bring(shell, wheels), "bring-refused");
    }
    assertThat(Path.of(wheels.to(), "a-1-py3-none-any.whl.part")).exists();
  }

  @Test
  void aScriptThatCannotWriteMoreToo() throws Exception {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    Path dd = tools.resolve("dd");
    Files.writeString(dd, "#!/bin/sh\ntrap '' XFSZ\nulimit -f 4000\nexec /bin/dd \"$@\"\n");
    Files.setPosixFilePermissions(dd, PosixFilePermissions.fromString("rwx------"));
    start("SetEnv PATH=" + tools + ":/usr/bin:/bin");
    file("a-1-py3-none-any.whl", 20 * MEGA);
    WheelFolder wheels = read();
    try (SshShell shell = server.shell()) {
      assertProblem(() -> bring(shell, wheels), "bring-refused");
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsSaid() throws Exception {
    startWithSftp();
    file("a-1-py3-none-any.whl", MEGA);
    Files.writeString(state, "a file");
    WheelFolder wheels = read();
    try (SshShell shell = server.shell()) {
      assertProblem(() -> bring(shell, wheels), "bring-folder-not-writable");
    }
  }

  @Test
  void aFileThatWasChangedSinceThePlanIsNotSent() throws Exception {
    startWithSftp();
    file("a-1-py3-none-any.whl", MEGA);
    WheelFolder wheels = read();
    file("a-1-py3-none-any.whl", MEGA + 1);
    try (SshShell shell = server.shell()) {
      assertProblem(() -> bring(shell, wheels), "bring-file-changed");
      Files.delete(here.resolve("a-1-py3-none-any.whl"));
      assertProblem(() -> bring(shell, wheels), "bring-unreadable");
    }
  }
}
