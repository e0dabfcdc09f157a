package org.megatronsetup.plan;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.SystemSteps;
import org.megatronsetup.model.Target;
import org.megatronsetup.words.Words;

/**
 * JSON → {@link Answers}, with every problem at once.
 *
 * <p>{@code schemaVersion}, {@code release} and {@code environment} must be there: what is
 * installed and where it goes is never a guess. All other fields have defaults: {@code target} this
 * computer, {@code extras} and {@code requirements} none, {@code systemSteps} none, {@code
 * installer} {@code auto}, {@code sources} what the target is configured for, {@code maxJobs}
 * derived.
 */
public final class AnswersReader {
  private static final ObjectReader READER =
      Json.mapper().reader().with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private AnswersReader() {}

  /**
   * Reads and checks answers.
   *
   * @throws SetupException with all problems, each of kind {@code ANSWERS}
   */
  public static Answers read(String json) {
    JsonNode root = parse(json);
    List<Problem> problems = new ArrayList<>();
    if (!root.isObject()) {
      throw new SetupException(
          Problem.answers(
              "answers-not-an-object",
              "",
              Words.of("plan.answers-not-an-object.sentence"),
              Words.of("plan.answers-not-an-object.cause", "{\"schemaVersion\": 1, …}"),
              Words.of("plan.answers-not-an-object.next")));
    }
    JsonFields fields = new JsonFields(root, "", problems);
    checkSchema(fields, problems);
    Optional<Answers> answers = answers(fields, problems);
    fields.finish();
    if (problems.isEmpty() && answers.isPresent()) {
      problems.addAll(AnswersCheck.check(answers.get()));
    }
    if (!problems.isEmpty()) {
      throw new SetupException(problems);
    }
    return answers.orElseThrow();
  }

  private static JsonNode parse(String json) {
    try {
      return READER.readTree(json);
    } catch (JsonProcessingException e) {
      // the parser's own message may quote the text, and with it a secret: only the place is told
      JsonLocation place = e.getLocation();
      throw new SetupException(
          Problem.answers(
              "answers-not-json",
              "",
              place == null
                  ? Words.of("plan.answers-not-json.sentence")
                  : Words.of(
                      "plan.answers-not-json.sentence.place",
                      place.getLineNr(),
                      place.getColumnNr()),
              Words.of("plan.answers-not-json.cause"),
              Words.of("plan.answers-not-json.next")));
    }
  }

  /** An unknown schema is told alone: its other fields may mean anything. */
  private static void checkSchema(JsonFields fields, List<Problem> problems) {
    if (!fields.has("schemaVersion")) {
      fields.missing("schemaVersion", Words.of("plan.answers-missing-field.cause.schema-version"));
      return;
    }
    Optional<Integer> version = fields.number("schemaVersion");
    if (version.isPresent() && version.get() != Answers.SCHEMA_VERSION) {
      throw new SetupException(
          Problem.answers(
              "answers-schema-version",
              "schemaVersion",
              Words.of("plan.answers-schema-version.sentence", version.get()),
              Words.of("plan.answers-schema-version.cause", Answers.SCHEMA_VERSION),
              version.get() > Answers.SCHEMA_VERSION
                  ? Words.of("plan.answers-schema-version.next.newer")
                  : Words.of("plan.answers-schema-version.next.older")));
    }
    if (version.isEmpty() && problems.isEmpty()) {
      fields.missing("schemaVersion", Words.of("plan.answers-missing-field.cause.schema-version"));
    }
  }

  private static Optional<Answers> answers(JsonFields fields, List<Problem> problems) {
    Target target = TargetParts.target(fields);
    Optional<Release> release = AnswersParts.release(fields);
    Optional<Environment> environment = AnswersParts.environment(fields);
    List<String> extras = fields.texts("extras");
    List<String> requirements = fields.texts("requirements");
    SystemSteps systemSteps = AnswersParts.systemSteps(fields);
    Installer installer = AnswersParts.installer(fields);
    Sources sources =
        fields.object("sources").map(AnswersParts::sources).orElseGet(Sources::defaults);
    Optional<Integer> maxJobs = fields.number("maxJobs");
    if (release.isEmpty() || environment.isEmpty() || !problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Answers(
            Answers.SCHEMA_VERSION,
            target,
            release.get(),
            extras,
            requirements,
            environment.get(),
            systemSteps,
            installer,
            sources,
            maxJobs));
  }
}
