package org.megatronsetup.wizard.review;

/**
 * One step as it is shown.
 *
 * @param number from 1
 * @param commands the exact text that runs
 * @param estimate time and size, and what that rests on
 */
record StepCard(
    int number,
    String title,
    String why,
    String commands,
    boolean needsRoot,
    String estimate,
    String restsOn) {}
