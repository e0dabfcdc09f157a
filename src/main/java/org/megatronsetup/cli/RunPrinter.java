package org.megatronsetup.cli;

import java.util.List;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.RunEvent;

/** How a run is told, to people or to machines. */
interface RunPrinter {
  void started(RunDetails details);

  void event(RunEvent event);

  void diagnosis(Diagnosis diagnosis);

  void problems(List<Problem> problems);

  void cancelling();

  /** The follower leaves; the run goes on. */
  void left(String id);

  void finished(ExitCode code, String sentence);
}
