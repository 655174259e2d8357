package org.skep.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.skep.Pipeline;
import org.skep.clock.SystemClock;
import org.skep.monitor.Verification;
import org.skep.store.Backup;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code backup}, {@code restore} and {@code verify}. */
final class BackupCommands {
  private BackupCommands() {}

  @Command(
      name = "backup",
      mixinStandardHelpOptions = true,
      description = "Copies everything into a new directory; works while Skep is running.",
      footer = {"", "Example:", "  skep backup /mnt/usb/skep-monday"})
  static final class Make extends DataVerb {
    @Parameters(paramLabel = "DIR", description = "A directory that does not exist yet.")
    private Path target = Path.of("");

    @Override
    public Integer call() {
      var manifest = Backup.make(data(), target, new SystemClock().now());
      out()
          .println(
              "Backed up to " + target + ": everything up to log entry " + manifest.seq() + ".");
      return CommandLine.ExitCode.OK;
    }
  }

  @Command(
      name = "restore",
      mixinStandardHelpOptions = true,
      description = "Puts a backup into an empty data directory, checking every hash.",
      footer = {"", "Example:", "  skep restore /mnt/usb/skep-monday --data ~/news"})
  static final class Restore extends DataVerb {
    @Parameters(paramLabel = "BACKUP", description = "A directory that skep backup made.")
    private Path backup = Path.of("");

    @Override
    public Integer call() {
      var manifest = Backup.restore(backup, data());
      out()
          .println(
              "Restored to " + data() + ": everything up to log entry " + manifest.seq() + ".");
      return CommandLine.ExitCode.OK;
    }
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description =
          "Checks that nothing is lost or damaged; prints JSON. Exit code 1 when something is.",
      footer = {"", "Examples:", "  skep verify", "  skep verify /mnt/usb/skep-monday"})
  static final class Verify extends DataVerb {
    @Parameters(
        paramLabel = "BACKUP",
        arity = "0..1",
        description = "A backup; without it the data directory.")
    private @Nullable Path backup;

    @Override
    public Integer call() {
      var clock = new SystemClock();
      var result =
          backup == null
              ? Verification.ofDirectory(data(), new Pipeline(), clock)
              : Verification.ofBackup(backup, new Pipeline(), clock);
      out().println(result.json());
      return result.ok() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }
}
