package org.megatronsetup.wizard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Facts.Python;
import org.megatronsetup.model.GitRef;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.model.Version;

/** A believable machine, index and plan. */
public final class Samples {
  public static final String VENV = "/home/ada/megatron-venv";
  public static final String HASH = "551772a7266022ff5aec10bec6620b073a29f000";

  static final Problem HOST_KEY_REFUSED =
      Problem.preflight(
          "host-key-refused",
          "",
          "The host key of ada@192.0.2.7 is not known and was not accepted.",
          "The server shows the ED25519 key"
              + " SHA256:2kBzHrV0b0JZkyJmFq7N1dYw0cM5uTq1nC1cP1b3GxE, and no file of known hosts"
              + " has it.",
          "Ask the administrator of the server for its fingerprint, then compare and accept it.");
  public static final Problem NO_INDEX =
      new Problem(
          Problem.Kind.CONTACT,
          "index-unreachable",
          "The package index cannot be reached.",
          "https://pypi.org/simple/megatron-core/ gave no answer within 30 seconds.",
          "Check the network or the proxy, choose a mirror below, or install from a folder of"
              + " wheels.",
          "sources.indexUrl");

  public static final Problem NOT_EMPTY =
      Problem.answers(
          "venv-not-empty",
          "environment.path",
          "This folder holds something that is not a virtual environment.",
          "It has files in it, but no pyvenv.cfg.",
          "Choose a folder that is empty or not there yet.");

  private Samples() {}

  /** A machine on which nothing can be installed. */
  public static List<Verdict> blockingVerdicts() {
    List<Verdict> all = new ArrayList<>(verdicts());
    all.set(
        3,
        new Verdict(
            "python",
            "Python",
            "3.9.2 only",
            Verdict.Level.BLOCKS,
            "Megatron Core needs Python 3.12. Install it with: sudo apt-get install python3.12"
                + " python3.12-venv"));
    all.set(
        4,
        new Verdict(
            "disk",
            "Room",
            "2 GB free in /home/ada",
            Verdict.Level.BLOCKS,
            "An install needs about 12 GB. Make room, or choose another folder later."));
    return all;
  }

