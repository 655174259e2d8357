package org.skep.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.skep.clock.SystemClock;
import org.skep.fetch.LocalPress;
import org.skep.monitor.Ingest;
import org.skep.settings.Settings;
import org.skep.warc.WarcReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skep ingest}: archives and folders of pages, through the same door as fetched ones. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description =
        "Takes web archives (WARC, ARC) and HTML files or folders into the store. Run again, it goes on where it was.",
    footer = {"", "Examples:", "  skep ingest crawl-2026-01.warc.gz", "  skep ingest saved-pages/"})
final class IngestCommand implements Callable<Integer> {
  private static final Duration SETTLE_MAX = Duration.ofHours(6);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Archives, HTML files, folders.")
  private List<Path> paths = List.of();

  @Override
  public Integer call() throws Exception {
    var settings = Settings.load(data.path(), System.getenv());
    try (var program = Program.open(data.path(), settings, LocalPress.NONE, new SystemClock())) {
      program.monitor().startDeriving();
      for (Path path : paths) {
        ingest(program, path, spec.commandLine().getOut());
      }
      if (!program.monitor().settle(SETTLE_MAX)) {
        throw new IllegalStateException(
            "stories are not up to date yet; the next start goes on with them");
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private static void ingest(Program program, Path path, PrintWriter out)
      throws IOException, InterruptedException {
    String source = path.toAbsolutePath().normalize().toString();
    try (var progress = Progress.of("ingest " + path.getFileName())) {
      Ingest ingest = program.monitor().ingest();
      Ingest.Rate rate;
      if (isArchive(path)) {
        try (var in =
            new BufferedInputStream(Files.newInputStream(JsonLines.existing(path.toString())))) {
          rate = ingest.run(source, Ingest.pages(new WarcReader(in)), now -> show(progress, now));
        }
      } else {
        rate =
            ingest.run(source, Ingest.pages(path, new SystemClock()), now -> show(progress, now));
      }
      out.printf(
          Locale.ROOT,
          "%s: %d pages, %d new articles, %d no articles, %.0f pages a second%n",
          path,
          rate.pages(),
          rate.articles(),
          rate.refused(),
          rate.perSecond());
    }
  }

  private static void show(Progress progress, Ingest.Rate rate) {
    progress.reached(rate.pages());
    progress.say(
        String.format(Locale.ROOT, "%d articles, %.0f/s", rate.articles(), rate.perSecond()));
  }

  private static boolean isArchive(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).matches(".*\\.(w?arc)(\\.gz)?");
  }
}
