package org.skep.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals what must be told to others again and therefore cannot be hashed: AES-256-GCM under a key
 * in a file of its own, which only its owner may read and which is in no backup. What it is sealed
 * for is authenticated with it, so that no row can be passed off as another's. Thread-safe.
 */
final class Vault {
  static final String FILE = "secret.key";

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final byte FORMAT = 1;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private @Nullable SecretKeySpec key;

  Vault(Path directory) {
    this.file = directory.resolve(FILE);
  }

  /**
   * Seals a text.
   *
   * @param purpose what it belongs to; needed to open it
   */
  byte[] seal(String text, String purpose) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] secret =
          cipher(Cipher.ENCRYPT_MODE, key(), nonce, purpose)
              .doFinal(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(1 + NONCE_BYTES + secret.length)
          .put(FORMAT)
          .put(nonce)
          .put(secret)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES/GCM", e);
    }
  }

  /** The text; empty when it was sealed under another key or for something else. */
  Optional<String> open(byte[] sealed, String purpose) {
    if (sealed.length <= 1 + NONCE_BYTES || sealed[0] != FORMAT || !Files.exists(file)) {
      return Optional.empty();
    }
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(sealed, 1, nonce, 0, NONCE_BYTES);
    try {
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, key(), nonce, purpose)
              .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String purpose)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private synchronized SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) {
      known = new SecretKeySpec(readOrMake(), "AES");
      key = known;
    }
    return known;
  }

  private byte[] readOrMake() {
    try {
      if (Files.exists(file)) {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length != KEY_BYTES) {
          throw new StoreException(
              "%s has %d bytes, a key has %d. Put the right one back, or delete it and give the feeds their passwords again."
                  .formatted(file, bytes.length, KEY_BYTES));
        }
        return bytes;
      }
      return make();
    } catch (IOException e) {
      throw new StoreException("Cannot keep the key in " + file + ": " + e, e);
    }
  }

  /** On the disk, whole, before anything is sealed with it. */
  private byte[] make() throws IOException {
    byte[] bytes = new byte[KEY_BYTES];
    RANDOM.nextBytes(bytes);
    Path fresh = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(fresh);
    var options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    try (var channel = Files.newByteChannel(fresh, options, forOwnerOnly("rw-------"))) {
      channel.write(ByteBuffer.wrap(bytes));
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    return bytes;
  }

  /** Where the file system knows owners; elsewhere the folder's own rights must do. */
  static FileAttribute<?>[] forOwnerOnly(String rights) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }
}
