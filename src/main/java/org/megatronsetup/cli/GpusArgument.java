package org.megatronsetup.cli;

import java.util.regex.Pattern;
import org.megatronsetup.words.Words;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code all}, {@code none}, and indices such as {@code 0,2}. */
final class GpusArgument implements ITypeConverter<String> {
  private static final Pattern FORM = Pattern.compile("all|none|[0-9]{1,3}(,[0-9]{1,3})*");

  @Override
  public String convert(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new TypeConversionException(Words.of("cli.usage.gpus"));
    }
    return text;
  }
}
