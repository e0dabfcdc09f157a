package org.megatronsetup.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.fixtures.FixtureCertificate;
import org.megatronsetup.fixtures.FixtureFacts;
import org.megatronsetup.fixtures.FixtureIndex;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Sources;
import org.megatronsetup.shell.LocalShell;

/** What an index can do wrong, and what stands between it and this program. */
final class IndexFaultsTest extends CatalogueTestBase {
  private static final String SECRET = "s3cr3t/pass:word@";

  private final FixtureIndex index = FixtureIndex.start();

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_FOUND, index-not-found, ANSWERS",
    "SERVER_ERROR, index-error, CONTACT",
    "GARBAGE, index-not-an-index, CONTACT",
    "SILENCE, index-no-answer, CONTACT"
  })
  void eachFaultHasItsOwnSentence(FixtureIndex.Fault fault, String code, Problem.Kind kind) {
    index.fault(fault);
    Catalogue catalogue =
        catalogue(
            index(index.url()),
            Credentials.NONE,
            FixtureFacts.linux("3.12.3"),
            LIMITS.withAnswer(
                fault == FixtureIndex.Fault.SILENCE
                    ? Duration.ofMillis(300)
                    : Duration.ofSeconds(20)));
    Problem problem = problem(catalogue::versions);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.kind()).isEqualTo(kind);
    assertThat(problem.sentence()).contains("127.0.0.1");
    assertThat(problem.nextStep()).isNotBlank();
  }

  @Test
  void aRefusedConnectionTellsWhatToDoWithoutANetwork() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Problem problem =
        problem(() -> catalogue(index("http://127.0.0.1:" + port + "/simple")).versions());
    assertThat(problem.code()).isEqualTo("index-unreachable");
    assertThat(problem.nextStep()).contains("folder of wheels").contains("mirror");
  }

  @Test
  void anUnknownHostIsNamed() {
    Problem problem =
        problem(() -> catalogue(index("http://no-such-host.invalid/simple")).versions());
    assertThat(problem.code()).isEqualTo("index-unreachable");
    assertThat(problem.sentence()).contains("no-such-host.invalid");
  }

  @Test
  void anotherPlaceMakesUpForOneThatFails() throws Exception {
    try (FixtureIndex broken = FixtureIndex.empty()) {
      broken.fault(FixtureIndex.Fault.SERVER_ERROR);
      Sources sources =
          new Sources(
              Optional.of(broken.url()),
              List.of(index.url()),
              List.of(),
              false,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      assertThat(catalogue(sources).versions()).hasSize(8);
    }
  }

  @Test
  void aLoginOpensTheIndexAndShowsNowhere() throws Exception {
    index.login("ada", SECRET);
    Credentials right = login(index.origin(), SECRET);
    Catalogue open = catalogue(index(index.url()), right, FixtureFacts.linux("3.12.3"), LIMITS);
    assertThat(open.metadata(newest(), Optional.empty()).source()).isEqualTo(index.url());

    Catalogue closed =
        catalogue(
            index(index.url()),
            login(index.origin(), "wrong-" + SECRET),
            FixtureFacts.linux("3.12.3"),
            LIMITS);
    Throwable refused = catchThrowable(closed::versions);
    assertThat(problem(closed::versions).code()).isEqualTo("index-login");
    assertThat(everything(refused)).doesNotContain(SECRET).doesNotContain("ada:");

    Credentials elsewhere = login("http://127.0.0.1:1", SECRET);
    assertThat(
            problem(
                    () ->
                        catalogue(index(index.url()), elsewhere, FixtureFacts.linux(), LIMITS)
                            .versions())
                .code())
        .isEqualTo("index-login");
  }

  @Test
  void aLoginInTheAddressWorksAndIsNotShown() throws Exception {
    index.login("ada", "pa@ss");
    String url = index.url().replace("http://", "http://ada:pa%40ss@");
    assertThat(catalogue(index(url)).versions()).hasSize(8);
    assertThat(catalogue(index(url), "3.12.3").metadata(newest(), Optional.empty()).source())
        .isEqualTo(index.url());
    index.fault(FixtureIndex.Fault.SERVER_ERROR);
    Throwable failed = catchThrowable(() -> catalogue(index(url)).versions());
    assertThat(everything(failed)).doesNotContain("pa%40ss").doesNotContain("pa@ss");
  }

  @Test
  void aProxyIsUsedAndItsLoginToo() throws Exception {
    try (FixtureIndex proxy = FixtureIndex.start()) {
      proxy.proxyLogin("ada", SECRET);
      String address = proxy.origin();
      Sources through =
          sources(
              Optional.of("http://index.invalid/simple/"),
              List.of(),
              false,
              Optional.of(address),
              Optional.empty());
      Problem refused = problem(() -> catalogue(through).versions());
      assertThat(refused.code()).isEqualTo("proxy-login");
      Credentials credentials =
          new Credentials(
              List.of(), address.replace("http://", "http://ada:s3cr3t%2Fpass%3Aword%40@"));
      assertThat(catalogue(through, credentials, FixtureFacts.linux(), LIMITS).versions())
          .hasSize(8);
      assertThat(proxy.requests().getLast().path()).startsWith("http://index.invalid/simple/");
    }
  }

  @Test
  void theEnvironmentsProxyHasExceptions() throws Exception {
    Map<String, String> environment =
        Map.of("http_proxy", "http://127.0.0.1:1", "no_proxy", "localhost,127.0.0.1");
    Catalogue direct =
        new Catalogue(
            new LocalShell(),
            index(index.url()),
            Credentials.NONE,
            FixtureFacts.linux(),
            environment,
            LIMITS);
    assertThat(direct.versions()).hasSize(8);
    Catalogue through =
        new Catalogue(
            new LocalShell(),
            index(index.url()),
            Credentials.NONE,
            FixtureFacts.linux(),
            Map.of("HTTP_PROXY", "http://127.0.0.1:1"),
            LIMITS);
    Problem problem = problem(through::versions);
    assertThat(problem.sentence()).contains("proxy 127.0.0.1:1");
  }

  @Test
  void aCertificateMustBeTrusted() throws Exception {
    try (FixtureIndex tls = FixtureIndex.startTls()) {
      Problem problem = problem(() -> catalogue(index(tls.url())).versions());
      assertThat(problem.code()).isEqualTo("index-tls");
      assertThat(problem.nextStep()).contains("--ca-bundle");
      Sources trusting =
          sources(
              Optional.of(tls.url()),
              List.of(),
              false,
              Optional.empty(),
              Optional.of(FixtureCertificate.pem().toString()));
      assertThat(catalogue(trusting).versions()).hasSize(8);
      Sources mistaken =
          sources(
              Optional.of(tls.url()),
              List.of(),
              false,
              Optional.empty(),
              Optional.of("/dev/null/nothing"));
      assertThat(problem(() -> catalogue(mistaken).versions()).code()).isEqualTo("ca-bundle");
    }
  }

  @Test
  void interruptingEndsTheWait() throws Exception {
    index.fault(FixtureIndex.Fault.SILENCE);
    CountDownLatch started = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Catalogue catalogue =
        catalogue(
            index(index.url()),
            Credentials.NONE,
            FixtureFacts.linux(),
            Limits.DEFAULT.withAnswer(Duration.ofHours(1)));
    Thread waiting =
        Thread.ofVirtual()
            .start(
                () -> {
                  started.countDown();
                  thrown.set(catchThrowable(catalogue::versions));
                });
    started.await();
    waiting.interrupt();
    assertThat(waiting.join(Duration.ofSeconds(20))).isTrue();
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  private static org.megatronsetup.model.Release newest() {
    return new org.megatronsetup.model.Release.Stable(Optional.empty());
  }

  private static Credentials login(String origin, String password) {
    return new Credentials(List.of(new Credentials.Login(origin, "ada", password)), "");
  }

  /** All that a log or a screen could show of an exception. */
  private static String everything(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    if (thrown instanceof org.megatronsetup.model.SetupException e) {
      text.append(e.problems().toString());
    }
    return text.toString();
  }
}
