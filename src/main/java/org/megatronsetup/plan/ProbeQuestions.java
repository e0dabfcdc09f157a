package org.megatronsetup.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.Environment;

/**
 * What a probe has to look at beside the usual, so that a plan for these answers can be judged.
 *
 * @param paths for {@code Facts.inspected}
 * @param pythons for {@code Facts.pythons}
 */
public record ProbeQuestions(List<String> paths, List<String> pythons) {
  public ProbeQuestions {
    paths = List.copyOf(paths);
    pythons = List.copyOf(pythons);
  }

  /** The questions for answers that {@link AnswersCheck} finds no problem with. */
  public static ProbeQuestions of(Answers answers) {
    List<String> paths = new ArrayList<>();
    List<String> pythons = new ArrayList<>();
    switch (answers.environment()) {
      case Environment.NewVenv venv -> {
        String path = PathRules.plain(venv.path());
        paths.add(path);
        pythons.add(path + "/bin/python");
        venv.python().ifPresent(pythons::add);
      }
      case Environment.Existing existing -> {
        paths.add(Interpreter.rootOf(existing.python()));
        pythons.add(existing.python());
      }
    }
    Stream.of(
            answers.sources().findLinks().stream(),
            answers.sources().caBundle().stream(),
            answers.sources().cacheDir().stream())
        .flatMap(s -> s)
        .map(PathRules::plain)
        .forEach(paths::add);
    return new ProbeQuestions(paths.stream().distinct().toList(), pythons);
  }
}
