package org.skep.warc;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skep.model.Page;

/**
 * Reads a web archive, WARC or ARC, packed or not, from a stream: page after page, in order, with
 * bounded memory. It never throws: a record that is damaged, cut off or lies about its length is
 * counted, explained in a warning and passed over.
 *
 * <p>Framing is ours, because a library that ends at the first damaged record loses the rest of the
 * archive; the HTTP messages inside are read by jwarc. For one thread.
 */
public final class WarcReader {
  /** A record's block; larger ones are passed over. */
  public static final int BLOCK_BYTES_MAX = 64 << 20;

  private static final int WARNINGS_MAX = 100;

  private final List<String> warnings = new ArrayList<>();
  private final ArchiveRecords archive;
  private int records;
  private int pages;
  private int revisits;
  private int unreadable;

  public WarcReader(InputStream in) {
    this.archive = new ArchiveRecords(new ArchiveBytes(in, this::warn), this::warn);
  }

  /**
   * What was found so far.
   *
   * @param records whole and readable, of any type
   * @param pages that were handed out
   * @param revisits records that say "unchanged since"; their page stands elsewhere
   * @param bad records that were passed over
   * @param warnings the first hundred, in order
   */
  public record Summary(int records, int pages, int revisits, int bad, List<String> warnings) {
    public Summary {
      warnings = List.copyOf(warnings);
    }
  }

  /** The next page; empty at the end of the archive. */
  public Optional<Page> next() {
    for (ArchiveRecord record = archive.next(); record != null; record = archive.next()) {
      records++;
      revisits += record.type().equals("revisit") ? 1 : 0;
      Optional<Page> page = page(record);
      if (page.isPresent()) {
        pages++;
        return page;
      }
    }
    return Optional.empty();
  }

  private Optional<Page> page(ArchiveRecord record) {
    try {
      return Optional.ofNullable(ArchivedPage.of(record));
    } catch (IOException e) {
      records--;
      unreadable++;
      warn(record.header("warc-target-uri") + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  public Summary summary() {
    return new Summary(records, pages, revisits, archive.bad() + unreadable, warnings);
  }

  /** Reads an archive to its end, for its figures only. */
  public static Summary summarize(InputStream in) {
    var reader = new WarcReader(in);
    while (reader.next().isPresent()) {
      // the figures are counted on the way
    }
    return reader.summary();
  }

  private void warn(String text) {
    if (warnings.size() < WARNINGS_MAX) {
      warnings.add(text);
    }
  }
}
