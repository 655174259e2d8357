package org.skep.model;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The bytes of one fetched address, as the server sent them (content encoding already undone).
 *
 * @param url the address the bytes came from, after redirects
 * @param headers response headers, names in lower case; empty for a file from disk
 * @param body not copied: whoever makes a page gives the array away
 * @param fetchedAt when the last byte arrived; the only "now" the pipeline knows
 */
public record Page(String url, Map<String, String> headers, byte[] body, Instant fetchedAt) {
  public Page {
    var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    headers = java.util.Collections.unmodifiableMap(sorted);
  }
}
