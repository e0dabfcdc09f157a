package org.megatronsetup.model;

import java.util.List;
import java.util.Optional;

/**
 * What was found of a container engine on its host. Sizes are in bytes.
 *
 * @param command the words that call the engine, such as {@code docker}, or {@code sudo -n docker}
 *     where only root may; empty: it is not installed
 * @param version of the engine; empty where it does not say
 * @param state whether it can be used
 * @param said the last line of what it said where it cannot be used
 * @param rootless whether its root is this user alone
 * @param architecture as {@code uname -m} says it; empty: not known
 * @param init whether it can give a container an init process
 * @param raisesLimits whether it can give a container more than its own limits, such as memory that
 *     is locked
 * @param nvidiaRuntime whether it has NVIDIA's runtime
 * @param cdi names of NVIDIA devices that CDI files declare, such as {@code nvidia.com/gpu=all}
 * @param gpus how many NVIDIA GPUs the host has
 * @param store folder that images live in, and {@code free} space there; empty: not known
 * @param image what is here of the image that was asked about
 * @param container what is here by the name that was asked about
 * @param sources what is at the sources of the mounts that were asked about, in their order
 */
public record EngineFacts(
    List<String> command,
    Optional<String> version,
    State state,
    String said,
    boolean rootless,
    String architecture,
    boolean init,
    boolean raisesLimits,
    boolean nvidiaRuntime,
    List<String> cdi,
    int gpus,
    Optional<String> store,
    Optional<Long> free,
    Optional<Image> image,
    Optional<Container> container,
    List<Facts.PathFact.Kind> sources) {

  public EngineFacts {
    command = List.copyOf(command);
    cdi = List.copyOf(cdi);
    sources = List.copyOf(sources);
  }

  /** Whether an engine can be used. */
  public enum State {
    READY,
    ABSENT,
    /** Its daemon does not answer. */
    DAEMON_DOWN,
    /** This user may not ask its daemon. */
    NO_PERMISSION
  }

  /**
   * An image that is here.
   *
   * @param architecture as {@code uname -m} says it
   */
  public record Image(String id, String architecture, long size) {}

  /**
   * A container that is here, running or not.
   *
   * @param madeFor what this program made it for; empty: somebody else made it
   * @param status the engine's word, such as {@code running} or {@code exited}
   * @param exitCode of the process that ended last
   */
  public record Container(
      String id,
      String image,
      Optional<String> madeFor,
      String status,
      int exitCode,
      String startedAt) {

    public boolean running() {
      return status.equals("running");
    }
  }
}
