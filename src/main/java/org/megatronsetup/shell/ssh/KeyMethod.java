package org.megatronsetup.shell.ssh;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.ssh.Attempt.Outcome;
import org.megatronsetup.words.Words;

/** Keys, one after the other; each at most once. */
final class KeyMethod implements SignIn.Method {
  private final Attempt attempt;
  private final KeyOffers offers;
  private final Tried tried;

  /** Empty: not looked for yet, as a server may not want any. */
  private Optional<Deque<Signer>> left = Optional.empty();

  KeyMethod(Attempt attempt, KeyOffers offers, Tried tried) {
    this.attempt = attempt;
    this.offers = offers;
    this.tried = tried;
  }

  @Override
  public String name() {
    return "publickey";
  }

  @Override
  public boolean spent() {
    return left.isPresent() && left.get().isEmpty();
  }

  @Override
  public Outcome tryOnce() throws ContactException, InterruptedException {
    if (left.isEmpty()) {
      left = Optional.of(new ArrayDeque<>(offers.signers()));
    }
    Signer signer = left.get().poll();
    if (signer == null) {
      return Outcome.GIVEN_UP;
    }
    try {
      KeyWay way = new KeyWay(signer);
      Outcome outcome = attempt.send(way);
      if (outcome == Outcome.REFUSED) {
        tried.refused(signer);
      } else if (outcome == Outcome.PARTLY) {
        tried.sent(signer.name(), Words.of("shell.tried.partly"));
      } else if (outcome == Outcome.GIVEN_UP) {
        tried.declined(signer.name(), way.abandoned().orElseThrow());
      }
      return outcome;
    } catch (Signer.NotSigned e) {
      tried.declined(signer.name(), e.getMessage());
      return Outcome.GIVEN_UP;
    }
  }
}
