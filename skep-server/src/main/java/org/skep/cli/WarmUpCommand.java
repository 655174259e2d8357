package org.skep.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.skep.clock.SystemClock;
import org.skep.demo.DemoPress;
import org.skep.reading.FrontView;
import org.skep.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code skep warm-up}: one short run of everything, for the launcher's AOT cache (JEP 514). */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
  private static final Duration RUN = Duration.ofSeconds(6);

  @Override
  public Integer call() throws Exception {
    Path data = Files.createTempDirectory("skep-warm-up");
    var clock = new SystemClock();
    Settings settings = Settings.defaults().serving("127.0.0.1", 0);
    try (var press = DemoPress.start(clock);
        var program = Program.open(data, settings, press.localPress(), clock);
        var _ = program.serve(settings, true)) {
      program.monitor().start();
      program.reading().subscriptions().subscribe(DemoCommand.subscriptions(press));
      clock.sleep(RUN);
      program.reading().front(FrontView.Filters.NONE, "en");
    } finally {
      DemoCommand.delete(data);
    }
    return CommandLine.ExitCode.OK;
  }
}
