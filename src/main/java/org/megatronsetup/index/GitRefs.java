package org.megatronsetup.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.megatronsetup.address.WebAddress;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.GitRef;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;
import org.megatronsetup.shell.Shell;

/**
 * The branches, tags and commits of the repository in force, asked with the target's own git. Every
 * method blocks and can be interrupted; whatever goes wrong as it may is a {@link SetupException}.
 * The list of refs is kept for as long as this object is.
 */
public final class GitRefs {
  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{4,40}");
  private static final Pattern REF = Pattern.compile("[^\\s\\p{Cntrl}~^:?*\\[\\\\]+");
  private static final int FULL = 40;

  private final String url;
  private final GitScript script;
  private final Limits limits;
  private Optional<RefList> refs = Optional.empty();

  public GitRefs(Shell shell, Sources sources, Credentials credentials) {
    this(shell, sources, credentials, Limits.DEFAULT);
  }

  public GitRefs(Shell shell, Sources sources, Credentials credentials, Limits limits) {
    String address = sources.repositoryOrDefault();
    this.url = WebAddress.withoutLogin(address);
    this.limits = limits;
    List<Credentials.Login> logins = new ArrayList<>(credentials.logins());
    WebAddress.login(address).ifPresent(logins::addFirst);
    Optional<String> proxy =
        Optional.of(credentials.proxy()).filter(p -> !p.isEmpty()).or(sources::proxy);
    this.script = new GitScript(shell, url, logins, proxy, sources.caBundle());
  }

  /** Tags, newest version first, then branches, {@code main} first. */
  public List<GitRef> refs() throws InterruptedException {
    return list().all();
  }

  private synchronized RefList list() throws InterruptedException {
    if (refs.isEmpty()) {
      refs = Optional.of(RefList.parse(script.refs(limits.answer())));
    }
    return refs.get();
  }

  /**
   * The full hash of the commit that a branch, a tag or a hash names. A short hash costs a fetch of
   * the repository's history, without files, unless a branch or tag begins with it.
   */
  public String resolve(String ref) throws InterruptedException {
    if (!REF.matcher(ref).matches() || ref.startsWith("-")) {
      throw new SetupException(GitProblems.badRef(ref));
    }
    Optional<GitRef> named = list().named(ref);
    if (named.isPresent()) {
      return named.get().hash();
    }
    if (HASH.matcher(ref).matches()) {
      String hash = ref.toLowerCase(Locale.ROOT);
      List<String> found = list().beginning(hash);
      if (found.isEmpty()) {
        found = script.find(hash, limits.transfer());
      }
      if (found.size() == 1) {
        return found.getFirst();
      }
      if (found.size() > 1) {
        throw new SetupException(GitProblems.ambiguous(hash, found));
      }
    }
    List<String> close = ref.length() == FULL ? List.of() : list().close(ref);
    throw new SetupException(GitProblems.unknownRef(ref, url, close));
  }

  /** Files at a ref, by their paths; those that it does not have are left out. */
  Map<String, String> files(String ref, List<String> paths) throws InterruptedException {
    return CommitFiles.parse(script.files(resolve(ref), paths, limits.transfer()));
  }

  /**
   * What the package at a ref needs and offers, out of its {@code pyproject.toml}. Commits from
   * before that file have no extras, and {@link ReleaseMetadata#source} says so. The version is
   * that of the source; a build may append to it, as the main branch does with the hash.
   */
  public ReleaseMetadata metadata(String ref) throws InterruptedException {
    String hash = resolve(ref);
    byte[] answer = script.files(hash, CommitMetadata.FILES, limits.transfer());
    return new CommitMetadata(CommitFiles.parse(answer), ref, hash, url).read();
  }
}
