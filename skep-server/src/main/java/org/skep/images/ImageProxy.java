package org.skep.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.skep.clock.Clock;
import org.skep.fetch.Fetched;
import org.skep.fetch.Fetcher;
import org.skep.fetch.Request;

/**
 * Others' pictures through us, so that no reader's browser asks another server. Only addresses that
 * our own pages signed (HMAC-SHA256) are fetched, by the one egress client with its guard and
 * limits; only raster pictures by their first bytes come out. Thread-safe.
 */
public final class ImageProxy {
  private static final String KEY_FILE = "key";
  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 16;
  private static final int URL_MAX = 2_000;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Fetcher fetcher;
  private final Clock clock;
  private final ImageCache cache;
  private final byte[] key;

  /** Over a folder of its own, made when it is not there. */
  public ImageProxy(Fetcher fetcher, Clock clock, Path folder) {
    this.fetcher = fetcher;
    this.clock = clock;
    this.cache = new ImageCache(folder.resolve("cache"), ImageCache.BYTES_MAX);
    this.key = key(folder);
  }

  /** A picture. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Image(ImageType type, byte[] bytes) {}

  /** Our own path for a picture's address; empty for what is none. */
  public Optional<String> path(String url) {
    return url.length() <= URL_MAX && url.matches("(?i)https?://\\S+")
        ? Optional.of("/image/" + sign(url) + "/" + encode(url))
        : Optional.empty();
  }

  /** The picture of a path of ours; empty when we did not sign it or there is no picture. */
  public Optional<Image> image(String signature, String encoded) {
    String url;
    try {
      url = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    boolean ours =
        MessageDigest.isEqual(
            sign(url).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    return ours ? cached(url) : Optional.empty();
  }

  private Optional<Image> cached(String url) {
    String name = HexFormat.of().formatHex(hmac("file " + url));
    Optional<byte[]> bytes = cache.find(name, clock.now());
    if (bytes.isEmpty()) {
      bytes = fetch(url).filter(found -> ImageType.of(found).isPresent());
      bytes.ifPresent(found -> cache.put(name, found));
    }
    return bytes.flatMap(found -> ImageType.of(found).map(type -> new Image(type, found)));
  }

  private Optional<byte[]> fetch(String url) {
    try {
      return fetcher.fetch(Request.of(url, Request.Kind.IMAGE)) instanceof Fetched.Ok ok
          ? Optional.of(ok.page().body())
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private String sign(String url) {
    return BASE64.encodeToString(Arrays.copyOf(hmac("image " + url), SIGNATURE_BYTES));
  }

  private static String encode(String url) {
    return BASE64.encodeToString(url.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static byte[] key(Path folder) {
    Path file = folder.resolve(KEY_FILE);
    try {
      Files.createDirectories(folder);
      if (Files.exists(file) && Files.size(file) == KEY_BYTES) {
        return Files.readAllBytes(file);
      }
      byte[] fresh = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(fresh);
      Files.write(file, fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the key of the pictures in " + file, e);
    }
  }
}
