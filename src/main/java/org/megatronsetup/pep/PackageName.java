package org.megatronsetup.pep;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of projects and extras: case, hyphens, underscores and dots do not tell them apart. */
public final class PackageName {
  private static final Pattern SEPARATORS = Pattern.compile("[-_.]+");
  private static final Pattern VALID =
      Pattern.compile("[A-Z0-9]|[A-Z0-9][A-Z0-9._-]*[A-Z0-9]", Pattern.CASE_INSENSITIVE);

  private PackageName() {}

  /** The form that an index's address uses (PEP 503). */
  public static String normalize(String name) {
    return SEPARATORS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  public static boolean isValid(String name) {
    return VALID.matcher(name).matches();
  }
}
