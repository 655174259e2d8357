package org.skep.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known to recur on a site's pages: hashes of blocks with the number of pages that had
 * them. An immutable value, profile in, profile out; the store keeps it, one per {@code outlet}.
 * Bounded by {@link #BLOCKS_MAX}: the rarest and longest unseen go first. Learning a page costs one
 * copy, some 20 µs. Feed it a page once; three revisions of one page are not three pages.
 */
public final class SiteProfile {
  /** How many blocks are remembered. */
  static final int BLOCKS_MAX = 4096;

  /** A block on so many pages is the site's, not the reporter's. */
  static final int PAGES_MIN = 3;

  /** A reporter's background paragraph recurs too: prose must be on this share of the pages. */
  private static final int PROSE_SHARE = 10;

  private static final int FORMAT = 1;

  /** Of a site never seen. */
  public static final SiteProfile EMPTY = new SiteProfile(0, Map.of());

  private final int pages;
  private final Map<Long, Seen> seen;

  /** On how many pages, and on which page last. */
  private record Seen(int pages, int last) {}

  private SiteProfile(int pages, Map<Long, Seen> seen) {
    this.pages = pages;
    this.seen = seen;
  }

  /** This profile after one more page with these block hashes. */
  public SiteProfile learn(List<Long> blocks) {
    if (blocks.isEmpty()) {
      return this;
    }
    int now = pages + 1;
    Map<Long, Seen> next = new HashMap<>(seen);
    for (long block : new java.util.HashSet<>(blocks)) {
      Seen before = next.get(block);
      next.put(block, new Seen(before == null ? 1 : before.pages() + 1, now));
    }
    return new SiteProfile(now, next.size() > BLOCKS_MAX ? thinned(next) : next);
  }

  private static Map<Long, Seen> thinned(Map<Long, Seen> all) {
    var order =
        Comparator.comparingInt((Map.Entry<Long, Seen> entry) -> entry.getValue().pages())
            .thenComparingInt(entry -> entry.getValue().last())
            .thenComparing(Map.Entry::getKey)
            .reversed();
    Map<Long, Seen> kept = new HashMap<>();
    all.entrySet().stream()
        .sorted(order)
        .limit(BLOCKS_MAX * 3 / 4)
        .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return kept;
  }

  /** How many pages it has learnt from. */
  public int pages() {
    return pages;
  }

  /** Whether a block with this hash is known to be the site's furniture. */
  boolean recurs(long block, boolean prose) {
    Seen found = pages < PAGES_MIN ? null : seen.get(block);
    return found != null
        && found.pages() >= PAGES_MIN
        && (!prose || found.pages() * PROSE_SHARE >= pages);
  }

  /** Which of these blocks it would cut and the other would not: what a revision is worth. */
  public boolean knowsMoreThan(SiteProfile earlier, Collection<Long> blocks) {
    return blocks.stream().anyMatch(block -> recurs(block, true) && !earlier.recurs(block, true));
  }

  /** For the store; the same profile gives the same bytes. */
  public byte[] encode() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      out.writeInt(pages);
      out.writeInt(seen.size());
      for (var entry : new TreeMap<>(seen).entrySet()) {
        out.writeLong(entry.getKey());
        out.writeInt(entry.getValue().pages());
        out.writeInt(entry.getValue().last());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The profile those bytes were made from; no bytes are the empty profile.
   *
   * @throws IllegalArgumentException when the bytes are damaged or of a later version
   */
  public static SiteProfile decode(byte[] bytes) {
    if (bytes.length == 0) {
      return EMPTY;
    }
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int format = in.readByte();
      if (format != FORMAT) {
        throw new IllegalArgumentException(
            "site profile of format " + format + "; known is " + FORMAT);
      }
      int pages = in.readInt();
      int size = in.readInt();
      if (size < 0 || size > BLOCKS_MAX) {
        throw new IllegalArgumentException("site profile of " + size + " blocks");
      }
      Map<Long, Seen> seen = HashMap.newHashMap(size);
      for (int i = 0; i < size; i++) {
        seen.put(in.readLong(), new Seen(in.readInt(), in.readInt()));
      }
      return new SiteProfile(pages, seen);
    } catch (IOException e) {
      throw new IllegalArgumentException("site profile is damaged: " + bytes.length + " bytes", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SiteProfile profile && Arrays.equals(encode(), profile.encode());
  }

  @Override
  public int hashCode() {
    return pages * 31 + seen.size();
  }
}
