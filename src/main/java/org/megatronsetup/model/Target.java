package org.megatronsetup.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/** Where Megatron Core goes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Target.Local.class, name = "local"),
  @JsonSubTypes.Type(value = Target.Ssh.class, name = "ssh"),
  @JsonSubTypes.Type(value = Target.Container.class, name = "container")
})
public sealed interface Target {

  /** The computer that this program runs on. */
  record Local() implements Target {}

  /**
   * A machine behind SSH. What is empty here is what the person's SSH configuration says. There is
   * never a secret in it.
   *
   * @param host alias of the SSH configuration, name, IPv4, or IPv6 without brackets
   * @param identity absolute path, on the computer that this program runs on, of a key file
   * @param jumps servers on the way, the first one first, as in {@code ada@gate:2222}
   */
  record Ssh(
      String host,
      Optional<String> user,
      Optional<Integer> port,
      Optional<String> identity,
      List<String> jumps)
      implements Target {

    public Ssh {
      jumps = List.copyOf(jumps);
    }
  }

  /**
   * A container on this computer or on a machine behind SSH.
   *
   * @param host where its engine is; never a container itself
   * @param name of the container, there already or to be made
   * @param image that it is made of; empty: a container of that name is there and is used
   * @param gpus {@code all}, {@code none}, or indices such as {@code 0,2}
   * @param hostNetwork whether it shares the host's network
   * @param commitTo image that the result is kept as once it is validated; empty: none
   * @param removeAfter whether it is removed once everything is done
   */
  record Container(
      Target host,
      ContainerEngine engine,
      String name,
      Optional<String> image,
      String gpus,
      List<Mount> mounts,
      boolean hostNetwork,
      Optional<String> commitTo,
      boolean removeAfter)
      implements Target {
    public static final String ALL_GPUS = "all";
    public static final String NO_GPUS = "none";
    public static final String DEFAULT_NAME = "megatron-core";

    public Container {
      mounts = List.copyOf(mounts);
    }
  }
}
