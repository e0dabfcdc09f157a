package org.megatronsetup.index;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.megatronsetup.address.WebAddress;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;

/**
 * Asks web servers: bounded in time and size, interruptible, through a proxy where there is one.
 * Addresses carry no logins; those given go to their own origin only, redirects included.
 */
final class Http implements AutoCloseable {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 8;

  private final HttpClient client;
  private final Function<URI, Optional<ProxyRoute>> proxies;
  private final Credentials credentials;
  private final Limits limits;

  /**
   * @param trust certificate authorities; empty: those of this program's Java
   */
  Http(
      Function<URI, Optional<ProxyRoute>> proxies,
      Optional<SSLContext> trust,
      Credentials credentials,
      Limits limits) {
    this.proxies = proxies;
    this.credentials = credentials;
    this.limits = limits;
    // Java refuses Basic logins to proxies for https unless told otherwise before its first use
    if (System.getProperty("jdk.http.auth.tunneling.disabledSchemes") == null) {
      System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.answer())
            // a proxy or an old index may choke on an offer to upgrade
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(new Routes());
    trust.ifPresent(builder::sslContext);
    client = builder.build();
  }

  /** Without it the thread that waits for answers would hold up the end of the program. */
  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }

  /**
   * What a server answered.
   *
   * @param body empty if it was longer than the limit
   * @param uri where it came from, after redirects
   */
  record Answer(int status, String contentType, Optional<byte[]> body, URI uri, String range) {
    boolean isOk() {
      return status / 100 == 2;
    }
  }

  /** Gets a page or a piece within the time for an answer. */
  Answer get(URI uri, String accept, Optional<String> range, int most) throws InterruptedException {
    return get(uri, accept, range, most, limits.answer());
  }

  /**
   * Gets a file.
   *
   * @throws SetupException if there is no answer, or one that asks for a login or tells of an error
   *     of the server; 404 and the like are answers
   */
  Answer get(URI uri, String accept, Optional<String> range, int most, Duration limit)
      throws InterruptedException {
    URI next = uri;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      HttpResponse<Optional<byte[]>> response = send(next, accept, range, most, limit);
      int status = response.statusCode();
      Optional<String> location = response.headers().firstValue("Location");
      if (!REDIRECTS.contains(status) || location.isEmpty()) {
        Optional<Problem> problem = WebProblems.ofStatus(next, status, route(next));
        if (problem.isPresent()) {
          throw new SetupException(problem.get());
        }
        return new Answer(
            status,
            response.headers().firstValue("Content-Type").orElse(""),
            response.body(),
            next,
            response.headers().firstValue("Content-Range").orElse(""));
      }
      next = follow(next, location.get());
    }
    throw new SetupException(WebProblems.redirects(uri));
  }

  private static URI follow(URI from, String location) {
    try {
      // a login in it is not ours to use, nor to show
      URI to = URI.create(WebAddress.withoutLogin(from.resolve(location).toString()));
      boolean weaker = "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
      if (weaker || !Address.isHttp(to.toString())) {
        throw new SetupException(WebProblems.redirects(from));
      }
      return to;
    } catch (IllegalArgumentException e) {
      throw new SetupException(List.of(WebProblems.redirects(from)), e);
    }
  }

  private HttpResponse<Optional<byte[]>> send(
      URI uri, String accept, Optional<String> range, int most, Duration limit)
      throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).header("Accept", accept).header("User-Agent", "megatron-setup");
    range.ifPresent(r -> request.header("Range", r));
    login(uri).ifPresent(l -> request.header("Authorization", basic(l)));
    route(uri)
        .flatMap(ProxyRoute::login)
        .ifPresent(l -> request.header("Proxy-Authorization", basic(l)));
    CompletableFuture<HttpResponse<Optional<byte[]>>> future =
        client.sendAsync(request.build(), info -> new Bounded(most));
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SetupException(List.of(WebProblems.noAnswer(uri, limit)), e);
    } catch (ExecutionException e) {
      throw new SetupException(
          List.of(WebProblems.ofFailure(uri, e.getCause(), limit, route(uri))), e.getCause());
    } finally {
      // without effect if it is done
      future.cancel(true);
    }
  }

  private Optional<ProxyRoute> route(URI uri) {
    return proxies.apply(uri);
  }

  private Optional<Credentials.Login> login(URI uri) {
    Optional<String> server = WebAddress.parse(uri.toString()).map(WebAddress::server);
    return credentials.logins().stream()
        .filter(
            l ->
                server.isPresent()
                    && server.equals(WebAddress.parse(l.origin()).map(WebAddress::server)))
        .findFirst();
  }

  private static String basic(Credentials.Login login) {
    byte[] both = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** Lets each address go its own way. */
  private final class Routes extends ProxySelector {
    @Override
    public List<Proxy> select(URI uri) {
      return List.of(
          route(uri)
              .map(
                  r ->
                      new Proxy(
                          Proxy.Type.HTTP, InetSocketAddress.createUnresolved(r.host(), r.port())))
              .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      // the request itself fails and says why
    }
  }
}
