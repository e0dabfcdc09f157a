package org.megatronsetup.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a fingerprint as {@code ssh-keygen -l} prints it: SHA256 in base 64. */
final class FingerprintArgument implements ITypeConverter<String> {
  private static final Pattern FORM = Pattern.compile("(SHA256:[A-Za-z0-9+/]{43})=?");

  @Override
  public String convert(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new TypeConversionException(
          "A fingerprint is SHA256: and 43 letters, digits, + and /, as ‘ssh-keygen -lf"
              + " /etc/ssh/ssh_host_ed25519_key.pub’ prints it on that machine.");
    }
    return form.group(1);
  }
}
