package org.megatronsetup.index;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.megatronsetup.model.Problem;
import org.megatronsetup.words.Words;

/** What can go wrong between this program and a web server, in plain words. */
final class WebProblems {
  private WebProblems() {}

  static Problem noAnswer(URI uri, Duration limit) {
    return contact(
        "index-no-answer",
        Words.of("index.index-no-answer.sentence", host(uri), seconds(limit)),
        Words.of("index.index-no-answer.cause"),
        Words.of("index.index-no-answer.next", withoutNetwork()));
  }

  static Problem ofFailure(URI uri, Throwable failure, Duration limit, Optional<ProxyRoute> proxy) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SSLException) {
        return tls(uri);
      }
      if (t instanceof UnknownHostException || t instanceof UnresolvedAddressException) {
        return unknownHost(uri, proxy);
      }
      if (t instanceof HttpTimeoutException) {
        return noAnswer(uri, limit);
      }
    }
    if (failure instanceof ConnectException) {
      return refused(uri, proxy);
    }
    return contact(
        "index-broken-answer",
        Words.of("index.index-broken-answer.sentence", host(uri)),
        Words.of("index.index-broken-answer.cause"),
        Words.of("index.index-broken-answer.next"));
  }

  private static Problem tls(URI uri) {
    return new Problem(
        Problem.Kind.CONTACT,
        "index-tls",
        Words.of("index.index-tls.sentence", host(uri)),
        Words.of("index.index-tls.cause"),
        Words.of("index.index-tls.next"),
        "sources.caBundle");
  }

  private static Problem unknownHost(URI uri, Optional<ProxyRoute> proxy) {
    String name = proxy.map(ProxyRoute::host).orElse(uri.getHost());
    return contact(
        "index-unreachable",
        Words.of("index.index-unreachable.no-host.sentence", name),
        Words.of("index.index-unreachable.no-host.cause"),
        Words.of("index.index-unreachable.no-host.next", withoutNetwork()));
  }

  private static Problem refused(URI uri, Optional<ProxyRoute> proxy) {
    return contact(
        "index-unreachable",
        proxy
            .map(p -> Words.of("index.index-unreachable.refused.proxy.sentence", p))
            .orElseGet(() -> Words.of("index.index-unreachable.refused.host.sentence", host(uri))),
        Words.of("index.index-unreachable.refused.cause"),
        Words.of("index.index-unreachable.refused.next", withoutNetwork()));
  }

  /** The statuses that no caller can make use of. */
  static Optional<Problem> ofStatus(URI uri, int status, Optional<ProxyRoute> proxy) {
    if (status == 407) {
      return Optional.of(
          Problem.answers(
              "proxy-login",
              "sources.proxy",
              Words.of("index.proxy-login.sentence", proxy.map(ProxyRoute::toString).orElse("")),
              Words.of("index.proxy-login.cause"),
              Words.of("index.proxy-login.next")));
    }
    if (status == 401 || status == 403) {
      return Optional.of(
          contact(
              "index-login",
              Words.of("index.index-login.sentence", host(uri), status),
              Words.of("index.index-login.cause"),
              Words.of("index.index-login.next")));
    }
    if (status / 100 == 5 || status == 429) {
      return Optional.of(
          contact(
              "index-error",
              Words.of("index.index-error.sentence", host(uri), status),
              Words.of("index.index-error.cause"),
              Words.of("index.index-error.next")));
    }
    return Optional.empty();
  }

  static Problem redirects(URI uri) {
    return contact(
        "index-redirects",
        Words.of("index.index-redirects.sentence", host(uri)),
        Words.of("index.index-redirects.cause"),
        Words.of("index.index-redirects.next"));
  }

  private static Problem contact(String code, String sentence, String cause, String next) {
    return new Problem(Problem.Kind.CONTACT, code, sentence, cause, next, "sources.indexUrl");
  }

  private static String withoutNetwork() {
    return Words.of("index.without-network");
  }

  /** Scheme, host and port: enough to know it, nothing that could be secret. */
  private static String host(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port;
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() < 1000 ? limit.toMillis() + " ms" : limit.toSeconds() + " s";
  }
}
