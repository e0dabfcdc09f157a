package org.megatronsetup.engine;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.index.Catalogue;
import org.megatronsetup.index.GitRefs;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.GitRef;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Version;
import org.megatronsetup.shell.Shell;

/** What there is to install, as the target sees it: in its index, and in the repository. */
final class Releases {
  private final Shell shell;

  Releases(Shell shell) {
    this.shell = shell;
  }

  List<Version> versions(Sources sources, Credentials credentials, Facts facts)
      throws InterruptedException {
    try (Catalogue catalogue = new Catalogue(shell, sources, credentials, facts)) {
      return catalogue.versions();
    }
  }

  List<GitRef> refs(Sources sources, Credentials credentials) throws InterruptedException {
    return new GitRefs(shell, sources, credentials).refs();
  }

  ReleaseMetadata metadata(
      Release release,
      Sources sources,
      Credentials credentials,
      Facts facts,
      Optional<String> pythonVersion)
      throws InterruptedException {
    if (release instanceof Release.Commit(String ref)) {
      return new GitRefs(shell, sources, credentials).metadata(ref);
    }
    try (Catalogue catalogue = new Catalogue(shell, sources, credentials, facts)) {
      return catalogue.metadata(release, pythonVersion);
    }
  }
}
