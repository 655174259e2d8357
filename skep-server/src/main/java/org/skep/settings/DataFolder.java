package org.skep.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where data goes when nobody says: the platform's own place, unless SKEP_DATA names another. */
public final class DataFolder {
  private DataFolder() {}

  /**
   * By SKEP_DATA, else by the customs of the operating system ("os.name") under the home folder.
   */
  public static Path of(Map<String, String> environment, String system, Path home) {
    String named = environment.getOrDefault("SKEP_DATA", "");
    if (!named.isBlank()) {
      return Path.of(named);
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      return (local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local))
          .resolve("Skep");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Skep");
    }
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    return (xdg.isBlank() ? home.resolve(".local").resolve("share") : Path.of(xdg)).resolve("skep");
  }
}
