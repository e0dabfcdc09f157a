package org.megatronsetup.wizard.desktop;

import java.util.Map;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.Variant;

/**
 * What docks and task bars show on a program's icon: Ubuntu's dock, Plasma's task bar and others
 * listen to this signal of Unity's.
 */
@DBusInterfaceName("com.canonical.Unity.LauncherEntry")
public interface LauncherEntry extends DBusInterface {
  String PATH = "/org/megatronsetup/window";

  /** Something about the icon is another than before. */
  class Update extends DBusSignal {
    private final String application;
    private final Map<String, Variant<?>> properties;

    /**
     * @param application address of its desktop file, as in {@code application://NAME.desktop}
     * @param properties {@code progress} from 0 to 1, {@code progress-visible}
     */
    public Update(String path, String application, Map<String, Variant<?>> properties)
        throws DBusException {
      super(path, application, properties);
      this.application = application;
      this.properties = Map.copyOf(properties);
    }

    public String application() {
      return application;
    }

    public Map<String, Variant<?>> properties() {
      return properties;
    }
  }
}
