package org.megatronsetup.plan;

import java.util.Optional;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.pep.PyVersion;

/** What a plan is asked for, with the questions that several parts of planning have. */
record Request(Answers answers, Facts facts, ReleaseMetadata metadata) {

  boolean isCommit() {
    return answers.release() instanceof Release.Commit;
  }

  boolean isPreRelease() {
    return answers.release() instanceof Release.PreRelease;
  }

  /** Whether anything beside the plain package is wanted: only then is anything built in place. */
  boolean wantsMore() {
    return !answers.extras().isEmpty() || !answers.requirements().isEmpty();
  }

  boolean usesUv() {
    return switch (answers.installer()) {
      case PIP -> false;
      case UV -> true;
      case AUTO -> facts.tools().uv().isPresent();
    };
  }

  boolean insistsOnUv() {
    return answers.installer() == Installer.UV;
  }

  boolean onGpu() {
    return !facts.gpus().isEmpty();
  }

  boolean onAarch64() {
    return facts.os().arch().equals("aarch64") || facts.os().arch().equals("arm64");
  }

  boolean onUbuntu(String version) {
    return facts.os().id().equals("ubuntu") && facts.os().versionId().equals(version);
  }

  /** The toolkit step of the guide is written for one system only. */
  boolean onTheGuidesCudaSystem() {
    return onUbuntu("24.04") && facts.os().arch().equals("x86_64");
  }

  boolean hasCudaCompiler() {
    return facts.cuda().nvcc().isPresent() || facts.cuda().toolkit().isPresent();
  }

  Optional<PyVersion> version() {
    return metadata.version().flatMap(PyVersion::tryParse);
  }

  /** Where the virtual environment goes, if one is asked for. */
  Optional<String> venvPath() {
    return answers.environment() instanceof Environment.NewVenv venv
        ? Optional.of(PathRules.plain(venv.path()))
        : Optional.empty();
  }

  /** What the probe says of a path, asked with or without the slash at its end. */
  Optional<Facts.PathFact> fact(String path) {
    return facts.path(path).or(() -> facts.path(path + "/"));
  }

  /** Whether the release is at least this one; false where its version is not known. */
  boolean isAtLeast(String bound) {
    // candidates of a version already behave like it
    return version().map(v -> v.base().compareTo(PyVersion.parse(bound)) >= 0).orElse(false);
  }
}
