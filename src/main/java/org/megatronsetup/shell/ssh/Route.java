package org.megatronsetup.shell.ssh;

import java.util.List;

/**
 * The way to a machine.
 *
 * @param hops at least one; the last is the machine itself, each is reached through the one before
 * @param warnings what of the person's SSH configuration was not understood
 */
public record Route(List<Hop> hops, List<String> warnings) {
  public Route {
    hops = List.copyOf(hops);
    warnings = List.copyOf(warnings);
  }

  public Hop target() {
    return hops.getLast();
  }
}
