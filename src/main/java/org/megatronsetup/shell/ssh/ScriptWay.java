package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.megatronsetup.shell.Collector;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.shell.Uploads;
import org.megatronsetup.words.Words;

/** Sends a file to a script, for servers without SFTP. */
final class ScriptWay {
  /** The unit in which the script counts places in a file. */
  static final int BLOCK = 32_768;

  private final SshConnection connection;

  ScriptWay(SshConnection connection) {
    this.connection = connection;
  }

  void send(Sending sending, String to, long blocks) throws IOException, InterruptedException {
    Collector collector = new Collector();
    Shell.OutputSink sink =
        new Shell.OutputSink() {
          @Override
          public void output(byte[] buffer, int length) {
            // it only speaks to say that it takes no more
            sending.stop();
          }

          @Override
          public void errors(byte[] buffer, int length) {
            collector.errors(buffer, length);
          }
        };
    AtomicReference<IOException> failure = new AtomicReference<>();
    try (SshProcess process =
        connection.start(
            Scripts.load("bring/append.sh", List.of(to, Long.toString(blocks))),
            sink,
            out -> {
              try {
                sending.copy(out);
              } catch (IOException e) {
                failure.set(e);
                throw e;
              }
            })) {
      Shell.Finished finished = collector.finished(process.waitFor());
      if (finished.exitStatus() != 0) {
        String said = new String(finished.errors(), StandardCharsets.UTF_8).strip();
        throw new Uploads.RefusedException(
            Words.of("shell.upload.said", Plain.line(said.lines().findFirst().orElse(""))),
            failure.get());
      }
      if (failure.get() != null) {
        throw failure.get();
      }
    }
  }
}
