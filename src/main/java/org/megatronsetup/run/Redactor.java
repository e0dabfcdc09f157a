package org.megatronsetup.run;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.RunEvent;

/**
 * Hides known secrets in what a run prints, before it reaches a screen or an export.
 *
 * <p>It knows a secret as it is, each of its lines, and it percent-encoded, in base64 (also as a
 * part of something longer), quoted for JSON and for a shell; also when it comes in two pieces.
 * What it cannot do: find secrets it was not told of, such as a token in the target's own
 * configuration; find other encodings, such as a hash or hexadecimal; find one that a tool breaks
 * over two lines. A secret of fewer than four characters is left alone. The log on the target is
 * not filtered: it lies in a directory that only its owner can open.
 */
public final class Redactor {
  /** Stands where a secret was. */
  public static final String MASK = "[hidden]";

  private final List<String> forms;

  /**
   * @param more secrets beside the credentials
   */
  public Redactor(Collection<Credentials> credentials, List<String> more) {
    SecretForms secretForms = new SecretForms();
    credentials.forEach(secretForms::add);
    more.forEach(secretForms::addSecret);
    forms = secretForms.all();
  }

  /** A whole text without the secrets. */
  public String redact(String text) {
    String clean = text;
    for (String form : forms) {
      clean = clean.replace(form, MASK);
    }
    return clean;
  }

  /**
   * A listener that passes events on without the secrets. What may be the beginning of a secret is
   * kept until more of the log comes, or another event. Offsets are still those in the log.
   */
  public Consumer<RunEvent> before(Consumer<RunEvent> listener) {
    return forms.isEmpty() ? listener : new Filter(listener);
  }

  /** How much of the end of a text may be the beginning of a secret. */
  private int undecided(String text) {
    int longest = 0;
    for (String form : forms) {
      for (int n = Math.min(form.length() - 1, text.length()); n > longest; n--) {
        if (text.endsWith(form.substring(0, n))) {
          longest = n;
        }
      }
    }
    return longest;
  }

  /** One followed run; used by one thread. */
  private final class Filter implements Consumer<RunEvent> {
    private final Consumer<RunEvent> listener;
    private String kept = "";
    private long keptOffset;

    Filter(Consumer<RunEvent> listener) {
      this.listener = listener;
    }

    @Override
    public void accept(RunEvent event) {
      if (event instanceof RunEvent.Output output) {
        output(output);
      } else {
        say(keptOffset, kept);
        kept = "";
        listener.accept(event);
      }
    }

    private void output(RunEvent.Output output) {
      long offset = output.offset() - kept.getBytes(StandardCharsets.UTF_8).length;
      String clean = redact(kept + output.text());
      int keep = undecided(clean);
      kept = clean.substring(clean.length() - keep);
      keptOffset =
          output.offset()
              + output.text().getBytes(StandardCharsets.UTF_8).length
              - kept.getBytes(StandardCharsets.UTF_8).length;
      say(offset, clean.substring(0, clean.length() - keep));
    }

    private void say(long offset, String text) {
      if (!text.isEmpty()) {
        listener.accept(new RunEvent.Output(offset, text));
      }
    }
  }
}
