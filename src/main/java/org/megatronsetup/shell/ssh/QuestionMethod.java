package org.megatronsetup.shell.ssh;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.ssh.Attempt.Outcome;
import org.megatronsetup.shell.ssh.QuestionWay.Round;
import org.megatronsetup.shell.ssh.SshDialog.Prompt;
import org.megatronsetup.words.Words;

/**
 * The server's own questions. One that is plainly for the password is answered like the password
 * method, and what is answered otherwise, such as a one-time code, is never kept.
 */
final class QuestionMethod implements SignIn.Method {
  private static final int MOST_TRIES = 3;

  private final Attempt attempt;
  private final Hop hop;
  private final SshDialog dialog;
  private final Password password;
  private final Tried tried;
  private boolean spent;
  private int tries;

  /** Whether the server has asked anything in this try. */
  private volatile boolean asked;

  QuestionMethod(Attempt attempt, Hop hop, SshDialog dialog, Password password, Tried tried) {
    this.attempt = attempt;
    this.hop = hop;
    this.dialog = dialog;
    this.password = password;
    this.tried = tried;
  }

  @Override
  public String name() {
    return "keyboard-interactive";
  }

  @Override
  public boolean spent() {
    return spent;
  }

  @Override
  public Outcome tryOnce() throws ContactException, InterruptedException {
    tries++;
    asked = false;
    QuestionWay way = new QuestionWay(this::answers);
    Outcome outcome = attempt.send(way);
    switch (outcome) {
      case IN -> password.accepted();
      case PARTLY -> {
        password.accepted();
        tried.sent(questions(), Words.of("shell.tried.partly"));
      }
      case REFUSED -> {
        password.refused();
        spent = !asked || tries >= MOST_TRIES;
        if (asked) {
          tried.sent(questions(), Words.of("shell.tried.questions.refused"));
        } else {
          tried.note(questions(), Words.of("shell.tried.questions.none"));
        }
      }
      case GIVEN_UP -> {
        password.refused();
        spent = true;
        tried.declined(questions(), way.abandoned().orElseThrow());
      }
    }
    return outcome;
  }

  private static String questions() {
    return Words.of("shell.tried.questions");
  }

  private Optional<List<char[]>> answers(Round round) {
    asked = true;
    if (forPassword(round)) {
      return password.next().map(List::of);
    }
    return dialog.answers(hop, round.title(), round.instruction(), round.prompts());
  }

  private static boolean forPassword(Round round) {
    if (round.prompts().size() != 1) {
      return false;
    }
    Prompt prompt = round.prompts().getFirst();
    String text = prompt.text().toLowerCase(Locale.ROOT);
    return !prompt.echo()
        && text.contains("password")
        && !text.contains("one-time")
        && !text.contains("one time")
        && !text.contains("otp")
        && !text.contains("new password");
  }
}
