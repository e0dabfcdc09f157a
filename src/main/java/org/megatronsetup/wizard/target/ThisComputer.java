package org.megatronsetup.wizard.target;

import java.util.Locale;
import java.util.Map;

/**
 * What can be said of this computer without looking further.
 *
 * @param name its host name, may be empty
 * @param system such as {@code Linux 6.8, x86_64}
 * @param possible whether Megatron Core can be installed here: on Linux
 */
public record ThisComputer(String name, String system, boolean possible) {

  /**
   * @param properties the Java system's, {@code environment} the process's
   */
  public static ThisComputer of(Map<?, ?> properties, Map<String, String> environment) {
    String os = String.valueOf(properties.get("os.name"));
    String name =
        environment.getOrDefault("HOSTNAME", environment.getOrDefault("COMPUTERNAME", ""));
    String system = os + " " + properties.get("os.version") + ", " + properties.get("os.arch");
    return new ThisComputer(name, system, os.toLowerCase(Locale.ROOT).contains("linux"));
  }
}
