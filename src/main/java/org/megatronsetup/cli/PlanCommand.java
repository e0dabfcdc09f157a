package org.megatronsetup.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.megatronsetup.engine.Groundwork;
import org.megatronsetup.engine.Preparation;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.export.DockerfileExport;
import org.megatronsetup.export.ShellScriptExport;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Target;
import org.megatronsetup.plan.AnswersWriter;
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

  /** What an engine calls an image without a name. */
  private static final Pattern NUMBER = Pattern.compile("(sha256:)?[0-9a-f]{12,64}");

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
      throw withoutImage("target", "The target is not a container.", "Name --target container.");
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
        imageOf(chosen.target(), image);
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
                  preparation.plan(), imageOf(preparation.answers().target(), image), logins));
      case answers -> out.print(AnswersWriter.write(preparation.answers()));
    }
    out.flush();
    return ExitCode.OK.status();
  }

  /**
   * The image to build on: the one that was asked for, or else that of the container that is there.
   *
   * @throws SetupException where the engine knows that one by its number alone
   */
  private static String imageOf(Target target, Optional<String> found) {
    Optional<String> asked =
        target instanceof Target.Container container ? container.image() : Optional.empty();
    return asked
        .or(() -> found.filter(name -> !name.isEmpty() && !NUMBER.matcher(name).matches()))
        .orElseThrow(
            () ->
                withoutImage(
                    "target.image",
                    "The image of that container has no name, or another image has it by now.",
                    "Give the image a name, start a container by that name, and plan for it."));
  }

  private static SetupException withoutImage(String field, String cause, String nextStep) {
    return new SetupException(
        Problem.answers(
            "dockerfile-without-image",
            field,
            "A Dockerfile is asked for, and there is no image that it could build on.",
            cause,
            nextStep));
  }
}
