package org.skep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.skep.clock.SystemClock;
import org.skep.demo.DemoPress;
import org.skep.reading.Subscriptions.Subscription;
import org.skep.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code skep demo}: a fictional press over real HTTP, read by the ordinary program. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts with content: a bundled fictional press of nine outlets in four languages, served by"
          + " real HTTP on this machine and read through the ordinary fetcher.",
      "Its data goes to a fresh temporary directory, unless --data names one."
    },
    footer = {"", "Example:", "  skep demo --port 0"})
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions options = new ServerOptions();

  @Override
  public Integer call() throws Exception {
    Path named = options.data();
    Path data = named == null ? Files.createTempDirectory("skep-demo") : named;
    Settings settings = options.over(Settings.defaults());
    var clock = new SystemClock();
    try (var press = DemoPress.start(clock);
        var program = Program.open(data, settings, press.localPress(), clock);
        var server = program.serve(settings, !options.namesPort())) {
      program.monitor().start();
      program.reading().subscriptions().subscribe(subscriptions(press));
      ServerOptions.run(
          program,
          server.address(),
          spec.commandLine().getOut(),
          named == null ? () -> delete(data) : () -> {});
    }
    return CommandLine.ExitCode.OK;
  }

  static List<Subscription> subscriptions(DemoPress press) {
    return press.subscriptions().stream()
        .map(feed ->
            new Subscription(feed.url(), feed.title(), feed.folder(), isSitemap(feed.url())))
        .toList();
  }

  private static boolean isSitemap(String url) {
    return url.contains("sitemap");
  }

  /** The temporary directory of a demo that ended; what cannot be deleted stays for the system. */
  static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      System.err.println("skep: left " + folder + " behind: " + e.getMessage());
    }
  }
}
