package org.skep.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Identity of articles, stories and persons: 63 bits of the SHA-256 of a key, positive, so that a
 * replay gives the same ids and the sync protocols can spell them. Two of a million keys collide
 * with a chance of 5e-8.
 */
public final class ArticleId {
  private ArticleId() {}

  /** The id of whatever this key names; an article's key is its normalised address. */
  public static long of(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      long id = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        id = id << 8 | (hash[i] & 0xff);
      }
      return Math.max(1, id & Long.MAX_VALUE);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
