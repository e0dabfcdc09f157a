package org.megatronsetup.index;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.model.SetupException;

/** A file on a web server, read by ranges where the server knows them. */
final class WebBytes implements FileBytes {
  private static final String ANYTHING = "*/*";
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes \\d+-\\d+/(\\d+)");

  private final Http http;
  private final URI uri;
  private final Limits limits;
  private Optional<byte[]> whole = Optional.empty();

  WebBytes(Http http, URI uri, Limits limits) {
    this.http = http;
    this.uri = uri;
    this.limits = limits;
  }

  @Override
  public Tail tail(int length) throws InterruptedException {
    Http.Answer answer =
        http.get(uri, ANYTHING, Optional.of("bytes=-" + length), limits.file(), limits.transfer());
    Matcher range = CONTENT_RANGE.matcher(answer.range());
    if (answer.status() == 206 && range.matches() && answer.body().isPresent()) {
      return new Tail(answer.body().get(), Long.parseLong(range.group(1)));
    }
    // the server sent all of it, or does not know this kind of range
    byte[] all = answer.status() == 200 ? keep(answer) : all();
    return new Tail(all, all.length);
  }

  @Override
  public byte[] read(long offset, int length) throws InterruptedException {
    if (whole.isEmpty()) {
      String range = "bytes=" + offset + "-" + (offset + length - 1);
      Http.Answer answer =
          http.get(uri, ANYTHING, Optional.of(range), limits.file(), limits.transfer());
      if (answer.status() == 206 && answer.body().isPresent()) {
        return answer.body().get();
      }
      all();
    }
    byte[] all = whole.orElseThrow();
    int from = (int) Math.min(offset, all.length);
    return Arrays.copyOfRange(all, from, Math.min(from + length, all.length));
  }

  @Override
  public byte[] all() throws InterruptedException {
    if (whole.isPresent()) {
      return whole.get();
    }
    return keep(http.get(uri, ANYTHING, Optional.empty(), limits.file(), limits.transfer()));
  }

  private byte[] keep(Http.Answer answer) {
    // what follows a question mark may be a key to the file
    String shown = uri.toString().replaceFirst("\\?.*$", "");
    if (!answer.isOk()) {
      throw new SetupException(MetadataProblems.fileGone(shown, answer.status()));
    }
    whole = answer.body();
    return whole.orElseThrow(
        () -> new SetupException(MetadataProblems.tooLarge(shown, limits.file())));
  }
}
