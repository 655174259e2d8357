package org.skep.warc;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One whole record as the archive has it.
 *
 * @param type {@code response}, {@code revisit}, ...; ARC files know only {@code response}
 * @param headers names in lower case
 * @param block {@code null} when it was larger than {@link WarcReader#BLOCK_BYTES_MAX} and was
 *     skipped
 */
record ArchiveRecord(String type, Map<String, String> headers, byte @Nullable [] block) {
  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }
}
