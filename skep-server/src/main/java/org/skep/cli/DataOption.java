package org.skep.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.skep.settings.DataFolder;
import picocli.CommandLine.Option;

/** The data directory of verbs that work on the user's own data. */
final class DataOption {
  @Option(
      names = "--data",
      defaultValue = "${env:SKEP_DATA}",
      paramLabel = "DIR",
      description = "The data directory. Default: the platform's data folder, or SKEP_DATA.")
  private @Nullable Path data;

  Path path() {
    return orDefault(data);
  }

  static Path orDefault(@Nullable Path data) {
    return data == null
        ? DataFolder.of(
            System.getenv(),
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")))
        : data;
  }
}
