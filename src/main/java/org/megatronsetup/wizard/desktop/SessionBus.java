package org.megatronsetup.wizard.desktop;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.megatronsetup.wizard.kit.Attention;

/**
 * Speaks to a Linux desktop over its session's D-Bus, one thing after the other and off the thread
 * of the screen. The connection is made when there is first something to say. Where there is no
 * bus, or nobody on it listens, what was to be told goes to another.
 */
public final class SessionBus implements Attention {
  /** Without the ending: the name of the desktop file that the packages install. */
  public static final String APPLICATION = "megatron-setup";

  private static final String NAME = "Megatron Core Setup";

  private final String address;
  private final Attention otherwise;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("session bus").factory());
  private DBusConnection connection;
  private int shown = -1;

  /** Something that needs the bus. */
  @FunctionalInterface
  private interface Saying {
    void on(DBusConnection bus) throws DBusException;
  }

  /**
   * @param address of the bus, as in {@code unix:path=/run/user/1000/bus}
   * @param otherwise tells where the bus cannot
   */
  public SessionBus(String address, Attention otherwise) {
    this.address = address;
    this.otherwise = otherwise;
  }

  @Override
  public void goesOn(double fraction) {
    int percent = fraction < 0 ? 0 : (int) Math.floor(fraction * 100);
    if (percent != shown) {
      shown = percent;
      update(
          Map.of(
              "progress", new Variant<>(percent / 100.0), "progress-visible", new Variant<>(true)));
    }
  }

  @Override
  public void nothingGoesOn() {
    if (shown >= 0) {
      shown = -1;
      update(Map.of("progress-visible", new Variant<>(false)));
    }
  }

  private void update(Map<String, Variant<?>> properties) {
    // an icon without a bar is no loss
    say(
        bus ->
            bus.sendMessage(
                new LauncherEntry.Update(
                    LauncherEntry.PATH, "application://" + APPLICATION + ".desktop", properties)),
        () -> {});
  }

  @Override
  public void tell(String title, String text) {
    say(bus -> tell(bus, title, text), () -> otherwise.tell(title, text));
  }

  private static void tell(DBusConnection bus, String title, String text) throws DBusException {
    bus.getRemoteObject(Notifications.SERVICE, Notifications.PATH, Notifications.class)
        .Notify(
            NAME,
            new UInt32(0),
            APPLICATION,
            title,
            escaped(text),
            List.of(),
            Map.of("desktop-entry", new Variant<>(APPLICATION)),
            Notifications.AS_USUAL);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void say(Saying saying, Runnable otherwise) {
    if (thread.isShutdown()) {
      return;
    }
    thread.execute(
        () -> {
          try {
            saying.on(connected());
          } catch (DBusException | DBusExecutionException e) {
            otherwise.run();
          }
        });
  }

  private DBusConnection connected() throws DBusException {
    if (connection == null || !connection.isConnected()) {
      connection = DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }
    return connection;
  }

  @Override
  public void close() {
    thread.execute(this::disconnect);
    thread.shutdown();
    otherwise.close();
  }

  private void disconnect() {
    if (connection != null) {
      try {
        connection.close();
      } catch (IOException e) {
        // it is gone, which is what was wanted
        connection = null;
      }
    }
  }
}
