package org.megatronsetup;

import java.util.Locale;
import org.megatronsetup.cli.CommandLineFront;
import org.megatronsetup.cli.EquivalentCommand;
import org.megatronsetup.cli.ProgramVersion;
import org.megatronsetup.engine.Targets;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.wizard.WizardLauncher;
import org.megatronsetup.wizard.WizardServices;

/**
 * Opens the wizard when started without an argument; a subcommand runs without a window. The window
 * speaks the system's language, a subcommand English, which scripts and searches rely on.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    boolean window = arguments.length == 0;
    if (!window) {
      Locale.setDefault(Locale.ENGLISH);
    }
    Targets targets = Targets.ofThisPerson(ProgramVersion.text());
    CommandLineFront front = new CommandLineFront(targets);
    if (!window) {
      System.exit(front.run(arguments));
    }
    if (!Display.present()) {
      System.exit(front.noDisplay());
    }
    try {
      WizardLauncher.open(new WizardServices(targets, targets::machines, EquivalentCommand::of));
    } catch (SetupException e) {
      System.exit(front.noDisplay());
    }
    System.exit(0);
  }
}
