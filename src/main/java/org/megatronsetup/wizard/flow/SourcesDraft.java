package org.megatronsetup.wizard.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.megatronsetup.address.WebAddress;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Sources;

/**
 * Where packages and source come from, as typed. Logins typed into an address are taken out of it
 * and kept with the password, in memory only.
 */
public final class SourcesDraft {
  private final StringProperty index = new SimpleStringProperty("");
  private final StringProperty extraIndexes = new SimpleStringProperty("");
  private final StringProperty folders = new SimpleStringProperty("");
  private final StringProperty brought = new SimpleStringProperty("");
  private final BooleanProperty noIndex = new SimpleBooleanProperty();
  private final StringProperty proxy = new SimpleStringProperty("");
  private final StringProperty caBundle = new SimpleStringProperty("");
  private final StringProperty cache = new SimpleStringProperty("");
  private final StringProperty repository = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");

  public StringProperty indexProperty() {
    return index;
  }

  /** One address a line. */
  public StringProperty extraIndexesProperty() {
    return extraIndexes;
  }

  /** One folder of wheels a line. */
  public StringProperty foldersProperty() {
    return folders;
  }

  /** One folder of wheels of this computer a line, for another machine. */
  public StringProperty broughtProperty() {
    return brought;
  }

  public BooleanProperty noIndexProperty() {
    return noIndex;
  }

  public StringProperty proxyProperty() {
    return proxy;
  }

  public StringProperty caBundleProperty() {
    return caBundle;
  }

  public StringProperty cacheProperty() {
    return cache;
  }

  public StringProperty repositoryProperty() {
    return repository;
  }

  public StringProperty userProperty() {
    return user;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  /** Everything that changes where packages come from. */
  public Observable[] all() {
    return new Observable[] {
      index,
      extraIndexes,
      folders,
      brought,
      noIndex,
      proxy,
      caBundle,
      cache,
      repository,
      user,
      password
    };
  }

  public Sources sources() {
    return new Sources(
        Words.optional(index.get()).map(WebAddress::withoutLogin),
        Words.lines(extraIndexes.get()).stream().map(WebAddress::withoutLogin).toList(),
        Words.lines(folders.get()),
        Words.lines(brought.get()),
        noIndex.get(),
        Words.optional(proxy.get()).map(WebAddress::withoutLogin),
        Words.optional(caBundle.get()),
        Words.optional(cache.get()),
        Words.optional(repository.get()).map(WebAddress::withoutLogin));
  }

  public Credentials credentials() {
    List<Credentials.Login> logins = new ArrayList<>();
    String typedUser = user.get().strip();
    if (!typedUser.isEmpty()) {
      Words.optional(index.get())
          .flatMap(WebAddress::originOf)
          .ifPresent(o -> logins.add(new Credentials.Login(o, typedUser, password.get())));
    }
    List<String> addresses = new ArrayList<>();
    addresses.add(index.get().strip());
    addresses.addAll(Words.lines(extraIndexes.get()));
    addresses.add(repository.get().strip());
    addresses.stream().map(WebAddress::login).flatMap(Optional::stream).forEach(logins::add);
    String proxyUrl = proxy.get().strip();
    String proxyWithLogin = WebAddress.login(proxyUrl).isPresent() ? proxyUrl : "";
    return logins.isEmpty() && proxyWithLogin.isEmpty()
        ? Credentials.NONE
        : new Credentials(logins, proxyWithLogin);
  }

  void take(Sources sources) {
    index.set(sources.indexUrl().orElse(""));
    extraIndexes.set(String.join("\n", sources.extraIndexUrls()));
    folders.set(String.join("\n", sources.findLinks()));
    brought.set(String.join("\n", sources.bringWheels()));
    noIndex.set(sources.noIndex());
    proxy.set(sources.proxy().orElse(""));
    caBundle.set(sources.caBundle().orElse(""));
    cache.set(sources.cacheDir().orElse(""));
    repository.set(sources.repository().orElse(""));
  }
}
