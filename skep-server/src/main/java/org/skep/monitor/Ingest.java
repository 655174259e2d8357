package org.skep.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.model.Page;
import org.skep.store.Arrival;
import org.skep.store.Store;
import org.skep.store.StoreException;
import org.skep.warc.WarcReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pages from disk through the same door as fetched ones. How far it got is committed after each
 * batch, so that the same call goes on where a killed one was; pages seen twice are one article. A
 * page that Skep cannot read by its own fault is named in the log and passed over; a store that
 * cannot write ends the run.
 */
public final class Ingest {
  private static final int BATCH = 64;
  private static final int HEAD_BYTES = 64 << 10;
  private static final Pattern CANONICAL =
      Pattern.compile(
          "<link[^>]+rel=[\"']?canonical[\"']?[^>]+href=[\"'](https?://[^\"']+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OG_URL =
      Pattern.compile(
          "<meta[^>]+property=[\"']og:url[\"'][^>]+content=[\"'](https?://[^\"']+)",
          Pattern.CASE_INSENSITIVE);

  private static final Logger log = LoggerFactory.getLogger(Ingest.class);

  private final Store store;
  private final Function<Page, Intake.Taken> intake;
  private final Clock clock;

  Ingest(Store store, Function<Page, Intake.Taken> intake, Clock clock) {
    this.store = store;
    this.intake = intake;
    this.clock = clock;
  }

  /**
   * How far it got.
   *
   * @param pages looked at, those of an earlier run included
   * @param articles new or revised, in this run
   * @param refused no articles, in this run
   * @param failed passed over by a fault of Skep's own, in this run
   * @param perSecond pages of this run
   */
  public record Rate(
      String source, long pages, long articles, long refused, long failed, double perSecond) {}

  /**
   * Takes every page in, in order.
   *
   * @param source a name that is the same next time, such as the archive's path
   * @param pages may be longer than memory; taken one batch at a time
   * @param report called after each batch
   */
  public Rate run(String source, Iterator<Page> pages, Consumer<Rate> report)
      throws InterruptedException {
    long begin = clock.nanos();
    long skip = store.read(tx -> tx.ingests().position(source));
    for (long i = 0; i < skip && pages.hasNext(); i++) {
      pages.next();
    }
    long position = skip;
    long articles = 0;
    long refused = 0;
    long failed = 0;
    var rate = new Rate(source, position, 0, 0, 0, 0);
    while (pages.hasNext()) {
      var batch = new ArrayList<Page>(BATCH);
      while (batch.size() < BATCH && pages.hasNext()) {
        batch.add(pages.next());
      }
      List<Intake.Taken> taken = take(batch);
      articles += taken.stream().filter(Ingest::isNew).count();
      refused += taken.stream().filter(Intake.Taken.Refused.class::isInstance).count();
      failed += batch.size() - taken.size();
      position += batch.size();
      long reached = position;
      store.change(tx -> tx.ingests().save(source, reached, false));
      double seconds = Math.max(1e-3, (clock.nanos() - begin) / 1e9);
      rate = new Rate(source, position, articles, refused, failed, (position - skip) / seconds);
      report.accept(rate);
    }
    return rate;
  }

  /** The pages of a web archive, in its order; the caller closes what the reader reads. */
  public static Iterator<Page> pages(WarcReader archive) {
    return Stream.generate(archive::next)
        .takeWhile(Optional::isPresent)
        .map(Optional::orElseThrow)
        .iterator();
  }

  /** The HTML files under a folder, by name; a file stands for itself. */
  public static Iterator<Page> pages(Path path, Clock clock) throws IOException {
    List<Path> files;
    try (var found = Files.walk(path)) {
      files = found.filter(Files::isRegularFile).filter(Ingest::isHtml).sorted().toList();
    }
    var paths = files.iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return paths.hasNext();
      }

      @Override
      public Page next() {
        return page(paths.next(), clock);
      }
    };
  }

  /** What became of the batch, without the pages that failed. */
  private List<Intake.Taken> take(List<Page> batch) throws InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Intake.Taken>> futures =
          batch.stream().map(page -> threads.submit(() -> intake.apply(page))).toList();
      var taken = new ArrayList<Intake.Taken>();
      for (int i = 0; i < futures.size(); i++) {
        try {
          taken.add(futures.get(i).get());
        } catch (ExecutionException e) {
          passOver(batch.get(i), e.getCause());
        }
      }
      return taken;
    }
  }

  private static void passOver(Page page, @Nullable Throwable cause) {
    if (cause instanceof StoreException fault) {
      throw fault;
    }
    if (cause instanceof OutOfMemoryError fault) {
      throw fault;
    }
    log.error(
        "ingest url={} passed over: a fault of Skep's own, please report it", page.url(), cause);
  }

  private static boolean isNew(Intake.Taken taken) {
    return taken instanceof Intake.Taken.Stored stored
        && (stored.arrival() instanceof Arrival.Fresh
            || stored.arrival() instanceof Arrival.Revised);
  }

  private static boolean isHtml(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml");
  }

  /** A saved page says itself where it is from; else its file name has to do. */
  private static Page page(Path file, Clock clock) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String head =
          new String(bytes, 0, Math.min(bytes.length, HEAD_BYTES), StandardCharsets.UTF_8);
      return new Page(url(head, file), Map.of(), bytes, clock.now());
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  private static String url(String head, Path file) {
    for (Pattern pattern : List.of(CANONICAL, OG_URL)) {
      var match = pattern.matcher(head);
      if (match.find()) {
        return match.group(1);
      }
    }
    return file.toUri().toString();
  }
}
