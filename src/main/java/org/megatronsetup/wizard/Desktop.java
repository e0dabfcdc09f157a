package org.megatronsetup.wizard;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.beans.value.ObservableValue;
import org.megatronsetup.wizard.kit.Clip;
import org.megatronsetup.wizard.kit.Pickers;
import org.megatronsetup.wizard.target.ThisComputer;

/** What the desktop lends the window; a test lends its own. */
record Desktop(
    ThisComputer computer,
    ObservableValue<ColorScheme> scheme,
    Pickers pickers,
    Clip clip,
    InstantSource clock,
    ZoneId zone,
    Locale locale) {}
