package org.megatronsetup.index;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.megatronsetup.fixtures.FixtureFacts;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;
import org.megatronsetup.shell.LocalShell;

/** What the tests of the catalogue share. */
abstract class CatalogueTestBase {
  static final Limits LIMITS = Limits.DEFAULT.withAnswer(Duration.ofSeconds(10));

  static Sources index(String url) {
    return sources(Optional.of(url), List.of(), false, Optional.empty(), Optional.empty());
  }

  static Sources folder(String path) {
    return sources(Optional.empty(), List.of(path), true, Optional.empty(), Optional.empty());
  }

  static Sources sources(
      Optional<String> index,
      List<String> findLinks,
      boolean noIndex,
      Optional<String> proxy,
      Optional<String> caBundle) {
    return new Sources(
        index, List.of(), findLinks, noIndex, proxy, caBundle, Optional.empty(), Optional.empty());
  }

  static Catalogue catalogue(Sources sources, String... pythons) {
    return catalogue(sources, Credentials.NONE, FixtureFacts.linux(pythons), LIMITS);
  }

  static Catalogue catalogue(Sources sources, Credentials credentials, Facts facts, Limits limits) {
    return new Catalogue(new LocalShell(), sources, credentials, facts, Map.of(), limits);
  }

  static Problem problem(ThrowingCallable action) {
    SetupException e = catchThrowableOfType(SetupException.class, action);
    if (e == null) {
      throw new AssertionError("nothing went wrong");
    }
    return e.problems().getFirst();
  }
}
