package org.megatronsetup.wizard.environment;

/**
 * One interpreter that may be chosen.
 *
 * @param path its path; empty: leave the choice to the plan
 * @param note what it holds, or why it cannot be chosen
 */
record PythonRow(String path, String name, String kind, boolean selectable, String note) {}
