package org.megatronsetup.model;

import java.util.List;
import java.util.Optional;

/**
 * What the probe found on the target. Sizes are in bytes.
 *
 * @param inspected what is at the paths that the probe was asked about
 * @param stateDir where runs are kept: {@code ${XDG_STATE_HOME:-~/.local/state}/megatron-setup}
 */
public record Facts(
    Os os,
    User user,
    List<Python> pythons,
    List<Gpu> gpus,
    Optional<String> driverVersion,
    Optional<String> driverCuda,
    Cuda cuda,
    Hardware hardware,
    List<Disk> disks,
    Tools tools,
    PipConfig pipConfig,
    Hazards hazards,
    List<PathFact> inspected,
    String stateDir) {

  /**
   * @param id {@code ID} of os-release, such as {@code ubuntu}; {@code versionId} its {@code
   *     VERSION_ID}
   * @param arch {@code uname -m}
   * @param libc such as {@code glibc 2.39}, {@code musl}, or empty
   */
  public record Os(
      String id,
      String versionId,
      String prettyName,
      String kernel,
      String arch,
      String libc,
      boolean container) {}

  /** How this user becomes root. */
  public enum Sudo {
    ALREADY_ROOT,
    WITHOUT_PASSWORD,
    WITH_PASSWORD,
    ABSENT
  }

  public record User(String name, int uid, String home, Sudo sudo) {}

  /**
   * One interpreter, described by itself.
   *
   * @param path as found; {@code version} such as {@code 3.12.3}
   * @param kind what sort of installation it belongs to
   * @param externallyManaged PEP 668: pip refuses to install into it
   * @param writable whether this user may install into it
   * @param pip version of pip, if it has one; {@code venv} whether it can make a virtual
   *     environment
   * @param headers whether {@code Python.h} is there
   * @param megatronCore,torch installed versions
   */
  public record Python(
      String path,
      String version,
      Kind kind,
      boolean externallyManaged,
      boolean writable,
      Optional<String> pip,
      boolean venv,
      boolean headers,
      Optional<String> megatronCore,
      Optional<String> torch) {

    /** What sort of installation an interpreter belongs to. */
    public enum Kind {
      SYSTEM,
      VENV,
      CONDA,
      OTHER
    }
  }

  public record Gpu(int index, String name, String uuid, long memory, String computeCapability) {}

  /** What of the CUDA toolkit is there; versions as their own tools give them. */
  public record Cuda(
      Optional<String> toolkit, Optional<String> nvcc, Optional<String> cudnn, boolean cutlass) {}

  public record Hardware(int cores, long memory, long memoryAvailable) {}

  /** Free space where something will be written. */
  public record Disk(String path, long free, long freeInodes) {}

  /** Absolute paths of tools, empty where there is none. */
  public record Tools(
      Optional<String> uv,
      Optional<String> git,
      Optional<String> cc,
      Optional<String> cxx,
      Optional<String> cmake,
      Optional<String> ninja,
      Optional<String> flock,
      Optional<String> setsid,
      Optional<String> aptGet,
      Optional<String> docker,
      Optional<String> podman) {}

  /**
   * What pip's files and environment say on the target; credentials taken out.
   *
   * @param constraint what {@code PIP_CONSTRAINT} names, as in NVIDIA's containers
   */
  public record PipConfig(
      Optional<String> indexUrl,
      List<String> extraIndexUrls,
      List<String> findLinks,
      boolean noIndex,
      Optional<String> cert,
      Optional<String> proxy,
      Optional<String> constraint) {

    public PipConfig(
        Optional<String> indexUrl,
        List<String> extraIndexUrls,
        List<String> findLinks,
        boolean noIndex,
        Optional<String> cert,
        Optional<String> proxy) {
      this(indexUrl, extraIndexUrls, findLinks, noIndex, cert, proxy, Optional.empty());
    }
  }

  /** What may spoil a long run. */
  public record Hazards(boolean killsUserProcesses, boolean tmpNoexec, String loginShell) {}

  /**
   * What is at a path that the answers name.
   *
   * @param kind of the thing itself; {@code writable} of it, or of its nearest existing parent
   */
  public record PathFact(String path, Kind kind, boolean writable, long free) {

    /** What a path is. */
    public enum Kind {
      ABSENT,
      VENV,
      EMPTY_FOLDER,
      FOLDER,
      FILE
    }
  }

  public Optional<Python> python(String path) {
    return pythons.stream().filter(p -> p.path().equals(path)).findFirst();
  }

  public Optional<PathFact> path(String path) {
    return inspected.stream().filter(p -> p.path().equals(path)).findFirst();
  }
}
