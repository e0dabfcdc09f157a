package org.megatronsetup.shell.ssh;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.megatronsetup.shell.Collector;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.FileScripts;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.shell.Uploads;
import org.megatronsetup.words.Words;

/**
 * A machine behind SSH. The connection is opened when it is first needed, and again when it broke:
 * whoever asks then tries again. What was typed to sign in is kept in memory for that until this is
 * closed.
 */
public final class SshShell implements Shell {
  private final Route route;
  private final Path ownKeys;
  private final SshDialog dialog;
  private final Secrets secrets = new Secrets();
  private final Uploads uploads = new SshUploads(this::open);
  private Optional<SshConnection> connection = Optional.empty();
  private Optional<SshConnection> answered = Optional.empty();
  private boolean closed;

  /**
   * @param ownKeys file that accepted host keys are kept in; need not exist
   */
  public SshShell(Route route, Path ownKeys, SshDialog dialog) {
    this.route = route;
    this.ownKeys = ownKeys;
    this.dialog = dialog;
  }

  @Override
  public String machine() {
    return route.target().shown();
  }

  private synchronized SshConnection open() throws ContactException, InterruptedException {
    if (closed) {
      throw new ContactException(Words.of("shell.ssh.closed", machine()));
    }
    if (connection.filter(SshConnection::isOpen).isEmpty()) {
      connection.ifPresent(SshConnection::close);
      connection = Optional.empty();
      connection = Optional.of(SshConnection.open(route, ownKeys, dialog, secrets));
    }
    return connection.get();
  }

  @Override
  public Finished run(Script script, Duration limit) throws ContactException, InterruptedException {
    Collector collector = new Collector();
    SshConnection open = open();
    try (SshProcess process = open.start(script, collector)) {
      int status =
          process
              .waitFor(limit)
              .orElseThrow(
                  () ->
                      new ContactException(
                          Words.of("shell.not-ended", script.name(), limit.toSeconds())));
      answered(open);
      return collector.finished(status);
    }
  }

  private synchronized void answered(SshConnection open) {
    if (!answered.equals(Optional.of(open))) {
      answered = Optional.of(open);
      dialog.passed(route.target(), SshDialog.Stage.SHELL);
    }
  }

  @Override
  public Running start(Script script, OutputSink sink) throws ContactException {
    try {
      return open().start(script, sink);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContactException(Words.of("shell.ssh.interrupted", machine()), e);
    }
  }

  @Override
  public void writeFile(String path, byte[] content, int mode)
      throws ContactException, InterruptedException {
    files().write(path, content, mode);
  }

  @Override
  public byte[] readFile(String path, long offset, int limit)
      throws ContactException, InterruptedException {
    return files().read(path, offset, limit);
  }

  private FileScripts files() {
    return new FileScripts(this, Words.of("shell.ssh.on", machine()));
  }

  @Override
  public Optional<Uploads> uploads() {
    return Optional.of(uploads);
  }

  @Override
  public synchronized void close() {
    closed = true;
    connection.ifPresent(SshConnection::close);
    connection = Optional.empty();
    secrets.close();
  }
}
