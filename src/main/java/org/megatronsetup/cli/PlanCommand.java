package org.megatronsetup.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.megatronsetup.engine.Groundwork;
import org.megatronsetup.engine.Preparation;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.export.BaseImage;
import org.megatronsetup.export.DockerfileExport;
import org.megatronsetup.export.ShellScriptExport;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Target;
import org.megatronsetup.plan.AnswersWriter;
import org.megatronsetup.words.Words;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what an install would do; changes nothing. */
@Command(name = "plan", description = "Say what an install would do, and change nothing.")
final class PlanCommand implements Callable<Integer>, JsonOutput {

  /** What a plan can be written as. */
  enum Format {
    text,
    json,
    sh,
    dockerfile,
    answers
  }

  private final Context context;

  @Mixin TargetOption target;
  @Mixin AnswersOptions answers;

  @ArgGroup(validate = false, heading = "%nSecrets:%n")
  LoginOptions login = new LoginOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text; json; sh, a script that does the same by hand; dockerfile, which builds an image"
              + " with the same result; answers, a file for --answers. Default: text.")
  Format format = Format.text;

  @Option(names = "--json", description = "The same as --format json.")
  boolean json;

  PlanCommand(Context context) {
    this.context = context;
  }

  @Override
  public boolean json() {
    return json || format == Format.json;
  }

  @Override
  public Integer call() throws InterruptedException {
    Terminal terminal = context.terminal();
    Answers chosen = answers.answers(terminal, target);
    if (format == Format.dockerfile && !json && !(chosen.target() instanceof Target.Container)) {
      throw BaseImage.missing(
          "target",
          Words.of("export.dockerfile-without-image.no-container"),
          Words.of("export.dockerfile-without-image.no-container.next"));
    }
    Setup setup = context.setup(chosen.target(), target);
    Optional<String> image = Optional.empty();
    if (setup.containerHost().isPresent()) {
      Groundwork found = setup.containerHost().get().look();
      if (!found.laid()) {
        return new GroundworkPlan(terminal).print(found, chosen, json ? Format.json : format);
      }
      image = found.image();
      if (format == Format.dockerfile && !json) {
        BaseImage.of(chosen.target(), image);
      }
      chosen = answers.fitting(chosen, image);
    }
    Credentials credentials = login.credentials(chosen.sources(), terminal);
    return print(setup.prepare(chosen, credentials), image, !credentials.logins().isEmpty());
  }

  private int print(Preparation preparation, Optional<String> image, boolean logins) {
    PrintStream out = context.terminal().out();
    switch (json ? Format.json : format) {
      case text -> PlanText.print(preparation, out);
      case json -> new JsonLines(out).document(preparation);
      case sh -> out.print(ShellScriptExport.render(preparation.plan()));
      case dockerfile ->
          out.print(
              DockerfileExport.render(
                  preparation.plan(), BaseImage.of(preparation.answers().target(), image), logins));
      case answers -> out.print(AnswersWriter.write(preparation.answers()));
    }
    out.flush();
    return ExitCode.OK.status();
  }
}
