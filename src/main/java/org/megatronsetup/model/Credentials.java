package org.megatronsetup.model;

import java.util.List;

/**
 * Secrets that go with one run, kept apart from {@link Answers}. Its text form shows nothing.
 *
 * @param logins name and password per host, for package indexes and repositories
 * @param proxy the proxy URL with its login, or an empty string
 */
public record Credentials(List<Login> logins, String proxy) {
  public static final Credentials NONE = new Credentials(List.of(), "");

  public Credentials {
    logins = List.copyOf(logins);
  }

  /** A name and a password for one origin, such as {@code https://host:8443}. */
  public record Login(String origin, String user, String password) {
    @Override
    public String toString() {
      return "Login[" + origin + "]";
    }
  }

  public boolean isEmpty() {
    return logins.isEmpty() && proxy.isEmpty();
  }

  @Override
  public String toString() {
    return "Credentials[" + logins.size() + " logins]";
  }
}
