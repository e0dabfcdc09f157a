package org.megatronsetup.plan;

import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Mirrors;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.SystemSteps;
import org.megatronsetup.words.Words;

/** Reads the parts that answers are made of. */
final class AnswersParts {
  private AnswersParts() {}

  static Optional<Release> release(JsonFields fields) {
    Optional<JsonFields> found = fields.object("release");
    if (found.isEmpty()) {
      if (!fields.has("release")) {
        fields.missing("release", Words.of("plan.answers-missing-field.cause.release"));
      }
      return Optional.empty();
    }
    JsonFields release = found.get();
    if (!release.has("channel")) {
      release.missing("channel", Words.of("plan.answers-missing-field.cause.channel"));
    }
    Optional<Release> result =
        release
            .word("channel", List.of("stable", "pre", "commit"))
            .map(
                channel ->
                    switch (channel) {
                      case "stable" -> new Release.Stable(release.text("version"));
                      case "pre" -> new Release.PreRelease(release.text("version"));
                      default ->
                          new Release.Commit(
                              release.requiredText(
                                  "ref", Words.of("plan.answers-missing-field.cause.ref")));
                    });
    if (result.isPresent()) {
      release.finish();
    }
    return result;
  }

  static Optional<Environment> environment(JsonFields fields) {
    Optional<JsonFields> found = fields.object("environment");
    if (found.isEmpty()) {
      if (!fields.has("environment")) {
        fields.missing("environment", Words.of("plan.answers-missing-field.cause.environment"));
      }
      return Optional.empty();
    }
    JsonFields environment = found.get();
    if (!environment.has("kind")) {
      environment.missing("kind", Words.of("plan.answers-missing-field.cause.environment-kind"));
    }
    Optional<Environment> result =
        environment
            .word("kind", List.of("new-venv", "existing"))
            .map(
                kind ->
                    kind.equals("new-venv")
                        ? new Environment.NewVenv(
                            environment.requiredText(
                                "path",
                                Words.of("plan.answers-missing-field.cause.environment-path")),
                            environment.text("python"))
                        : new Environment.Existing(
                            environment.requiredText(
                                "python",
                                Words.of("plan.answers-missing-field.cause.interpreter"))));
    if (result.isPresent()) {
      environment.finish();
    }
    return result;
  }

  static SystemSteps systemSteps(JsonFields fields) {
    return fields
        .object("systemSteps")
        .map(
            steps -> {
              SystemSteps result =
                  new SystemSteps(
                      steps.flag("python"),
                      steps.flag("cuda"),
                      steps.object("mirrors").map(AnswersParts::mirrors).orElse(Mirrors.NONE));
              steps.finish();
              return result;
            })
        .orElse(SystemSteps.NONE);
  }

  private static Mirrors mirrors(JsonFields fields) {
    Mirrors mirrors =
        new Mirrors(
            fields.text("ubuntu"),
            fields.text("cuda"),
            fields.text("deadsnakes"),
            fields.text("cudaKeyringSha256"));
    fields.finish();
    return mirrors;
  }

  static Installer installer(JsonFields fields) {
    return fields
        .word("installer", List.of("pip", "uv", "auto"))
        .map(
            word ->
                switch (word) {
                  case "pip" -> Installer.PIP;
                  case "uv" -> Installer.UV;
                  default -> Installer.AUTO;
                })
        .orElse(Installer.AUTO);
  }

  static Sources sources(JsonFields fields) {
    Sources sources =
        new Sources(
            fields.text("indexUrl"),
            fields.texts("extraIndexUrls"),
            fields.texts("findLinks"),
            fields.texts("bringWheels"),
            fields.flag("noIndex"),
            fields.text("proxy"),
            fields.text("caBundle"),
            fields.text("cacheDir"),
            fields.text("repository"));
    fields.finish();
    return sources;
  }
}
