package org.megatronsetup.wizard.validation;

/**
 * The check that is under way.
 *
 * @param alone whether it is run again by itself, and all other rows stay as they are
 */
record Running(String id, String group, String title, boolean alone) {}
