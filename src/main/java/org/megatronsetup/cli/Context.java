package org.megatronsetup.cli;

import java.util.function.Supplier;
import org.megatronsetup.engine.Setup;

/**
 * What every command gets.
 *
 * @param setup opens the engine for the target
 */
record Context(Terminal terminal, Supplier<Setup> setup) {}
