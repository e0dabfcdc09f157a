package org.megatronsetup.cli;

import java.util.regex.Pattern;
import org.megatronsetup.words.Words;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with the words of a command line. They are repeated as far as they cannot hold a
 * secret that somebody typed where it does not belong.
 */
final class UsageMessage {
  private static final Pattern LOGIN_IN_ADDRESS = Pattern.compile("://[^/]*@");

  private UsageMessage() {}

  static String of(ParameterException e) {
    if (e.getArgSpec() instanceof OptionSpec option && LoginOptions.asksFor(option)) {
      return Words.of("cli.usage.secret", option.longestName());
    }
    if (e instanceof UnmatchedArgumentException unmatched
        && unmatched.getUnmatched().stream().anyMatch(UsageMessage::mayBeALogin)) {
      return Words.of("cli.usage.login");
    }
    return LOGIN_IN_ADDRESS.matcher(e.getMessage()).replaceAll("://…@");
  }

  private static boolean mayBeALogin(String word) {
    return !word.startsWith("-") && word.contains(":") && !word.contains("://");
  }
}
