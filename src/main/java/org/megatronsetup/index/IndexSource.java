package org.megatronsetup.index;

import java.util.List;

/** A place that offers files of projects. */
interface IndexSource {

  /** What to call it, without credentials. */
  String shown();

  /**
   * The files of a project; none if the place does not have it.
   *
   * @param project its normalised name
   * @throws org.megatronsetup.model.SetupException if the place does not answer as it should
   */
  List<IndexFile> files(String project) throws InterruptedException;
}
