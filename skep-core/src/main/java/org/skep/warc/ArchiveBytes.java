package org.skep.warc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The bytes of an archive, unpacked when they are gzip. Archives are many gzip members one after
 * another, a record in each: a damaged member is left at the next one's beginning, so that it costs
 * its own record only. {@code java.util.zip.GZIPInputStream} would end there.
 */
final class ArchiveBytes {
  private static final int BUFFER = 1 << 16;

  /** After so many the file is no archive, and looking for more is what its maker wants. */
  private static final int DAMAGED_MAX = 1000;

  private static final byte[] WARC = {'W', 'A', 'R', 'C', '/'};

  private final InputStream in;
  private final Consumer<String> warnings;
  private final byte[] packed = new byte[BUFFER];
  private int begin;
  private int end;

  private final byte[] plain = new byte[BUFFER];
  private int at;
  private int limit;

  private final Inflater inflater = new Inflater(true);
  private boolean gzip;
  private boolean inMember;
  private boolean ended;
  private int damaged;
  private int member;

  ArchiveBytes(InputStream in, Consumer<String> warnings) {
    this.in = in;
    this.warnings = warnings;
    this.gzip = startsMember();
  }

  /** Which gzip member the next byte belongs to; never changes where nothing is packed. */
  int member() {
    available();
    return member;
  }

  /** The next byte, or -1 at the end. */
  int read() {
    return available() ? plain[at++] & 255 : -1;
  }

  /** Whether a WARC record begins here, as far as can be seen. */
  boolean startsRecord() {
    return available()
        && limit - at >= WARC.length
        && Arrays.equals(plain, at, at + WARC.length, WARC, 0, WARC.length);
  }

  /** Some of the bytes, none of the next member; -1 at the end. */
  int read(byte[] target, int offset, int length) {
    if (!available()) {
      return -1;
    }
    int n = Math.min(length, limit - at);
    System.arraycopy(plain, at, target, offset, n);
    at += n;
    return n;
  }

  private boolean available() {
    while (at == limit && !ended) {
      at = 0;
      limit = gzip ? inflate() : copy();
    }
    return at < limit;
  }

  private int copy() {
    if (begin == end && !fill()) {
      ended = true;
      return 0;
    }
    int n = Math.min(end - begin, BUFFER);
    System.arraycopy(packed, begin, plain, 0, n);
    begin += n;
    return n;
  }

  private int inflate() {
    if (!inMember && !nextMember()) {
      ended = true;
      return 0;
    }
    try {
      int n = inflater.inflate(plain);
      if (inflater.finished()) {
        begin = end - inflater.getRemaining();
        inMember = false;
        skip(8); // checksum and length: what they guard has been read by now
      } else if (n == 0 && inflater.needsInput()) {
        if (!fillAgain()) {
          warnings.accept("gzip member " + member + " breaks off");
          ended = true;
        } else {
          inflater.setInput(packed, begin, end - begin);
        }
      } else if (n == 0) {
        throw new DataFormatException("a preset dictionary");
      }
      return n;
    } catch (DataFormatException e) {
      warnings.accept("gzip member " + member + " is damaged: " + e.getMessage());
      // A member that was cut short has swallowed the beginning of the next: look for it from where
      // this window began, not from where the damage showed.
      damaged++;
      ended = damaged > DAMAGED_MAX;
      inMember = false;
      return 0;
    }
  }

  /** The inflater has taken all we had. */
  private boolean fillAgain() {
    begin = end;
    return fill();
  }

  /** Goes to the next member's beginning, over rubbish if need be. */
  private boolean nextMember() {
    boolean rubbish = false;
    while (!startsMember()) {
      rubbish = true;
      if (begin == end && !fill()) {
        return false;
      }
      begin++;
    }
    if (rubbish && member > 0) {
      warnings.accept("bytes between gzip members were skipped");
    }
    if (!header()) {
      return false;
    }
    member++;
    inflater.reset();
    inflater.setInput(packed, begin, end - begin);
    inMember = true;
    return true;
  }

  private boolean startsMember() {
    return atLeast(3)
        && packed[begin] == 0x1F
        && (packed[begin + 1] & 255) == 0x8B
        && packed[begin + 2] == 8;
  }

  /** RFC 1952, section 2.3: ten bytes, then what the flags announce. */
  private boolean header() {
    if (!atLeast(10)) {
      return false;
    }
    int flags = packed[begin + 3];
    skip(10);
    if ((flags & 4) != 0) {
      if (!atLeast(2)) {
        return false;
      }
      skip(2 + (packed[begin] & 255) + (packed[begin + 1] & 255) * 256);
    }
    for (int text = flags & 24; text != 0; text &= text - 1) {
      skipText(); // name and comment, each to its zero byte
    }
    if ((flags & 2) != 0) {
      skip(2);
    }
    return begin < end || fill();
  }

  private void skipText() {
    while (begin < end || fill()) {
      if (packed[begin++] == 0) {
        return;
      }
    }
  }

  private void skip(int count) {
    for (int left = count; left > 0 && (begin < end || fill()); ) {
      int n = Math.min(left, end - begin);
      begin += n;
      left -= n;
    }
  }

  private boolean atLeast(int count) {
    while (end - begin < count) {
      if (!fill()) {
        return false;
      }
    }
    return true;
  }

  /** More bytes behind those not yet used. */
  private boolean fill() {
    System.arraycopy(packed, begin, packed, 0, end - begin);
    end -= begin;
    begin = 0;
    try {
      int n = in.read(packed, end, BUFFER - end);
      end += Math.max(n, 0);
      return n > 0;
    } catch (IOException e) {
      warnings.accept("the archive cannot be read any further: " + e.getMessage());
      return false;
    }
  }
}
