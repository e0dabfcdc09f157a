package org.megatronsetup.wizard;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.megatronsetup.engine.Opener;
import org.megatronsetup.model.Answers;

/**
 * What the window is given from outside.
 *
 * @param engine opens the engine for a target; called off the screen's thread
 * @param machines names of machines behind SSH that the person knows already; called off the
 *     screen's thread
 * @param equivalentCommand the command line that does the same as the answers
 */
public record WizardServices(
    Opener engine, Supplier<List<String>> machines, Function<Answers, String> equivalentCommand) {}
