package org.skep.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.skep.clock.SystemClock;
import org.skep.monitor.Ingest;
import org.skep.warc.WarcReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code skep ingest}: archives and folders of pages, through the same door as fetched ones. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description =
        "Takes web archives (WARC, ARC) and HTML files or folders into the store. Run again, it"
            + " goes on where it was.",
    footer = {"", "Examples:", "  skep ingest crawl-2026-01.warc.gz", "  skep ingest saved-pages/"})
final class IngestCommand extends DataVerb {
  private static final Duration SETTLE_MAX = Duration.ofHours(6);
  private static final int WARNINGS_TOLD_MAX = 10;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Archives, HTML files, folders.")
  private List<Path> paths = List.of();

  @Override
  public Integer call() throws Exception {
    try (var program = program()) {
      program.monitor().startDeriving();
      for (Path path : paths) {
        ingest(program, path);
      }
      if (!program.monitor().settle(SETTLE_MAX)) {
        throw new IllegalStateException(
            "stories are not up to date yet; the next start goes on with them");
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private void ingest(Program program, Path path) throws IOException, InterruptedException {
    String source = path.toAbsolutePath().normalize().toString();
    try (var progress = Progress.of("ingest " + path.getFileName())) {
      Ingest ingest = program.monitor().ingest();
      Ingest.Rate rate;
      if (isArchive(path)) {
        try (var in =
            new BufferedInputStream(Files.newInputStream(JsonLines.existing(path.toString())))) {
          var reader = new WarcReader(in);
          rate = ingest.run(source, Ingest.pages(reader), now -> show(progress, now));
          tellDamage(path, reader.summary());
        }
      } else {
        rate =
            ingest.run(source, Ingest.pages(path, new SystemClock()), now -> show(progress, now));
      }
      if (rate.failed() > 0) {
        err()
            .printf(
                Locale.ROOT,
                "%s: pages passed over by a fault of Skep's own: %d; the log names them.%n",
                path,
                rate.failed());
      }
      out()
          .printf(
              Locale.ROOT,
              "%s: %d pages, %d new articles, %d no articles, %.0f pages a second%n",
              path,
              rate.pages(),
              rate.articles(),
              rate.refused(),
              rate.perSecond());
    }
  }

  /** What is not in the store though it stands in the archive. */
  private void tellDamage(Path path, WarcReader.Summary archive) {
    archive.warnings().stream()
        .limit(WARNINGS_TOLD_MAX)
        .forEach(warning -> err().println(path + ": " + warning));
    if (archive.bad() > 0) {
      err()
          .printf(
              Locale.ROOT,
              "%s: damaged records passed over: %d; all others are read.%n",
              path,
              archive.bad());
    }
    err().flush();
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
