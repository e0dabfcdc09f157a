package org.megatronsetup.wizard.validation;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.megatronsetup.model.Check;
import org.megatronsetup.wizard.kit.Clip;
import org.megatronsetup.wizard.kit.Kit;

/**
 * What the rows work with.
 *
 * @param running the check that is under way
 * @param busy whether any is; another cannot be started then
 * @param offer what can be done about a check
 */
record RowTools(
    Kit kit,
    Clip clip,
    ObservableValue<Optional<Running>> running,
    ObservableValue<Boolean> busy,
    Consumer<Check> again,
    Runnable stop,
    Function<Check, Optional<MendModel.Offer>> offer,
    Consumer<MendModel.Offer> mend) {}
