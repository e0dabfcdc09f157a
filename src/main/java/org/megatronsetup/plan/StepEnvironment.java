package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.address.WebAddress;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Sources;

/** The variables that a step sets: only where they matter, and always in the text of the step. */
final class StepEnvironment {
  private final Request request;
  private final Interpreter python;
  private final PlanTexts texts;
  private final BuildGovernor governor;

  StepEnvironment(Request request, Interpreter python, PlanTexts texts) {
    this.request = request;
    this.python = python;
    this.texts = texts;
    this.governor = new BuildGovernor(request);
  }

  /** What a step does as root, after the way out to the network. */
  static List<Command> forRoot(Request request, List<Command> commands) {
    List<Command> all = new ArrayList<>(proxy(request));
    all.addAll(commands);
    return all;
  }

  /**
   * For a step that installs packages.
   *
   * @param fromGit whether git fetches something
   * @param compiles whether something may be compiled
   */
  List<Command> forPackages(boolean fromGit, boolean compiles) {
    List<Command> commands = new ArrayList<>();
    if (request.usesUv()) {
      set(commands, "UV_NO_PROGRESS", "1");
    } else {
      set(commands, "PIP_NO_INPUT", "1");
      set(commands, "PIP_DISABLE_PIP_VERSION_CHECK", "1");
      set(commands, "PYTHONUNBUFFERED", "1");
    }
    constraint(commands);
    cache(commands);
    if (!request.answers().sources().noIndex() || fromGit) {
      network(commands, fromGit);
    }
    if (compiles) {
      build(commands);
    }
    return commands;
  }

  /**
   * A file of constraints, as NVIDIA's containers name it, pins versions that the release may not
   * work with. And where this user's pip may install into the interpreter of the system, uv has to
   * be told so.
   */
  private void constraint(List<Command> commands) {
    boolean existing = request.answers().environment() instanceof Environment.Existing;
    if (request.facts().pipConfig().constraint().isPresent()
        || (existing && python.torch().isPresent())) {
      set(commands, "PIP_CONSTRAINT", "");
    }
    boolean system =
        request
            .facts()
            .python(python.path())
            .filter(p -> p.kind() == Facts.Python.Kind.SYSTEM)
            .isPresent();
    if (existing && system && request.usesUv()) {
      set(commands, "UV_BREAK_SYSTEM_PACKAGES", "1");
    }
  }

  private void cache(List<Command> commands) {
    request
        .answers()
        .sources()
        .cacheDir()
        .map(PathRules::plain)
        .ifPresent(dir -> set(commands, request.usesUv() ? "UV_CACHE_DIR" : "PIP_CACHE_DIR", dir));
  }

  private void network(List<Command> commands, boolean fromGit) {
    commands.addAll(proxy(request));
    Sources sources = request.answers().sources();
    Optional<String> configured = request.usesUv() ? configuredCert() : Optional.empty();
    sources
        .caBundle()
        .map(PathRules::plain)
        .or(() -> configured)
        .ifPresent(
            bundle -> {
              if (!request.usesUv()) {
                set(commands, "PIP_CERT", bundle);
              }
              set(commands, "SSL_CERT_FILE", bundle);
              set(commands, "REQUESTS_CA_BUNDLE", bundle);
              if (fromGit) {
                set(commands, "GIT_SSL_CAINFO", bundle);
              }
            });
    if (fromGit) {
      set(commands, "GIT_TERMINAL_PROMPT", "0");
    }
  }

  /** pip reads its own configuration; uv has to be told. */
  private Optional<String> configuredCert() {
    return request.facts().pipConfig().cert();
  }

  /** A proxy with a user in it comes with its password from elsewhere, when the run starts. */
  private static List<Command> proxy(Request request) {
    Sources sources = request.answers().sources();
    Optional<String> configured =
        request.usesUv() ? request.facts().pipConfig().proxy() : Optional.empty();
    Optional<String> proxy =
        sources
            .proxy()
            .or(() -> configured)
            .filter(p -> WebAddress.parse(p).filter(a -> a.userInfo().isEmpty()).isPresent());
    List<Command> commands = new ArrayList<>();
    proxy.ifPresent(
        p -> {
          set(commands, "http_proxy", p);
          set(commands, "https_proxy", p);
        });
    return commands;
  }

  private void build(List<Command> commands) {
    if (new CudaSteps(request, texts).planned()) {
      set(commands, "CUDA_HOME", CudaSteps.HOME);
      commands.add(new Command.Export("PATH", CudaSteps.HOME + "/bin", true));
    } else if (request.hasCudaCompiler()) {
      commands.add(texts.fixed("cuda-home.sh"));
    }
    if (python.isVenv()) {
      set(commands, "VIRTUAL_ENV", python.root());
    }
    // builds call ninja, cmake and others by their names
    commands.add(new Command.Export("PATH", python.bin(), true));
    set(commands, "MAX_JOBS", String.valueOf(governor.jobs()));
    governor
        .architectures()
        .ifPresent(
            a -> {
              set(commands, "TORCH_CUDA_ARCH_LIST", a.forTorch());
              set(commands, "NVTE_CUDA_ARCHS", a.forTransformerEngine());
            });
    if (request.onAarch64()) {
      // their setup scripts would fetch a wheel for x86_64
      set(commands, "MAMBA_FORCE_BUILD", "TRUE");
      set(commands, "CAUSAL_CONV1D_FORCE_BUILD", "TRUE");
    }
  }

  private static void set(List<Command> commands, String name, String value) {
    commands.add(new Command.Export(name, value, false));
  }
}
