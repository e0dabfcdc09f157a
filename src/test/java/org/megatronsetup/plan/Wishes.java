package org.megatronsetup.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Mirrors;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.SystemSteps;
import org.megatronsetup.model.Target;

/** Answers and releases that tests plan with; what is not said is the default. */
final class Wishes {
  static final String VENV = "/home/me/megatron";
  static final String HASH = "309ffca6a40553362d44fd17efc56b772fa1aa44";

  private Target target = new Target.Local();
  private Release release = new Release.Stable(Optional.of("0.19.0"));
  private List<String> extras = List.of();
  private List<String> requirements = List.of();
  private Environment environment = new Environment.NewVenv(VENV, Optional.empty());
  private SystemSteps systemSteps = SystemSteps.NONE;
  private Installer installer = Installer.AUTO;
  private Sources sources = Sources.defaults();
  private Optional<Integer> maxJobs = Optional.empty();

  static Wishes wishes() {
    return new Wishes();
  }

  /** A container of an image on this computer. */
  Wishes container(String image) {
    target =
        new Target.Container(
            new Target.Local(),
            ContainerEngine.DOCKER,
            Target.Container.DEFAULT_NAME,
            Optional.of(image),
            Target.Container.ALL_GPUS,
            List.of(),
            false,
            Optional.empty(),
            false);
    return this;
  }

  Wishes release(Release value) {
    release = value;
    return this;
  }

  Wishes stable(String version) {
    return release(new Release.Stable(Optional.of(version)));
  }

  Wishes commit() {
    return release(new Release.Commit(HASH));
  }

  Wishes extras(String... names) {
    extras = List.of(names);
    return this;
  }

  Wishes requirements(String... texts) {
    requirements = List.of(texts);
    return this;
  }

  Wishes environment(Environment value) {
    environment = value;
    return this;
  }

  Wishes venv(String path) {
    return environment(new Environment.NewVenv(path, Optional.empty()));
  }

  Wishes existing(String python) {
    return environment(new Environment.Existing(python));
  }

  Wishes system(boolean python, boolean cuda) {
    systemSteps = new SystemSteps(python, cuda);
    return this;
  }

  Wishes system(boolean python, boolean cuda, Mirrors mirrors) {
    systemSteps = new SystemSteps(python, cuda, mirrors);
    return this;
  }

  Wishes installer(Installer value) {
    installer = value;
    return this;
  }

  Wishes sources(Sources value) {
    sources = value;
    return this;
  }

  Wishes maxJobs(int jobs) {
    maxJobs = Optional.of(jobs);
    return this;
  }

  Answers answers() {
    return new Answers(
        Answers.SCHEMA_VERSION,
        target,
        release,
        extras,
        requirements,
        environment,
        systemSteps,
        installer,
        sources,
        maxJobs);
  }

  static Sources index(String url) {
    return new Sources(
        Optional.of(url),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Sources repository(String url) {
    return new Sources(
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(url));
  }

  static Sources folder(String path) {
    return new Sources(
        Optional.empty(),
        List.of(),
        List.of(path),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** As 0.19 declares itself, shortened. */
  static ReleaseMetadata core019() {
    Map<String, List<String>> extras = new LinkedHashMap<>();
    extras.put("training", List.of("sentencepiece", "wandb"));
    extras.put("dev", List.of("einops~=0.8", "emerging_optimizers", "fast-hadamard-transform"));
    extras.put("lts", List.of());
    extras.put("te", List.of("transformer-engine[pytorch,core_cu13]"));
    extras.put("ssm", List.of("mamba-ssm", "causal-conv1d~=1.5"));
    return metadata("0.19.0", ">=3.12", extras, "");
  }

  /** As 0.15.3 declares itself, shortened. */
  static ReleaseMetadata core015() {
    Map<String, List<String>> extras = new LinkedHashMap<>();
    extras.put("mlm", List.of("sentencepiece"));
    extras.put(
        "dev",
        List.of(
            "nvidia-modelopt[torch]; sys_platform != 'darwin'",
            "transformer-engine[pytorch]>=2.9.0a0,<2.10.0",
            "setuptools<80.0.0",
            "mamba-ssm~=2.2",
            "causal-conv1d~=1.5",
            "nv-grouped-gemm~=1.1"));
    extras.put("lts", List.of("tqdm", "setuptools<80.0.0"));
    return metadata("0.15.3", ">=3.10", extras, "");
  }

  static ReleaseMetadata metadata(
      String version, String python, Map<String, List<String>> extras, String commit) {
    return new ReleaseMetadata(
        version.isEmpty() ? Optional.empty() : Optional.of(version),
        commit.isEmpty() ? Optional.empty() : Optional.of(commit),
        Optional.of(python),
        List.of("torch>=2.6.0", "numpy", "packaging>=24.2"),
        extras,
        "https://pypi.org/simple");
  }

  static ReleaseMetadata atCommit(ReleaseMetadata m, String hash) {
    return new ReleaseMetadata(
        m.version(),
        Optional.of(hash),
        m.requiresPython(),
        m.dependencies(),
        m.extras(),
        "https://github.com/NVIDIA/Megatron-LM.git");
  }
}
