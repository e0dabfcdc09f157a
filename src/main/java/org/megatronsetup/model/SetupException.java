package org.megatronsetup.model;

import java.util.List;

/** Carries the problems that stop the work; its message is their sentences. */
public final class SetupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public SetupException(List<Problem> problems) {
    this(problems, null);
  }

  public SetupException(List<Problem> problems, Throwable cause) {
    super(String.join(" ", problems.stream().map(Problem::sentence).toList()), cause);
    this.problems = List.copyOf(problems);
  }

  public SetupException(Problem problem) {
    this(List.of(problem));
  }

  public List<Problem> problems() {
    return problems;
  }
}
