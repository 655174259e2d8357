package org.skep.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as Argon2id hashes (RFC 9106) with OWASP's parameters: 19456 KiB, two passes, one lane;
 * about 20 MB each. The parameters stand in every hash, in the PHC string format, so that they can
 * grow. At most two are computed at once: 38 MiB. Thread-safe.
 */
public final class Passwords {
  /** Characters; no rules of composition. */
  public static final int LENGTH_MIN = 8;

  static final int LENGTH_MAX = 200;

  private static final int MEMORY_KIB = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MEMORY_KIB_MAX = 262_144;
  private static final int AT_ONCE_MAX = 2;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]{8,88})\\$([A-Za-z0-9+/]{16,88})");
  private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

  private final SecureRandom random = new SecureRandom();
  private final Semaphore slots = new Semaphore(AT_ONCE_MAX);

  /** Read when the first password is chosen, not at every start. */
  private static final class Listed {
    private static final CommonPasswords COMMON = CommonPasswords.bundled();
  }

  /** What is wrong with a password somebody wants. */
  public enum Fault {
    TOO_SHORT,
    TOO_LONG,
    COMMON,
    LIKE_THE_NAME
  }

  /** Why this password will not do; empty when it does. */
  public Optional<Fault> fault(String name, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < LENGTH_MIN) {
      return Optional.of(Fault.TOO_SHORT);
    }
    if (length > LENGTH_MAX) {
      return Optional.of(Fault.TOO_LONG);
    }
    if (password.equalsIgnoreCase(name)) {
      return Optional.of(Fault.LIKE_THE_NAME);
    }
    return Listed.COMMON.has(password) ? Optional.of(Fault.COMMON) : Optional.empty();
  }

  String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = argon2(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEMORY_KIB, PASSES, LANES, BASE64.encodeToString(salt), BASE64.encodeToString(hash));
  }

  /** Whether the hash is of this password; a hash nobody can read is of none. */
  boolean matches(String password, String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches() || Integer.parseInt(parts.group(1)) > MEMORY_KIB_MAX) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(parts.group(4));
    byte[] known = Base64.getDecoder().decode(parts.group(5));
    byte[] hash =
        argon2(
            password,
            salt,
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            known.length);
    return MessageDigest.isEqual(known, hash);
  }

  /** Whether the hash was made with other parameters than today's. */
  static boolean outdated(String phc) {
    return !phc.startsWith("$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIB, PASSES, LANES));
  }

  private byte[] argon2(
      String password, byte[] salt, int memoryKib, int passes, int lanes, int bytes) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[bytes];
    slots.acquireUninterruptibly();
    try {
      generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    } finally {
      slots.release();
    }
    return hash;
  }
}
