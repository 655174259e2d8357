package org.skep.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.skep.clock.SystemClock;
import org.skep.fetch.LocalPress;
import org.skep.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code skep serve}: the user's own news. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves your own feeds until it is stopped (Ctrl-C).",
    footer = {"", "Example:", "  skep serve --port 8080 --data ~/news"})
final class ServeCommand implements Callable<Integer> {
  private static final Logger log = LoggerFactory.getLogger(ServeCommand.class);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions options = new ServerOptions();

  @Override
  public Integer call() throws Exception {
    Path data = DataOption.orDefault(options.data());
    Settings settings = options.over(Settings.load(data, System.getenv()));
    try (var program = Program.open(data, settings, LocalPress.NONE, new SystemClock());
        var server = program.serve(settings, !options.namesPort())) {
      program.monitor().start();
      if (!program.access().required()) {
        log.info(
            "setup token={} for the first login, at {}setup",
            program.access().setupToken().reveal(),
            server.address());
      }
      ServerOptions.run(program, server.address(), spec.commandLine().getOut(), () -> {});
    }
    return CommandLine.ExitCode.OK;
  }
}
