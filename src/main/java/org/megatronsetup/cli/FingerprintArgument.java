package org.megatronsetup.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.words.Words;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a fingerprint as {@code ssh-keygen -l} prints it: SHA256 in base 64. */
final class FingerprintArgument implements ITypeConverter<String> {
  private static final Pattern FORM = Pattern.compile("(SHA256:[A-Za-z0-9+/]{43})=?");

  @Override
  public String convert(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new TypeConversionException(Words.of("cli.usage.fingerprint"));
    }
    return form.group(1);
  }
}
