package org.megatronsetup.cli;

/** A command whose errors, too, are for machines when it was asked for JSON. */
interface JsonOutput {
  boolean json();
}
