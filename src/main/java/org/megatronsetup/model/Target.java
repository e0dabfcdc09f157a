package org.megatronsetup.model;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/** Where Megatron Core goes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Target.Local.class, name = "local"),
  @JsonSubTypes.Type(value = Target.Ssh.class, name = "ssh")
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
}
