package org.megatronsetup.shell.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The threads of connections: none may stay behind when all is closed. */
final class SshThreads {
  private final Set<Thread> before = all();

  private static Set<Thread> all() {
    Set<Thread> found = new HashSet<>(Thread.getAllStackTraces().keySet());
    found.removeIf(
        t ->
            !t.getName().matches("(?i).*(ssh|keep-?alive|reader|heartbeat).*")
                || t.getName().startsWith("HTTP"));
    return found;
  }

  /** Waits a while for those that are on their way out. */
  void noneLeft() throws InterruptedException {
    for (int i = 0; i < 600 && !left().isEmpty(); i++) {
      Thread.sleep(50);
    }
    assertThat(left()).isEmpty();
  }

  private List<Thread> left() {
    return all().stream().filter(t -> t.isAlive() && !before.contains(t)).toList();
  }
}
