package org.megatronsetup.wizard.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The desktop's notifications, as the Desktop Notifications Specification 1.2 says. */
@DBusInterfaceName("org.freedesktop.Notifications")
public interface Notifications extends DBusInterface {
  String SERVICE = "org.freedesktop.Notifications";
  String PATH = "/org/freedesktop/Notifications";

  /** Lets the desktop choose how long it is shown. */
  int AS_USUAL = -1;

  /**
   * Shows a notification.
   *
   * @param replaces id of an earlier one; 0: none
   * @param body may hold a little markup: text that is to be read as it is has to be escaped
   * @param timeout milliseconds, or {@link #AS_USUAL}
   * @return its id
   */
  @SuppressWarnings("checkstyle:MethodName")
  UInt32 Notify(
      String application,
      UInt32 replaces,
      String icon,
      String summary,
      String body,
      List<String> actions,
      Map<String, Variant<?>> hints,
      int timeout);
}
