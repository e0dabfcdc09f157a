package org.megatronsetup.shell.ssh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.megatronsetup.fixtures.FixtureRequest;
import org.megatronsetup.fixtures.SystemUser;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Step;
import org.megatronsetup.run.RunRequest;
import org.megatronsetup.run.Runs;

/** Runs of a user made for the test, over a real server on loopback. */
final class UserFixture implements AutoCloseable {
  final SystemUser user;
  final RealSshd server;
  final SshShell shell;
  final Runs runs;

  /**
   * @param login the user's shell; {@code options} are lines for the server
   */
  UserFixture(Path folder, String login, String... options) throws Exception {
    user = SystemUser.make(folder, login);
    RealSshd started = null;
    try {
      started = RealSshd.start(Files.createDirectory(folder.resolve("sshd")), options);
      server = started;
      shell = server.shellOf(user);
    } catch (Throwable e) {
      if (started != null) {
        started.close();
      }
      user.close();
      throw e;
    }
    runs = new Runs(shell, state());
  }

  String state() {
    return user.home.resolve(".local/state/megatron-setup").toString();
  }

  Path directory(String id) {
    return Path.of(state(), "runs", id);
  }

  RunRequest request(Step... steps) {
    return FixtureRequest.of(
        user.home.resolve("venv").toString(), Credentials.NONE, Map.of(), steps);
  }

  @Override
  public void close() {
    shell.close();
    server.close();
    user.close();
  }
}
