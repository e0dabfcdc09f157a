package org.megatronsetup.run.progress;

import java.util.Optional;

/** Knows the words of one tool. May remember earlier lines of it. */
interface ProgressReader {

  /**
   * @param line without blanks around it and without control sequences
   * @return what the line says; empty: nothing that this reader knows
   */
  Optional<ProgressState> read(String line);
}
