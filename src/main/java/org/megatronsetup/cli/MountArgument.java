package org.megatronsetup.cli;

import org.megatronsetup.model.Mount;
import org.megatronsetup.words.Words;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code SOURCE:TARGET} and {@code SOURCE:TARGET:ro}. */
final class MountArgument implements ITypeConverter<Mount> {
  private static final String READ_ONLY = "ro";

  @Override
  public Mount convert(String text) {
    String[] parts = text.split(":", -1);
    boolean three = parts.length == 3;
    boolean fine =
        (parts.length == 2 || (three && (parts[2].equals(READ_ONLY) || parts[2].equals("rw"))))
            && parts[0].startsWith("/")
            && parts[1].startsWith("/");
    if (!fine) {
      throw new TypeConversionException(Words.of("cli.usage.mount"));
    }
    return new Mount(parts[0], parts[1], three && parts[2].equals(READ_ONLY));
  }

  /** The text that gives the mount. */
  static String text(Mount mount) {
    return mount.source() + ":" + mount.target() + (mount.readOnly() ? ":" + READ_ONLY : "");
  }
}
