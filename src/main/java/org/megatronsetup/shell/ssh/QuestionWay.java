package org.megatronsetup.shell.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer.BufferException;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.userauth.UserAuthException;
import org.megatronsetup.shell.ssh.SshDialog.Prompt;
import org.megatronsetup.words.Words;

/** Signing in by answering the server's own questions, in as many rounds as it likes (RFC 4256). */
final class QuestionWay extends Way {
  private static final int MOST_PROMPTS = 32;
  private static final int MOST_ROUNDS = 20;

  private final Answers answers;
  private int rounds;

  QuestionWay(Answers answers) {
    super("keyboard-interactive");
    this.answers = answers;
  }

  /** Who answers. */
  @FunctionalInterface
  interface Answers {
    /**
     * @return as many as there are prompts; empty: the person would rather not
     */
    Optional<List<char[]>> of(Round round) throws InterruptedException;
  }

  /** What the server asks at a time. */
  record Round(String title, String instruction, List<Prompt> prompts) {}

  @Override
  boolean waitsForPerson() {
    return true;
  }

  @Override
  protected SSHPacket buildReq() throws UserAuthException {
    return super.buildReq().putString("").putString("");
  }

  @Override
  void question(SSHPacket packet) throws UserAuthException {
    Round round = read(packet);
    rounds++;
    if (rounds > MOST_ROUNDS) {
      throw new UserAuthException("the server asks without end");
    }
    answerBeside(() -> answer(round));
  }

  private SSHPacket answer(Round round) throws Signer.NotSigned, InterruptedException {
    List<char[]> given =
        round.prompts().isEmpty()
            ? List.of()
            : answers
                .of(round)
                .orElseThrow(
                    () -> new Signer.NotSigned(Words.of("shell.tried.questions.unanswered")));
    try {
      if (given.size() != round.prompts().size()) {
        throw new Signer.NotSigned(Words.of("shell.tried.questions.some"));
      }
      SSHPacket packet = new SSHPacket(Message.USERAUTH_INFO_RESPONSE).putUInt32(given.size());
      given.forEach(packet::putSensitiveString);
      return packet;
    } finally {
      given.forEach(Secrets::wipe);
    }
  }

  private static Round read(SSHPacket packet) throws UserAuthException {
    try {
      String title = Plain.line(packet.readString());
      String instruction = Plain.lines(packet.readString());
      packet.readString(); // language
      long count = packet.readUInt32();
      if (count > MOST_PROMPTS) {
        throw new UserAuthException("the server asks too much at a time");
      }
      List<Prompt> prompts = new ArrayList<>();
      for (long i = 0; i < count; i++) {
        prompts.add(new Prompt(Plain.lines(packet.readString()), packet.readBoolean()));
      }
      return new Round(title, instruction, List.copyOf(prompts));
    } catch (BufferException e) {
      throw new UserAuthException("the server's question makes no sense", e);
    }
  }
}
