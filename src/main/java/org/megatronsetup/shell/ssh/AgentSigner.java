package org.megatronsetup.shell.ssh;

import java.io.IOException;
import org.megatronsetup.words.Words;

/** A key in the agent. */
final class AgentSigner implements Signer {
  private final Agent agent;
  private final Agent.Key key;

  AgentSigner(Agent agent, Agent.Key key) {
    this.agent = agent;
    this.key = key;
  }

  @Override
  public String name() {
    return Words.of(
        "shell.tried.agent-key",
        Plain.line(key.comment().isBlank() ? blob().type() : key.comment()));
  }

  @Override
  public PublicBlob blob() {
    return key.blob();
  }

  @Override
  public byte[] sign(byte[] data) throws NotSigned {
    try {
      return agent.sign(key.blob(), data);
    } catch (IOException e) {
      throw new NotSigned(Words.of("shell.tried.agent-key.unsigned"));
    }
  }

  @Override
  public boolean waitsForPerson() {
    return key.blob().token();
  }
}
