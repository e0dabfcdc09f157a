package org.megatronsetup.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Version;
import org.megatronsetup.pep.LinuxTags;
import org.megatronsetup.pep.PyVersion;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.words.Words;

/**
 * The versions of Megatron Core in the index or the folders in force. Every method blocks and can
 * be interrupted; whatever goes wrong as it may is a {@link SetupException}. What was listed is
 * kept for as long as the catalogue is. Closing it ends its connections.
 */
public final class Catalogue implements AutoCloseable {
  static final String PROJECT = "megatron-core";
  private static final int LOOKED_INTO = 24;

  private final Facts facts;
  private final Places places;
  private final MetadataReader reader;
  private final LinuxTags machine;
  private Optional<Listing> listing = Optional.empty();

  public Catalogue(Shell shell, Sources sources, Credentials credentials, Facts facts) {
    this(shell, sources, credentials, facts, System.getenv(), Limits.DEFAULT);
  }

  /**
   * @param environment variables of this program, for the proxies in them
   */
  public Catalogue(
      Shell shell,
      Sources sources,
      Credentials credentials,
      Facts facts,
      Map<String, String> environment,
      Limits limits) {
    this.facts = facts;
    this.places =
        new Places(shell, InForce.of(sources, facts.pipConfig()), credentials, environment, limits);
    this.reader = new MetadataReader(places);
    this.machine = new LinuxTags(facts.os().arch(), facts.os().libc());
  }

  @Override
  public void close() {
    places.close();
  }

  /** What was found, and where. */
  private record Listing(List<Candidate> candidates, String places) {
    VersionProblems problems() {
      return new VersionProblems(candidates, places);
    }
  }

  /** All versions, newest first, yanked ones and pre-releases included. */
  public List<Version> versions() throws InterruptedException {
    List<Version> versions = new ArrayList<>();
    for (Candidate candidate : listing().candidates()) {
      Version version = candidate.toVersion();
      // a folder's listing says nothing of Pythons, and a look into its files is cheap
      boolean look = candidate.isOnTarget() && version.requiresPython().isEmpty();
      versions.add(look && versions.size() < LOOKED_INTO ? withNeed(version, candidate) : version);
    }
    return versions;
  }

  private Version withNeed(Version version, Candidate candidate) throws InterruptedException {
    Optional<String> need;
    try {
      need = reader.read(candidate.files()).requiresPython();
    } catch (SetupException e) {
      // choosing this version will say what is wrong with it
      need = Optional.empty();
    }
    return new Version(
        version.version(), version.preRelease(), need, version.uploaded(), version.yanked());
  }

  /**
   * Resolves a released version to exactly one and reads what it needs. Without a version, it is
   * the newest that was not yanked, whose Python need is met and that has a file for this machine.
   * Of a named version the Python need is not judged: whoever plans knows which Pythons there are.
   *
   * @param release not a commit: see {@link GitRefs}
   * @param pythonVersion of the interpreter that is chosen; empty: any of those that the facts name
   */
  public ReleaseMetadata metadata(Release release, Optional<String> pythonVersion)
      throws InterruptedException {
    return switch (release) {
      case Release.Stable(Optional<String> version) when version.isPresent() ->
          named(version.get(), pythonVersion);
      case Release.PreRelease(Optional<String> version) when version.isPresent() ->
          named(version.get(), pythonVersion);
      case Release.Stable _ -> newest(false, pythonVersion);
      case Release.PreRelease _ -> newest(true, pythonVersion);
      case Release.Commit _ ->
          throw new IllegalArgumentException("a commit is not in a package index");
    };
  }

