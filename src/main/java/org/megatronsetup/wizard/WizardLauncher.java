package org.megatronsetup.wizard;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.wizard.desktop.InWindow;
import org.megatronsetup.wizard.desktop.SessionBus;
import org.megatronsetup.wizard.kit.Attention;
import org.megatronsetup.wizard.kit.DesktopPickers;
import org.megatronsetup.wizard.kit.SystemClip;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.target.ThisComputer;

/** Opens the window, and returns when it was closed. */
public final class WizardLauncher {
  private WizardLauncher() {}

  /**
   * @throws SetupException with the code {@code no-display} where there is no screen to open it on
   */
  public static void open(WizardServices services) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    try {
      Platform.startup(() -> show(services, closed));
    } catch (UnsupportedOperationException e) {
      throw noDisplay(e);
    }
    closed.await();
  }

  private static void show(WizardServices services, CountDownLatch closed) {
    try {
      Stage stage = new Stage();
      stage.setOnHidden(event -> closed.countDown());
      Desktop desktop =
          new Desktop(
              ThisComputer.of(System.getProperties(), System.getenv()),
              Platform.getPreferences().colorSchemeProperty(),
              Remembered.ofThisPerson(),
              new DesktopPickers(stage),
              new SystemClip(),
              attention(stage),
              runtime(),
              InstantSource.system(),
              ZoneId.systemDefault());
      Wizard wizard = new Wizard(stage, services, desktop);
      Thread.setDefaultUncaughtExceptionHandler(
          (thread, failure) -> wizard.failures().report(failure));
      wizard.show();
      CloseWhenShown.watch(stage);
    } catch (RuntimeException e) {
      closed.countDown();
      throw e;
    }
  }

  private static Path runtime() {
    String session = System.getenv("XDG_RUNTIME_DIR");
    return session == null || session.isEmpty()
        ? Path.of(
            System.getProperty("java.io.tmpdir"),
            "megatron-setup-" + System.getProperty("user.name"))
        : Path.of(session, "megatron-setup");
  }

  private static Attention attention(Stage stage) {
    Attention inWindow = new InWindow(stage);
    String bus = System.getenv("DBUS_SESSION_BUS_ADDRESS");
    return bus == null || bus.isEmpty() ? inWindow : new SessionBus(bus, inWindow);
  }

  private static SetupException noDisplay(RuntimeException cause) {
    Texts texts = new Texts();
    return new SetupException(
        List.of(
            Problem.preflight(
                "no-display",
                "",
                texts.get("launch.no-display"),
                texts.get("launch.no-display.cause"),
                texts.get("launch.no-display.next"))),
        cause);
  }
}
