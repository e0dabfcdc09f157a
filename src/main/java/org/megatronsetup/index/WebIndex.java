package org.megatronsetup.index;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.megatronsetup.model.SetupException;

/** A package index, or a page of links, on a web server. */
final class WebIndex implements IndexSource {
  static final String ACCEPT =
      "application/vnd.pypi.simple.v1+json,"
          + " application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1";

  private final Http http;
  private final String address;
  private final boolean pageOfLinks;
  private final Limits limits;

  private WebIndex(Http http, String address, boolean pageOfLinks, Limits limits) {
    this.http = http;
    this.address = address;
    this.pageOfLinks = pageOfLinks;
    this.limits = limits;
  }

  /** An index with a page for each project. */
  static WebIndex index(Http http, String address, Limits limits) {
    return new WebIndex(http, Address.withSlash(address), false, limits);
  }

  /** One page that links to files of any project. */
  static WebIndex links(Http http, String address, Limits limits) {
    return new WebIndex(http, address, true, limits);
  }

  @Override
  public String shown() {
    return address;
  }

  @Override
  public List<IndexFile> files(String project) throws InterruptedException {
    URI uri = uri(pageOfLinks ? address : address + project + "/");
    Http.Answer answer = http.get(uri, ACCEPT, Optional.empty(), limits.page());
    if (answer.status() == 404 || answer.status() == 410) {
      if (pageOfLinks || !isIndex()) {
        throw new SetupException(SourceProblems.notFound(shown()));
      }
      return List.of();
    }
    if (!answer.isOk()) {
      throw new SetupException(SourceProblems.oddStatus(shown(), answer.status()));
    }
    String text =
        new String(
            answer.body().orElseThrow(() -> new SetupException(SourceProblems.garbage(shown()))),
            StandardCharsets.UTF_8);
    SimplePage page = new SimplePage(project, answer.uri(), shown());
    boolean json =
        answer.contentType().toLowerCase(Locale.ROOT).contains("json")
            || text.stripLeading().startsWith("{");
    return (json ? page.json(text) : page.html(text))
        .orElseThrow(() -> new SetupException(SourceProblems.garbage(shown())));
  }

  /** Whether there is an index at all; its list of projects may be huge and is not read. */
  private boolean isIndex() throws InterruptedException {
    return http.get(uri(address), ACCEPT, Optional.empty(), 0).isOk();
  }

  private URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new SetupException(List.of(SourceProblems.noAddress(shown())), e);
    }
  }
}
