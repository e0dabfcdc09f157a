package org.megatronsetup.plan;

import java.util.HashMap;
import java.util.Map;

/** The environment that PEP 508 markers are judged in, as far as facts tell. */
final class Markers {
  private Markers() {}

  static Map<String, String> environment(Request request, String pythonVersion) {
    String[] parts = pythonVersion.split("\\.", -1);
    Map<String, String> environment = new HashMap<>();
    environment.put("python_full_version", pythonVersion);
    environment.put("python_version", parts.length > 1 ? parts[0] + "." + parts[1] : pythonVersion);
    environment.put("sys_platform", "linux");
    environment.put("platform_system", "Linux");
    environment.put("os_name", "posix");
    environment.put("platform_machine", request.facts().os().arch());
    environment.put("platform_release", request.facts().os().kernel());
    environment.put("implementation_name", "cpython");
    environment.put("implementation_version", pythonVersion);
    environment.put("platform_python_implementation", "CPython");
    environment.put("extra", "");
    return environment;
  }
}
