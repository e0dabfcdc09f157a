package org.megatronsetup.wizard.kit;

import org.megatronsetup.model.Problem;

/** The one place where failures end that nobody expected. */
public interface Failures {

  /**
   * Reports a failure: logs it and shows it under an id that people can quote.
   *
   * @return the same as a problem, for the page on which it happened
   */
  Problem report(Throwable failure);
}
