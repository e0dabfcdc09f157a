package org.megatronsetup.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code all}, {@code none}, and indices such as {@code 0,2}. */
final class GpusArgument implements ITypeConverter<String> {
  private static final Pattern FORM = Pattern.compile("all|none|[0-9]{1,3}(,[0-9]{1,3})*");

  @Override
  public String convert(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new TypeConversionException(
          "GPUs are all, none, or their numbers as nvidia-smi counts them, as in 0,2.");
    }
    return text;
  }
}
