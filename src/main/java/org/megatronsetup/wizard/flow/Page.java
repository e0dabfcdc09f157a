package org.megatronsetup.wizard.flow;

/** The pages, in their order. */
public enum Page {
  TARGET,
  PREFLIGHT,
  RELEASE,
  ENVIRONMENT,
  REVIEW,
  INSTALL,
  VALIDATE,
  DONE;

  /** The first part of the keys of its texts, and the name of its FXML file. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
