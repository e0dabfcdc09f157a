package org.megatronsetup.model;

/** Where one step of a run stands. */
public enum StepState {
  WAITING,
  RUNNING,
  /** Its commands ran and succeeded. */
  DONE,
  /** There was nothing to do. */
  UNCHANGED,
  FAILED,
  CANCELLED
}
