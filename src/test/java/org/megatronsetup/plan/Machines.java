package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.megatronsetup.model.Facts;

/** Facts of machines that tests plan for. */
final class Machines {
  static final long GIB = 1L << 30;

  private Machines() {}

  static final Facts.Os UBUNTU_2404 =
      new Facts.Os("ubuntu", "24.04", "Ubuntu 24.04.3 LTS", "6.8.0", "x86_64", "glibc 2.39", false);
  static final Facts.Os UBUNTU_2204 =
      new Facts.Os(
          "ubuntu", "22.04", "Ubuntu 22.04.5 LTS", "5.15.0", "x86_64", "glibc 2.35", false);
  static final Facts.Os DEBIAN_12 =
      new Facts.Os("debian", "12", "Debian GNU/Linux 12", "6.1.0", "x86_64", "glibc 2.36", false);

  static final Facts.Python PYTHON_312 = system("/usr/bin/python3.12", "3.12.3", "24.0");
  static final Facts.Python PYTHON_310 = system("/usr/bin/python3.10", "3.10.12", "22.0.2");
  static final Facts.Gpu H200 = new Facts.Gpu(0, "NVIDIA H200", "GPU-0", 143_771L << 20, "9.0");

  static Facts.Python system(String path, String version, String pip) {
    return new Facts.Python(
        path,
        version,
        Facts.Python.Kind.SYSTEM,
        true,
        false,
        Optional.of(pip),
        true,
        true,
        Optional.empty(),
        Optional.empty());
  }

  static Facts.Python python(
      String path, String version, Facts.Python.Kind kind, String pip, String core, String torch) {
    return new Facts.Python(
        path, version, kind, false, true, text(pip), true, true, text(core), text(torch));
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** The guide's machine: Ubuntu 24.04 with a GPU, git, a compiler and CUDA. */
  static Facts guide() {
    return facts(
        UBUNTU_2404,
        List.of(PYTHON_312),
        List.of(H200),
        new Facts.Cuda(Optional.of("12.8.1"), Optional.of("12.8.93"), Optional.of("9.1.0"), true),
        tools(Optional.empty()));
  }

  /** An NGC PyTorch container: root, PyTorch in the interpreter of the system, and a constraint. */
  static Facts ngc() {
    Facts f = guide();
    Facts.Python python =
        python(
            "/usr/bin/python3",
            "3.12.3",
            Facts.Python.Kind.SYSTEM,
            "25.0",
            "",
            "2.11.0a0+abc.nv26.06");
    return with(
        f,
        List.of(python),
        f.inspected(),
        f.tools(),
        f.os(),
        new Facts.User("root", 0, "/root", Facts.Sudo.ALREADY_ROOT),
        new Facts.PipConfig(
            Optional.empty(),
            List.of(),
            List.of(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.of("/etc/pip/constraint.txt")));
  }

  /** The same without GPU and CUDA. */
  static Facts withoutGpu() {
    Facts f = guide();
    return facts(f.os(), f.pythons(), List.of(), noCuda(), f.tools());
  }

  static Facts.Cuda noCuda() {
    return new Facts.Cuda(Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  static Facts.Tools tools(Optional<String> uv) {
    return new Facts.Tools(
        uv,
        Optional.of("/usr/bin/git"),
        Optional.of("/usr/bin/cc"),
        Optional.of("/usr/bin/c++"),
        Optional.empty(),
        Optional.empty(),
        Optional.of("/usr/bin/flock"),
        Optional.of("/usr/bin/setsid"),
        Optional.of("/usr/bin/apt-get"),
        Optional.empty(),
        Optional.empty());
  }

  static Facts facts(
      Facts.Os os,
      List<Facts.Python> pythons,
      List<Facts.Gpu> gpus,
      Facts.Cuda cuda,
      Facts.Tools tools) {
    return new Facts(
        os,
        new Facts.User("me", 1000, "/home/me", Facts.Sudo.WITH_PASSWORD),
        pythons,
        gpus,
        Optional.of("580.159.04"),
        Optional.of("13.0"),
        cuda,
        new Facts.Hardware(16, 128 * GIB, 120 * GIB),
        List.of(),
        tools,
        new Facts.PipConfig(
            Optional.empty(), List.of(), List.of(), false, Optional.empty(), Optional.empty()),
        new Facts.Hazards(false, false, "/bin/bash"),
        List.of(),
        "/home/me/.local/state/megatron-setup");
  }

  static Facts withPythons(Facts f, Facts.Python... pythons) {
    return with(f, List.of(pythons), f.inspected(), f.tools(), f.os(), f.user(), f.pipConfig());
  }

  static Facts withOs(Facts f, Facts.Os os) {
    return with(f, f.pythons(), f.inspected(), f.tools(), os, f.user(), f.pipConfig());
  }

  static Facts withTools(Facts f, Facts.Tools tools) {
    return with(f, f.pythons(), f.inspected(), tools, f.os(), f.user(), f.pipConfig());
  }

  static Facts withSudo(Facts f, Facts.Sudo sudo) {
    Facts.User user = new Facts.User("me", 1000, "/home/me", sudo);
    return with(f, f.pythons(), f.inspected(), f.tools(), f.os(), user, f.pipConfig());
  }

  static Facts withPipConfig(Facts f, Facts.PipConfig config) {
    return with(f, f.pythons(), f.inspected(), f.tools(), f.os(), f.user(), config);
  }

  static Facts withPath(Facts f, String path, Facts.PathFact.Kind kind) {
    return withPath(f, new Facts.PathFact(path, kind, true, 500 * GIB));
  }

  static Facts withPath(Facts f, Facts.PathFact fact) {
    List<Facts.PathFact> inspected = new ArrayList<>(f.inspected());
    inspected.add(fact);
    return with(f, f.pythons(), inspected, f.tools(), f.os(), f.user(), f.pipConfig());
  }

  static Facts withUv(Facts f) {
    return withTools(f, tools(Optional.of("/home/me/.local/bin/uv")));
  }

  static Facts withHardware(Facts f, int cores, long gib) {
    return new Facts(
        f.os(),
        f.user(),
        f.pythons(),
        f.gpus(),
        f.driverVersion(),
        f.driverCuda(),
        f.cuda(),
        new Facts.Hardware(cores, gib * GIB, gib * GIB),
        f.disks(),
        f.tools(),
        f.pipConfig(),
        f.hazards(),
        f.inspected(),
        f.stateDir());
  }

  static Facts.Python changed(Facts.Python p, UnaryOperator<Facts.Python> change) {
    return change.apply(p);
  }

  private static Facts with(
      Facts f,
      List<Facts.Python> pythons,
      List<Facts.PathFact> inspected,
      Facts.Tools tools,
      Facts.Os os,
      Facts.User user,
      Facts.PipConfig pipConfig) {
    return new Facts(
        os,
        user,
        pythons,
        f.gpus(),
        f.driverVersion(),
        f.driverCuda(),
        f.cuda(),
        f.hardware(),
        f.disks(),
        tools,
        pipConfig,
        f.hazards(),
        inspected,
        f.stateDir());
  }
}
