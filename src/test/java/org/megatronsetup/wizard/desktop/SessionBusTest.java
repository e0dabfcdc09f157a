package org.megatronsetup.wizard.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.megatronsetup.fixtures.Required;
import org.megatronsetup.wizard.kit.Attention;

/** On a real bus, with a desktop's part of it played by the test. */
final class SessionBusTest {
  private static final long PATIENCE = 60;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> otherwise = new LinkedBlockingQueue<>();
  private Process daemon;
  private String address;

  /** A desktop's service for notifications. */
  private final class Desktop implements Notifications {
    @Override
    public UInt32 Notify(
        String application,
        UInt32 replaces,
        String icon,
        String summary,
        String body,
        List<String> actions,
        Map<String, Variant<?>> hints,
        int timeout) {
      heard.add(String.join("|", application, icon, summary, body) + hints.keySet());
      return new UInt32(1);
    }

    @Override
    public boolean isRemote() {
      return false;
    }

    @Override
    public String getObjectPath() {
      return Notifications.PATH;
    }
  }

  private final class Elsewhere implements Attention {
    @Override
    public void goesOn(double fraction) {}

    @Override
    public void nothingGoesOn() {}

    @Override
    public void tell(String title, String text) {
      otherwise.add(title + "|" + text);
    }
  }

  @BeforeEach
  void startBus() throws Exception {
    Required.tools("dbus-daemon");
    daemon =
        new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--print-address")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = daemon.inputReader(StandardCharsets.UTF_8);
    address = out.readLine();
    assertThat(address).startsWith("unix:");
  }

  @AfterEach
  void endBus() {
    if (daemon != null) {
      daemon.destroyForcibly().onExit().join();
    }
  }

  private DBusConnection connect() throws Exception {
    return DBusConnectionBuilder.forAddress(address).withShared(false).build();
  }

  private static String next(BlockingQueue<String> from) throws InterruptedException {
    return from.poll(PATIENCE, TimeUnit.SECONDS);
  }

  @Test
  void aNotificationGoesToTheDesktopAndItsTextIsNoMarkup() throws Exception {
    try (DBusConnection desktop = connect()) {
      desktop.requestBusName(Notifications.SERVICE);
      desktop.exportObject(Notifications.PATH, new Desktop());
      SessionBus bus = new SessionBus(address, new Elsewhere());
      bus.tell("Installed", "On <b>node7</b> & there.");
      assertThat(next(heard))
          .isEqualTo(
              "Megatron Core Setup|megatron-setup|Installed"
                  + "|On &lt;b&gt;node7&lt;/b&gt; &amp; there.[desktop-entry]");
      bus.close();
      assertThat(otherwise).isEmpty();
    }
  }

  @Test
  void theIconHasABarWhileSomethingGoesOn() throws Exception {
    try (DBusConnection dock = connect()) {
      dock.addSigHandler(
          LauncherEntry.Update.class,
          update ->
              heard.add(
                  update.application()
                      + " "
                      + update.properties().get("progress-visible").getValue()
                      + " "
                      + (update.properties().containsKey("progress")
                          ? update.properties().get("progress").getValue()
                          : "")));
      SessionBus bus = new SessionBus(address, new Elsewhere());
      bus.goesOn(-1);
      bus.goesOn(0.251);
      bus.goesOn(0.252);
      bus.nothingGoesOn();
      bus.nothingGoesOn();
      String icon = "application://megatron-setup.desktop ";
      assertThat(next(heard)).isEqualTo(icon + "true 0.0");
      assertThat(next(heard)).isEqualTo(icon + "true 0.25");
      assertThat(next(heard)).isEqualTo(icon + "false ");
      bus.goesOn(0.5);
      assertThat(next(heard)).isEqualTo(icon + "true 0.5");
      bus.close();
    }
  }

  @Test
  void whereNobodyListensItIsToldElsewhere() throws Exception {
    SessionBus bus = new SessionBus(address, new Elsewhere());
    bus.tell("Installed", "All of it.");
    assertThat(next(otherwise)).isEqualTo("Installed|All of it.");
    bus.close();
  }

  @Test
  void whereThereIsNoBusItIsToldElsewhere() throws Exception {
    SessionBus bus = new SessionBus("unix:path=/nowhere/at/all", new Elsewhere());
    bus.goesOn(0.5);
    bus.tell("Installed", "All of it.");
    assertThat(next(otherwise)).isEqualTo("Installed|All of it.");
    bus.close();
    bus.tell("Late", "After the end.");
    assertThat(otherwise).isEmpty();
  }
}