  public static Facts facts(Facts.Sudo sudo) {
    return new Facts(
        new Facts.Os(
            "ubuntu", "24.04", "Ubuntu 24.04.3 LTS", "6.8.0", "x86_64", "glibc 2.39", false),
        new Facts.User("ada", 1000, "/home/ada", sudo),
        List.of(
            python("/usr/bin/python3.12", "3.12.3", Python.Kind.SYSTEM, true, false, true),
            python("/usr/bin/python3.10", "3.10.14", Python.Kind.SYSTEM, false, false, true),
            new Python(
                "/opt/venv/bin/python3",
                "3.12.3",
                Python.Kind.VENV,
                false,
                true,
                Optional.of("24.0"),
                true,
                true,
                Optional.empty(),
                Optional.of("2.11.0+cu130")),
            python(
                "/home/ada/miniconda3/bin/python",
                "3.13.1",
                Python.Kind.CONDA,
                false,
                true,
                false)),
        List.of(new Facts.Gpu(0, "NVIDIA H100 80GB HBM3", "GPU-1", 85_899_345_920L, "9.0")),
        Optional.of("580.159.04"),
        Optional.of("13.0"),
        new Facts.Cuda(Optional.empty(), Optional.empty(), Optional.empty(), false),
        new Facts.Hardware(16, 137_000_000_000L, 120_000_000_000L),
        List.of(new Facts.Disk("/home/ada", 410_000_000_000L, 1_000_000)),
        new Facts.Tools(
            Optional.of("/usr/local/bin/uv"),
            Optional.of("/usr/bin/git"),
            Optional.of("/usr/bin/cc"),
            Optional.of("/usr/bin/c++"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("/usr/bin/flock"),
            Optional.of("/usr/bin/setsid"),
            Optional.of("/usr/bin/apt-get"),
            Optional.empty(),
            Optional.empty()),
        new Facts.PipConfig(
            Optional.empty(), List.of(), List.of(), false, Optional.empty(), Optional.empty()),
        new Facts.Hazards(false, false, "/bin/bash"),
        List.of(),
        "/home/ada/.local/state/megatron-setup");
  }

  private static Python python(
      String path,
      String version,
      Python.Kind kind,
      boolean managed,
      boolean writable,
      boolean venv) {
    return new Python(
        path,
        version,
        kind,
        managed,
        writable,
        Optional.of("24.0"),
        venv,
        true,
        Optional.empty(),
        Optional.empty());
  }

  public static List<Verdict> verdicts() {
    return List.of(
        new Verdict(
            "os", "System", "Ubuntu 24.04.3 LTS, x86_64, glibc 2.39", Verdict.Level.READY, ""),
        new Verdict(
            "gpu",
            "GPU",
            "NVIDIA H100 80GB HBM3, 86 GB, driver 580.159.04",
            Verdict.Level.READY,
            ""),
        new Verdict(
            "cuda",
            "CUDA toolkit",
            "Not found",
            Verdict.Level.ATTENTION,
            "Needed only for extras that are compiled here. It can be installed as a step of the"
                + " plan."),
        new Verdict("python", "Python", "3.12.3, 3.10.14, 3.13.1", Verdict.Level.READY, ""),
        new Verdict("disk", "Room", "410 GB free in /home/ada", Verdict.Level.READY, ""),
        new Verdict("memory", "Memory", "137 GB, 120 GB of it free", Verdict.Level.READY, ""),
        new Verdict(
            "network",
            "Package index",
            "https://pypi.org/simple answers",
            Verdict.Level.READY,
            ""));
  }

  public static List<Version> versions() {
    return List.of(
        version("0.20.0rc2", true, ">=3.12", "2026-11-17T09:00:00Z", null),
        version("0.20.0rc1", true, ">=3.12", "2026-11-10T09:00:00Z", null),
        version("0.19.1", false, ">=3.12", "2026-10-21T09:00:00Z", null),
        version("0.19.0", false, ">=3.12", "2026-10-02T09:00:00Z", "broken metadata"),
        version("0.18.0", false, ">=3.12", "2026-08-14T09:00:00Z", null),
        version("0.17.0", false, ">=3.12", "2026-06-12T09:00:00Z", null),
        version("0.16.1", false, ">=3.10", "2026-04-20T09:00:00Z", null),
        version("0.15.3", false, ">=3.10", "2026-02-06T09:00:00Z", null),
        version("0.14.1", false, ">=3.10", "2025-11-21T09:00:00Z", null),
        version("0.12.0", false, null, "2025-05-28T09:00:00Z", null),
        version("0.9.0", false, ">=3.8,<3.10", "2024-10-30T09:00:00Z", null));
  }

  private static Version version(
      String name, boolean pre, String python, String uploaded, String yanked) {
    return new Version(
        name,
        pre,
        Optional.ofNullable(python),
        Optional.of(Instant.parse(uploaded)),
        Optional.ofNullable(yanked));
  }

  public static List<GitRef> refs() {
    return List.of(
        new GitRef(GitRef.Kind.TAG, "core_v0.19.0", HASH),
        new GitRef(GitRef.Kind.TAG, "core_v0.17.0", "c3fafa09e3074d361c20c9dd1372cb95ba432219"),
        new GitRef(GitRef.Kind.TAG, "core_v0.15.3", "0123456789abcdef0123456789abcdef01234567"),
        new GitRef(GitRef.Kind.BRANCH, "main", "d77b4c242da6c294ba9b716fd6496392a5bd5159"),
        new GitRef(GitRef.Kind.BRANCH, "dev", "89abcdef0123456789abcdef0123456789abcdef"));
  }

  public static ReleaseMetadata metadata(Optional<String> commit) {
    Map<String, List<String>> extras = new LinkedHashMap<>();
    extras.put(
        "mlm", List.of("flask-restful", "sentencepiece", "tiktoken", "wandb", "transformers"));
    extras.put(
        "dev",
        List.of("nvidia-modelopt[torch]; sys_platform != \"darwin\"", "tqdm", "einops~=0.8"));
    extras.put("te", List.of("transformer-engine[core_cu12,pytorch]>=2.9.0a0,<2.12.0"));
    extras.put("ssm", List.of("mamba-ssm~=2.2", "causal-conv1d~=1.5"));
    extras.put("lts", List.of());
    return new ReleaseMetadata(
        Optional.of("0.19.1"),
        commit,
        Optional.of(">=3.12"),
        List.of("torch>=2.6.0", "numpy", "packaging>=24.2"),
        extras,
        "https://pypi.org/simple/megatron-core/");
  }

  public static Plan plan(boolean root) {
    List<Step> steps = new ArrayList<>();
    if (root) {
      steps.add(
          step(
              "cuda",
              "Install the CUDA toolkit, cuDNN and CUTLASS",
              "Extras that are compiled here need NVIDIA’s compiler and libraries.",
              true,
              240,
              3_400_000_000L,
              List.of(
                  "apt-get",
                  "install",
                  "-y",
                  "cuda-toolkit-12-8",
                  "libcudnn9-cuda-12",
                  "libcutlass-dev")));
    }
    steps.add(
        step(
            "venv",
            "Make the virtual environment",
            "Everything that is installed stays in one folder, and nothing else is touched.",
            false,
            5,
            0,
            List.of("/usr/bin/python3.12", "-m", "venv", VENV)));
    steps.add(
        step(
            "build-tools",
            "Bring the build tools up to date",
            "The next steps build on a recent setuptools and packaging.",
            false,
            10,
            2_000_000,
            List.of(
                VENV + "/bin/python", "-m", "pip", "install", "-U", "setuptools", "packaging")));
    steps.add(
        step(
            "core",
            "Install Megatron Core",
            "The plain package first: it brings torch, which the extras are built against.",
            false,
            180,
            2_700_000_000L,
            List.of(VENV + "/bin/python", "-m", "pip", "install", "megatron-core==0.19.1")));
    steps.add(
        step(
            "extras",
            "Install the extras dev and ssm",
            "Built against the torch that is there now, so build isolation is off.",
            false,
            900,
            310_000_000,
            List.of(
                VENV + "/bin/python",
                "-m",
                "pip",
                "install",
                "--no-build-isolation",
                "megatron-core[dev,ssm]==0.19.1")));
    return new Plan(
        steps,
        VENV + "/bin/python",
        VENV,
        "0.19.1",
        List.of(
            "mamba-ssm and causal-conv1d are likely to be compiled here, which takes about 15"
                + " minutes with 8 compilers at a time.",
            "The extra dev brings no Transformer Engine in this release; it is in te."));
  }

  private static Step step(
      String id,
      String title,
      String why,
      boolean root,
      int seconds,
      long bytes,
      List<String> argv) {
    return new Step(
        id,
        title,
        why,
        List.of(new Command.Exec(argv)),
        root,
        List.of(),
        new Step.Estimate(seconds, bytes, "Measured on a connection of 100 Mbit/s."));
  }

  public static List<Check> greenChecks() {
    return List.of(
        check(
            "driver",
            "Machine",
            "Driver and GPU",
            Check.Status.PASSED,
            "NVIDIA H100 80GB HBM3",
            "580.159.04",
            0.3),
        check(
            "python",
            "Packages",
            "Interpreter",
            Check.Status.PASSED,
            "CPython in " + VENV,
            "3.12.3",
            0.1),
        check(
            "core",
            "Packages",
            "megatron-core",
            Check.Status.PASSED,
            "The version asked for",
            "0.19.1",
            0.2),
        check(
            "pip-check",
            "Packages",
            "Requirements",
            Check.Status.PASSED,
            "None is broken",
            null,
            1.4),
        check(
            "import-core",
            "Imports",
            "megatron.core",
            Check.Status.PASSED,
            "Imports",
            "0.19.1",
            4.2),
        check(
            "features",
            "Imports",
            "Optional features",
            Check.Status.PASSED,
            "7 present, 19 absent, none broken",
            null,
            6.8),
        check(
            "kernel",
            "Hardware",
            "A GPU kernel",
            Check.Status.PASSED,
            "A matrix product agrees with the CPU’s",
            null,
            1.1),
        check(
            "training",
            "Hardware",
            "A tiny training run",
            Check.Status.PASSED,
            "The loss falls: 4.83, 4.46, 4.20",
            null,
            11.5),
        check(
            "several",
            "Hardware",
            "More than one GPU",
            Check.Status.SKIPPED,
            "There is one GPU",
            null,
            0));
  }

  public static List<Check> redChecks() {
    List<Check> checks = new ArrayList<>(greenChecks());
    checks.set(
        4,
        new Check(
            "import-core",
            "Imports",
            "megatron.core",
            Check.Status.PASSED,
            "Imports, with messages on the way",
            Optional.of("0.19.1"),
            4.2,
            "UserWarning: Transformer Engine and Apex are not installed. Falling back to Torch"
                + " optimizers.",
            "",
            ""));
    checks.add(
        5,
        new Check(
            "import-te",
            "Imports",
            "transformer_engine.pytorch",
            Check.Status.FAILED,
            "It cannot be imported",
            Optional.of("2.9.0"),
            2.7,
            "Traceback (most recent call last):\n"
                + "  File \"<string>\", line 1, in <module>\n"
                + "ImportError: libcudnn.so.9: cannot open shared object file: No such file or"
                + " directory",
            "The library libcudnn.so.9 is not on this computer, or not where the loader looks.",
            "sudo apt-get install -y libcudnn9-cuda-12"));
    checks.set(
        6,
        new Check(
            "features",
            "Imports",
            "Optional features",
            Check.Status.WARNING,
            "6 present, 19 absent, 1 broken",
            Optional.empty(),
            6.8,
            "nvshmem: ModuleNotFoundError: No module named 'nvshmem'",
            "nvshmem is installed in part: cupy is there, nvshmem itself is not.",
            ""));
    return checks;
  }

  public static Check check(
      String id,
      String group,
      String title,
      Check.Status status,
      String summary,
      String version,
      double seconds) {
    return new Check(
        id, group, title, status, summary, Optional.ofNullable(version), seconds, "", "", "");
  }
}