  private ReleaseMetadata named(String text, Optional<String> pythonVersion)
      throws InterruptedException {
    VersionProblems problems = listing().problems();
    PyVersion wanted =
        PyVersion.tryParse(text).orElseThrow(() -> new SetupException(problems.notAVersion(text)));
    Candidate found =
        listing().candidates().stream()
            .filter(c -> c.version().equals(wanted))
            .findFirst()
            .orElseThrow(() -> new SetupException(problems.unknown(wanted)));
    if (found.yanked().isPresent()) {
      throw new SetupException(problems.yanked(found));
    }
    ReleaseMetadata metadata = complete(found);
    Optional<PyVersion> python = pythonVersion.flatMap(PyVersion::tryParse);
    boolean pythonFits =
        python.isEmpty() || Candidate.admits(metadata.requiresPython(), python.get());
    // the planner says it better if it is the Python that does not fit
    if (pythonFits && !found.hasFileFor(machine, python)) {
      throw new SetupException(problems.noFile(found, machine.arch(), python));
    }
    return metadata;
  }

  private ReleaseMetadata newest(boolean preReleases, Optional<String> pythonVersion)
      throws InterruptedException {
    List<PyVersion> pythons = pythons(pythonVersion);
    String needs = Words.of("index.no-version-fits.cause");
    boolean first = true;
    for (Candidate candidate : listing().candidates()) {
      if (candidate.yanked().isPresent() || (candidate.version().isPreRelease() && !preReleases)) {
        continue;
      }
      Optional<String> need = candidate.requiresPython();
      boolean known = need.isPresent();
      if (fits(candidate, need, pythons)) {
        ReleaseMetadata metadata = complete(candidate);
        // a folder's listing says nothing of Pythons: the file itself does
        if (known || fits(candidate, metadata.requiresPython(), pythons)) {
          return metadata;
        }
        need = metadata.requiresPython();
      }
      if (first && need.isPresent()) {
        needs = Words.of("index.no-version-fits.newest.cause", candidate.version(), need.get());
        first = false;
      }
    }
    throw new SetupException(listing().problems().nothingFits(preReleases, pythons, needs));
  }

  private boolean fits(Candidate candidate, Optional<String> need, List<PyVersion> pythons) {
    if (pythons.isEmpty()) {
      return candidate.hasFileFor(machine, Optional.empty());
    }
    return pythons.stream()
        .anyMatch(p -> Candidate.admits(need, p) && candidate.hasFileFor(machine, Optional.of(p)));
  }

  private List<PyVersion> pythons(Optional<String> chosen) {
    return chosen
        .map(List::of)
        .orElseGet(() -> facts.pythons().stream().map(Facts.Python::version).distinct().toList())
        .stream()
        .map(PyVersion::tryParse)
        .flatMap(Optional::stream)
        .toList();
  }

  /** The listing may know the Python need where the file does not. */
  private ReleaseMetadata complete(Candidate candidate) throws InterruptedException {
    ReleaseMetadata read = reader.read(candidate.files());
    return new ReleaseMetadata(
        Optional.of(candidate.version().toString()),
        Optional.empty(),
        read.requiresPython().or(candidate::requiresPython),
        read.dependencies(),
        read.extras(),
        read.source());
  }

  /** A place that fails is an obstacle only if no other has the package. */
  private synchronized Listing listing() throws InterruptedException {
    if (listing.isEmpty()) {
      List<IndexSource> sources = places.sources();
      List<IndexFile> files = new ArrayList<>();
      List<Problem> problems = new ArrayList<>();
      for (IndexSource source : sources) {
        try {
          files.addAll(source.files(PROJECT));
        } catch (SetupException e) {
          problems.addAll(e.problems());
        }
      }
      String shown =
          sources.stream()
              .map(IndexSource::shown)
              .distinct()
              .reduce((all, next) -> Words.of("index.places", all, next))
              .orElseThrow();
      if (files.isEmpty()) {
        if (problems.isEmpty()) {
          problems.add(SourceProblems.nothing(PROJECT, shown));
        }
        throw new SetupException(
            problems.size() > 1 ? problems.subList(0, problems.size() - 1) : problems);
      }
      listing = Optional.of(new Listing(Candidate.of(files), shown));
    }
    return listing.get();
  }
}
