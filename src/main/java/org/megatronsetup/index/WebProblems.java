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

/** What can go wrong between this program and a web server, in plain words. */
final class WebProblems {
  static final String WITHOUT_NETWORK =
      "Without a network, name a folder of wheels (--find-links with --no-index) or a mirror"
          + " that can be reached (--index-url).";

  private WebProblems() {}

  static Problem noAnswer(URI uri, Duration limit) {
    return contact(
        "index-no-answer",
        "The index did not answer: " + host(uri) + " said nothing for " + seconds(limit) + ".",
        "The server is overloaded, or something between here and there drops the connection.",
        "Try again, or name a proxy if this network needs one. " + WITHOUT_NETWORK);
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
        "The answer of " + host(uri) + " broke off.",
        "The connection was closed before the answer was complete.",
        "Try again. If it stays so, another index or a mirror may do better.");
  }

  private static Problem tls(URI uri) {
    return new Problem(
        Problem.Kind.CONTACT,
        "index-tls",
        "The certificate of " + host(uri) + " is not trusted.",
        "It is signed by an authority that is not known here, it is for another host, or a device"
            + " on the way replaces it.",
        "Name the file with your organisation's certificate authorities (--ca-bundle).",
        "sources.caBundle");
  }

  private static Problem unknownHost(URI uri, Optional<ProxyRoute> proxy) {
    String name = proxy.map(ProxyRoute::host).orElse(uri.getHost());
    return contact(
        "index-unreachable",
        "The host " + name + " cannot be found.",
        "Its name has no address here: there is no network, or the name is misspelt.",
        "Check the name and the network. " + WITHOUT_NETWORK);
  }

  private static Problem refused(URI uri, Optional<ProxyRoute> proxy) {
    String name = proxy.map(p -> "The proxy " + p).orElse("The host " + host(uri));
    return contact(
        "index-unreachable",
        name + " does not accept connections.",
        "Nothing listens at that address, or a firewall is in the way.",
        "Check the address, and whether this network needs a proxy. " + WITHOUT_NETWORK);
  }

  /** The statuses that no caller can make use of. */
  static Optional<Problem> ofStatus(URI uri, int status, Optional<ProxyRoute> proxy) {
    if (status == 407) {
      return Optional.of(
          Problem.answers(
              "proxy-login",
              "sources.proxy",
              "The proxy " + proxy.map(ProxyRoute::toString).orElse("") + " asks for a login.",
              "It was given none, or a wrong one.",
              "Give the name and password of the proxy."));
    }
    if (status == 401 || status == 403) {
      return Optional.of(
          contact(
              "index-login",
              host(uri) + " does not let this program in (status " + status + ").",
              "It asks for a name and a password, and was given none or wrong ones.",
              "Give the login for this index (--index-login asks for it). It is kept out of the log"
                  + " and of the answers."));
    }
    if (status / 100 == 5 || status == 429) {
      return Optional.of(
          contact(
              "index-error",
              host(uri) + " is out of order: it answered with status " + status + ".",
              "The server itself, or a gateway in front of it, has a fault or too much to do.",
              "Try again in a while, or name another index or a mirror (--index-url)."));
    }
    return Optional.empty();
  }

  static Problem redirects(URI uri) {
    return contact(
        "index-redirects",
        host(uri) + " sends this program on and on, or to an address that is not safe.",
        "Its redirects run in a circle, or lead from https to something weaker.",
        "Check the address of the index.");
  }

  private static Problem contact(String code, String sentence, String cause, String next) {
    return new Problem(Problem.Kind.CONTACT, code, sentence, cause, next, "sources.indexUrl");
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
