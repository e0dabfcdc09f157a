package org.megatronsetup.wizard;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import org.megatronsetup.wizard.kit.Attention;
import org.megatronsetup.wizard.kit.Clip;
import org.megatronsetup.wizard.kit.Pickers;
import org.megatronsetup.wizard.target.ThisComputer;

/**
 * What the desktop lends the window; a test lends its own.
 *
 * @param runtime folder for what is only true while windows are open
 */
record Desktop(
    ThisComputer computer,
    ObservableValue<ColorScheme> scheme,
    Remembered remembered,
    Pickers pickers,
    Clip clip,
    Attention attention,
    Path runtime,
    InstantSource clock,
    ZoneId zone) {}
