package org.skep.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.skep.store.Hash;

/**
 * Random bits, 256 or where they are typed 120, that whoever holds them is known by. Only their
 * SHA-256 is kept: they are random, so that nobody can guess them from it. Never prints itself.
 */
public final class Secret {
  private static final int BYTES = 32;
  private static final String SYMBOLS = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int TYPED_SYMBOLS = 24;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /** A fresh one, behind a prefix that says what it is for. */
  static Secret fresh(String prefix) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * One that a person types on a phone: 120 bits in six groups, without letters that look alike.
   */
  static Secret forTyping() {
    var text = new StringBuilder();
    for (int i = 0; i < TYPED_SYMBOLS; i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "")
          .append(SYMBOLS.charAt(RANDOM.nextInt(SYMBOLS.length())));
    }
    return new Secret(text.toString());
  }

  /** What is handed out, once. */
  public String reveal() {
    return text;
  }

  String hash() {
    return Hash.of(text);
  }

  /** In a time that tells nothing about where they differ. */
  boolean is(String other) {
    return MessageDigest.isEqual(
        Hash.of(other).getBytes(StandardCharsets.UTF_8), hash().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
