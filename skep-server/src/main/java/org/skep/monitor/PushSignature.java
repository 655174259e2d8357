package org.skep.monitor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The header X-Hub-Signature (WebSub, 8): {@code sha256=...}. SHA-1 is among the methods, as large
 * hubs know no other: its collisions do not help against an HMAC. Pure.
 */
final class PushSignature {
  private static final Map<String, String> METHODS =
      Map.of(
          "sha1", "HmacSHA1",
          "sha256", "HmacSHA256",
          "sha384", "HmacSHA384",
          "sha512", "HmacSHA512");

  private PushSignature() {}

  /**
   * Whether the header is that of the body under the secret.
   *
   * @param header {@code null} when there was none, which is no signature
   */
  static boolean isOf(byte[] body, String secret, @Nullable String header) {
    String[] parts = header == null ? new String[0] : header.strip().split("=", 2);
    String method = parts.length < 2 ? null : METHODS.get(parts[0].toLowerCase(Locale.ROOT));
    if (method == null || !parts[1].matches("(?i)([0-9a-f]{2}){20,64}")) {
      return false;
    }
    return MessageDigest.isEqual(hmac(method, secret, body), HexFormat.of().parseHex(parts[1]));
  }

  private static byte[] hmac(String method, String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(method);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + method, e);
    }
  }
}
