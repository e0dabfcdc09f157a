package org.megatronsetup.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
public final class ProgramVersion implements IVersionProvider {

  public static String text() {
    return "Megatron Core Setup "
        + Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
            .orElse("(development)");
  }

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }
}
