package org.megatronsetup.index;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.megatronsetup.address.WebAddress;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.Shell;

/** Opens the places that packages come from, on the web and on the target. */
final class Places implements AutoCloseable {
  private static final int LARGEST_BUNDLE = 8 << 20;

  private final InForce inForce;
  private final Credentials credentials;
  private final Map<String, String> environment;
  private final Limits limits;
  private final Folders folders;
  private final Folders clientFolders = new ClientFolders();
  private Optional<Http> http = Optional.empty();

  /**
   * @param environment variables of this program, for the proxies in them
   */
  Places(
      Shell shell,
      InForce inForce,
      Credentials credentials,
      Map<String, String> environment,
      Limits limits) {
    this.inForce = inForce.withoutLogins();
    this.credentials = withLogins(credentials, inForce);
    this.environment = Map.copyOf(environment);
    this.limits = limits;
    this.folders = new TargetFolders(shell);
  }

  /** A login that is written into an address holds for all of that origin, its files too. */
  private static Credentials withLogins(Credentials credentials, InForce inForce) {
    List<Credentials.Login> logins = new ArrayList<>(credentials.logins());
    Stream.concat(inForce.indexes().stream(), inForce.findLinks().stream())
        .map(WebAddress::login)
        .flatMap(Optional::stream)
        .forEach(logins::add);
    return new Credentials(logins, credentials.proxy());
  }

  List<IndexSource> sources() throws InterruptedException {
    List<IndexSource> sources = new ArrayList<>();
    for (String address : inForce.indexes()) {
      sources.add(
          Address.isHttp(address)
              ? WebIndex.index(http(), address, limits)
              : FolderSource.index(folders, address, path(address)));
    }
    for (String address : inForce.findLinks()) {
      sources.add(
          Address.isHttp(address)
              ? WebIndex.links(http(), address, limits)
              : FolderSource.wheels(folders, path(address)));
    }
    for (String folder : inForce.bringWheels()) {
      sources.add(FolderSource.wheels(clientFolders, folder));
    }
    if (sources.isEmpty()) {
      throw new SetupException(SourceProblems.noSources());
    }
    return sources;
  }

  private static String path(String address) {
    return Address.path(address)
        .orElseThrow(() -> new SetupException(SourceProblems.noAddress(address)));
  }

  FileBytes open(String location) throws InterruptedException {
    return Address.isHttp(location)
        ? new WebBytes(http(), URI.create(location), limits)
        : new FolderBytes(isBrought(location) ? clientFolders : folders, location, limits);
  }

  private boolean isBrought(String location) throws InterruptedException {
    return inForce.bringWheels().stream().anyMatch(folder -> location.startsWith(folder + "/"))
        && clientFolders.size(location).isPresent();
  }

  private synchronized Http http() throws InterruptedException {
    if (http.isEmpty()) {
      http = Optional.of(new Http(this::route, trust(), credentials, limits));
    }
    return http.get();
  }

  @Override
  public synchronized void close() {
    http.ifPresent(Http::close);
  }

  private Optional<SSLContext> trust() throws InterruptedException {
    if (inForce.caBundle().isEmpty()) {
      return Optional.empty();
    }
    String path = inForce.caBundle().get();
    byte[] pem =
        folders
            .readAll(path, LARGEST_BUNDLE)
            .orElseThrow(() -> new SetupException(SourceProblems.caBundle(path)));
    try {
      return Optional.of(Trust.only(pem));
    } catch (GeneralSecurityException e) {
      throw new SetupException(List.of(SourceProblems.caBundle(path)), e);
    }
  }

  /** A proxy that was named serves every host; one of the environment knows exceptions. */
  private Optional<ProxyRoute> route(URI uri) {
    Function<String, Optional<ProxyRoute>> always = address -> ProxyRoute.of(address, "");
    return Optional.of(credentials.proxy())
        .filter(p -> !p.isEmpty())
        .or(inForce::proxy)
        .flatMap(always)
        .or(() -> ProxyRoute.fromEnvironment(environment, uri.getScheme()))
        .filter(p -> p.serves(uri.getHost()));
  }
}
