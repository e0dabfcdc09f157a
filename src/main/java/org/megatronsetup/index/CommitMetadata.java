package org.megatronsetup.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.words.Words;

/** What the files of a commit say of the package that would be built from it. */
final class CommitMetadata {
  static final String PYPROJECT = "pyproject.toml";
  static final String SETUP = "setup.py";
  static final String PACKAGE_INFO = "megatron/core/package_info.py";
  static final String OLD_REQUIREMENTS = "megatron/core/requirements.txt";
  static final List<String> FILES = List.of(PYPROJECT, SETUP, PACKAGE_INFO, OLD_REQUIREMENTS);

  private static final Pattern NUMBER = Pattern.compile("(?m)^(MAJOR|MINOR|PATCH)\\s*=\\s*(\\d+)");
  private static final Pattern PRE_RELEASE =
      Pattern.compile("(?m)^PRE_RELEASE\\s*=\\s*['\"]([^'\"]*)['\"]");
  private static final Pattern VERSION =
      Pattern.compile("(?m)^__version__\\s*=\\s*['\"]([^'\"]+)['\"]");

  private final Map<String, String> files;
  private final String ref;
  private final String hash;
  private final String url;

  /**
   * @param files path to text
   * @param ref as it was typed
   */
  CommitMetadata(Map<String, String> files, String ref, String hash, String url) {
    this.files = Map.copyOf(files);
    this.ref = ref;
    this.hash = hash;
    this.url = url;
  }

  ReleaseMetadata read() {
    JsonNode project = pyproject().path("project");
    if (!project.isObject() && !files.containsKey(SETUP)) {
      throw new SetupException(GitProblems.notMegatron(ref, url));
    }
    Map<String, List<String>> extras = new LinkedHashMap<>();
    project
        .path("optional-dependencies")
        .properties()
        .forEach(extra -> extras.put(extra.getKey(), texts(extra.getValue())));
    boolean declares = project.has("dependencies");
    return new ReleaseMetadata(
        Optional.ofNullable(project.path("version").textValue()).or(this::version),
        Optional.of(hash),
        Optional.ofNullable(project.path("requires-python").textValue()),
        declares ? texts(project.path("dependencies")) : oldRequirements(),
        extras,
        project.isObject() ? url : Words.of("index.commit.source-without-extras", url));
  }

  private JsonNode pyproject() {
    try {
      return new TomlMapper().readTree(files.getOrDefault(PYPROJECT, ""));
    } catch (JsonProcessingException e) {
      throw new SetupException(
          List.of(GitProblems.unreadable(PYPROJECT, ref, e.getOriginalMessage() + ".")), e);
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  /** Without what a build may append, such as the hash on the main branch. */
  private Optional<String> version() {
    String text = files.getOrDefault(PACKAGE_INFO, "");
    Map<String, String> numbers = new LinkedHashMap<>();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      numbers.putIfAbsent(number.group(1), number.group(2));
    }
    if (numbers.size() == 3) {
      Matcher pre = PRE_RELEASE.matcher(text);
      return Optional.of(
          numbers.get("MAJOR")
              + "."
              + numbers.get("MINOR")
              + "."
              + numbers.get("PATCH")
              + (pre.find() ? pre.group(1) : ""));
    }
    Matcher literal = VERSION.matcher(text);
    return literal.find() ? Optional.of(literal.group(1)) : Optional.empty();
  }

  /** From 0.10 to 0.12 setup.py chooses among files itself: what it takes is not known here. */
  private List<String> oldRequirements() {
    if (files.getOrDefault(SETUP, "").contains("folder=\"requirements\"")) {
      return List.of();
    }
    return files
        .getOrDefault(OLD_REQUIREMENTS, "")
        .lines()
        .map(line -> line.replaceFirst("#.*$", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
