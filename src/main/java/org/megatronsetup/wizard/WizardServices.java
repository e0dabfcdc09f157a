package org.megatronsetup.wizard;

import java.util.function.Function;
import java.util.function.Supplier;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.Answers;

/**
 * What the window is given from outside.
 *
 * @param engine opens the engine for this computer; called off the screen's thread, once
 * @param equivalentCommand the command line that does the same as the answers
 */
public record WizardServices(Supplier<Setup> engine, Function<Answers, String> equivalentCommand) {}
