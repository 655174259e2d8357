package org.skep.warc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an archive into records: WARC 0.17 to 1.1 (ISO 28500) and ARC 1 and 2. What is no record is
 * skipped up to the next line that begins one, and counted.
 */
final class ArchiveRecords {
  private static final int HEADER_BYTES_MAX = 64 * 1024;
  private static final int ARC_LINE_MAX = 4096;

  /**
   * {@code http://a.example/ 192.0.2.1 20140102000000 text/html 1234}; ARC 2 has more in between.
   */
  private static final Pattern ARC_LINE =
      Pattern.compile("(\\S+:.*?) ([0-9.:a-fA-F]+) ([0-9]{8,14}) (\\S+)(?: .*)? (-?\\d{1,18})");

  private final ArchiveBytes bytes;
  private final Consumer<String> warnings;
  private int bad;

  ArchiveRecords(ArchiveBytes bytes, Consumer<String> warnings) {
    this.bytes = bytes;
    this.warnings = warnings;
  }

  int bad() {
    return bad;
  }

  /** The next whole record; null at the end. */
  @Nullable ArchiveRecord next() {
    boolean skipping = false;
    for (String line = line(); line != null; line = line()) {
      if (line.isEmpty()) {
        continue;
      }
      boolean warc = line.startsWith("WARC/");
      Matcher arc = ARC_LINE.matcher(line.length() > ARC_LINE_MAX ? "" : line);
      if (warc || arc.matches()) {
        ArchiveRecord record = warc ? warc() : arc(arc);
        if (record != null) {
          return record;
        }
      } else if (!skipping) {
        spoiled("no record begins with \"" + shorten(line) + "\"");
      }
      skipping = true; // it was counted; whatever is left of it is not a second one
    }
    return null;
  }

  private @Nullable ArchiveRecord warc() {
    Map<String, String> headers = new HashMap<>();
    int member = bytes.member();
    String name = "";
    int size = 0;
    for (String line = line(); line == null || !line.isEmpty(); line = line()) {
      size += line == null ? 0 : line.length();
      if (size > HEADER_BYTES_MAX) {
        return spoiled("a record's header is larger than 64 KiB");
      }
      if (line == null || brokenOff(member)) {
        return spoiled("a record's header breaks off");
      }
      int colon = line.indexOf(':');
      if (line.startsWith(" ") || line.startsWith("\t")) {
        headers.merge(name, line.strip(), (one, two) -> one + " " + two);
      } else if (colon > 0) {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers.put(name, line.substring(colon + 1).strip());
      }
    }
    String type = headers.getOrDefault("warc-type", "").toLowerCase(Locale.ROOT);
    return type.isEmpty()
        ? spoiled("a record without WARC-Type")
        : record(type, headers, headers.getOrDefault("content-length", ""));
  }

  private @Nullable ArchiveRecord arc(Matcher line) {
    Map<String, String> headers = new HashMap<>();
    headers.put("warc-target-uri", line.group(1));
    headers.put("warc-date", line.group(3));
    headers.put("content-type", "application/http");
    String type = line.group(1).startsWith("filedesc:") ? "warcinfo" : "response";
    return record(type, headers, line.group(5));
  }

  private @Nullable ArchiveRecord record(String type, Map<String, String> headers, String length) {
    if (!length.matches("[0-9]{1,18}")) {
      return spoiled("a record's length is \"" + shorten(length) + "\"");
    }
    long size = Long.parseLong(length);
    boolean tooBig = size > WarcReader.BLOCK_BYTES_MAX;
    var block = new ByteArrayOutputStream((int) Math.min(size, 1 << 16));
    byte[] buffer = new byte[8192];
    int member = bytes.member();
    for (long left = size; left > 0; ) {
      int n = brokenOff(member) ? -1 : bytes.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (n < 0) {
        return spoiled("a record breaks off " + left + " bytes before its end");
      }
      left -= n;
      if (!tooBig) {
        block.write(buffer, 0, n);
      }
    }
    if (tooBig) {
      warnings.accept("a record of " + size + " bytes was passed over: it is too large");
    }
    return new ArchiveRecord(type, Map.copyOf(headers), tooBig ? null : block.toByteArray());
  }

  /**
   * Where each record has a gzip member of its own, the next member tells that this one is over.
   */
  private boolean brokenOff(int member) {
    return bytes.member() != member && bytes.startsRecord();
  }

  private @Nullable ArchiveRecord spoiled(String why) {
    bad++;
    warnings.accept(why);
    return null;
  }

  /** A line without its end; long ones are cut, null at the end of the archive. */
  private @Nullable String line() {
    var line = new ByteArrayOutputStream(128);
    int member = bytes.member();
    int b = bytes.read();
    if (b < 0) {
      return null;
    }
    while (b >= 0 && b != '\n') {
      if (line.size() <= HEADER_BYTES_MAX) {
        line.write(b);
      }
      b = brokenOff(member) ? -1 : bytes.read();
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static String shorten(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
