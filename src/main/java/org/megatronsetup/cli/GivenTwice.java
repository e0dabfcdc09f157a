package org.megatronsetup.cli;

import java.util.List;
import org.megatronsetup.words.Words;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ParseResult.GroupMatch;

/**
 * Refuses an option of a group that is there twice: picocli would begin the whole group anew, and
 * forget what was said before.
 */
final class GivenTwice {
  private GivenTwice() {}

  /**
   * @throws ParameterException naming the option
   */
  static void refuse(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    for (ArgGroupSpec group : last.commandSpec().argGroups()) {
      refuse(
          last,
          group,
          last.findMatches(group).stream()
              .flatMap(container -> container.matches().stream())
              .toList());
    }
  }

  private static void refuse(ParseResult parsed, ArgGroupSpec group, List<GroupMatch> matches) {
    for (ArgSpec arg : group.args()) {
      long times = matches.stream().filter(match -> !match.matchedValues(arg).isEmpty()).count();
      if (times > 1) {
        String name = arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
        throw new ParameterException(
            parsed.commandSpec().commandLine(), Words.of("cli.usage.twice", name));
      }
    }
  }
}
