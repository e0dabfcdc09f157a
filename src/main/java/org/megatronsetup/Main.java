package org.megatronsetup;

/** Opens the wizard when started without an argument; a subcommand runs without a window. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
