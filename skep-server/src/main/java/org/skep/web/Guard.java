package org.skep.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may ask, and which forms are ours. A foreign {@code Host} is refused whatever it asks, which
 * defeats DNS rebinding; a change needs a form of ours: the token that only our pages know, and no
 * sign of another site in {@code Sec-Fetch-Site}, {@code Origin} or {@code Referer}. Thread-safe.
 *
 * <p>{@code Origin: null} alone refuses nothing: our own {@code Referrer-Policy: no-referrer} makes
 * browsers send it with our own forms (Fetch, "append a request Origin header").
 */
final class Guard {
  private static final String COOKIE = "skep";
  private static final String SECURE_COOKIE = "__Host-skep"; // a browser takes it over TLS alone
  private static final Duration COOKIE_AGE = Duration.ofDays(90);

  /** On every answer; no inline script or style anywhere. */
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self';"
              + " base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "X-Robots-Tag",
          "noindex, nofollow, noarchive");

  private static final int SECRET_BYTES = 32;

  private final Set<String> hosts;
  private final boolean open;
  private final boolean https;
  private final SecureRandom random = new SecureRandom();

  Guard(List<String> hosts, boolean open) {
    this(hosts, open, false);
  }

  Guard(List<String> hosts, boolean open, boolean https) {
    this.hosts =
        hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    this.open = open;
    this.https = https;
  }

  /** Why this visit is refused; empty when it is welcome. */
  Optional<String> refusal(Visit visit) {
    return strange(visit).or(() -> forged(visit));
  }

  /** Why whoever asks is refused whatever they ask, before a byte of a form is read. */
  Optional<String> strange(Visit visit) {
    String host = visit.header("host").orElse("");
    if (!known(host)) {
      return Optional.of(
          "The name \"" + host + "\" is not one of this server's; its operator can allow it.");
    }
    if (!open && !loopback(visit.remote())) {
      return Optional.of("Only this machine is served; its operator can change that.");
    }
    return Optional.empty();
  }

  /** Why this change is refused, with its form read; reading is nobody's forgery. */
  Optional<String> forged(Visit visit) {
    if (visit.safe() || visit.bearer().isPresent() || PushDoor.isFor(visit)) {
      return Optional.empty(); // a token is shown on purpose; no browser adds it by itself
    }
    if (foreign(visit, visit.header("host").orElse(""))) {
      return Optional.of("This change was asked for by another site.");
    }
    if (!ours(visit)) {
      return Optional.of(
          "This form is not one of ours, or it is too old. Go back, reload the page, try again.");
    }
    return Optional.empty();
  }

  private boolean ours(Visit visit) {
    String secret = secretOf(visit);
    String token = visit.header("x-skep-token").orElseGet(() -> visit.field("token"));
    return !secret.isEmpty()
        && MessageDigest.isEqual(
            token(secret).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean foreign(Visit visit, String host) {
    Optional<String> site = visit.header("sec-fetch-site");
    if (site.isPresent() && !site.get().equals("same-origin")) {
      return true;
    }
    Optional<String> origin = visit.header("origin");
    if (origin.isPresent() && !origin.get().equals("null")) {
      return !ours(origin.get(), host);
    }
    if (origin.isPresent() || site.isPresent()) {
      return false;
    }
    return visit.header("referer").map(referer -> !ours(referer, host)).orElse(true);
  }

  private static boolean ours(String address, String host) {
    return address.equals("http://" + host)
        || address.equals("https://" + host)
        || address.startsWith("http://" + host + "/")
        || address.startsWith("https://" + host + "/");
  }

  private boolean known(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceFirst(":\\d{1,5}$", "");
    return name.equals("127.0.0.1")
        || name.equals("localhost")
        || name.equals("[::1]")
        || name.matches("[a-z0-9-][a-z0-9.-]{0,240}\\.localhost")
        || hosts.contains(name);
  }

  private static boolean loopback(String remote) {
    try {
      return InetAddress.getByName(remote).isLoopbackAddress(); // a literal: nothing is resolved
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** A new visitor's secret, for the cookie. */
  String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What our forms carry for the visitor with this secret. */
  static String token(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("skep form " + secret).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The visitor's secret, which is also the session's; empty for none. */
  String secretOf(Visit visit) {
    String secret = visit.cookie(https ? SECURE_COOKIE : COOKIE);
    return secret.matches("[A-Za-z0-9_-]{43}") ? secret : "";
  }

  /** The cookie that carries it. */
  String cookieOf(String secret) {
    return cookie(https ? SECURE_COOKIE : COOKIE, secret);
  }

  /** A cookie that only we read; Lax, so that a link from elsewhere finds the reader's marks. */
  String cookie(String name, String value) {
    return "%s=%s; Path=/; HttpOnly; SameSite=Lax; Max-Age=%d%s"
        .formatted(name, value, COOKIE_AGE.toSeconds(), https ? "; Secure" : "");
  }

  /** The headers of every answer. */
  Map<String, String> headers() {
    if (!https) {
      return HEADERS;
    }
    var all = new HashMap<>(HEADERS);
    all.put("Strict-Transport-Security", "max-age=31536000");
    return all;
  }
}
