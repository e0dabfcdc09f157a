package org.megatronsetup.shell.ssh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.megatronsetup.words.Words;

/** What was tried in a sign-in and what came of each, in words. */
final class Tried {
  private final List<String> lines = new ArrayList<>();
  private int agentKeys;
  private boolean offered;
  private boolean declined;

  void refused(Signer signer) {
    offered = true;
    if (signer instanceof AgentSigner) {
      agentKeys++;
    } else {
      note(signer.name(), Words.of("shell.tried.refused"));
    }
  }

  void note(String what, String answer) {
    lines.add(line(what, answer));
  }

  private static String line(String what, String answer) {
    return what + ": " + answer;
  }

  /** Something that was sent to the server. */
  void sent(String what, String answer) {
    offered = true;
    note(what, answer);
  }

  /** Something that the person would rather not give. */
  void declined(String what, String answer) {
    declined = true;
    note(what, answer);
  }

  /** Whether there was nothing at all to sign in with. */
  boolean nothing() {
    return !offered && !declined;
  }

  /** As in {@code the agent's 2 keys: refused; password: not given}. */
  String words() {
    Map<String, Integer> times = new LinkedHashMap<>();
    if (agentKeys > 0) {
      times.put(
          line(Words.count("shell.tried.agent-keys", agentKeys), Words.of("shell.tried.refused")),
          1);
    }
    lines.forEach(line -> times.merge(line, 1, Integer::sum));
    return times.entrySet().stream()
        .map(
            line ->
                line.getValue() == 1
                    ? line.getKey()
                    : Words.of("shell.tried.times", line.getKey(), line.getValue()))
        .collect(Collectors.joining("; "));
  }
}
