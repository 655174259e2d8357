package org.skep.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What makes the next request for the same bytes conditional, kept byte for byte as the server sent
 * it. It belongs to one address and is never carried over a redirect.
 *
 * @param url the address that answered with them, after redirects
 * @param etag {@code null} when the answer had none
 * @param lastModified as sent, malformed dates included; {@code null} when the answer had none
 */
public record Validators(String url, @Nullable String etag, @Nullable String lastModified) {
  public static final Validators NONE = new Validators("", null, null);

  /**
   * After a 304: what it states replaces what is kept, what it leaves out stays (RFC 9111, 4.3.4).
   */
  Validators renewedBy(Validators answered) {
    return new Validators(
        url,
        answered.etag() == null ? etag : answered.etag(),
        answered.lastModified() == null ? lastModified : answered.lastModified());
  }
}
