package org.skep.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.skep.fetch.Failure.Kind;
import org.skep.url.Url;

/** Writes down what went wrong: the table of specs "fetching", section 4. */
final class Failures {
  /** Headers worth keeping beside a status. */
  private static final List<String> EVIDENCE =
      List.of("server", "retry-after", "content-type", "content-encoding", "location", "via");

  /** A wall against robots announces itself; without one of these a 403 is a 403. */
  private static final List<String> WALLS = List.of("cf-mitigated", "x-datadome", "x-sucuri-id");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** As {@link java.util.Date#toString} prints, which is what the exceptions hold. */
  private static final DateTimeFormatter CERTIFICATE_DATE =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz uuuu", Locale.ENGLISH);

  private final FetchLimits limits;

  Failures(FetchLimits limits) {
    this.limits = limits;
  }

  /** An answer that is neither a body, nor a redirect, nor "not modified". */
  Failure status(Url url, Reply reply, List<Hop> hops, String hostKey, int strikes, Instant now) {
    Map<String, String> evidence = evidence(reply);
    Optional<Instant> stated = RetryAfter.read(reply.header("retry-after"), now);
    String wall = wall(reply);
    if (reply.status() == 429) {
      Instant until = stated.orElseGet(() -> RetryAfter.unstated(strikes, now));
      String text =
          stated.isPresent()
              ? "429; the server asks to wait until %s (Retry-After). All feeds of %s wait."
              : "429; the server does not say how long, so we wait until %s. All feeds of %s wait.";
      return new Failure(
          Kind.RATE_LIMITED,
          text.formatted(time(until, now), hostKey),
          url.toString(),
          429,
          evidence,
          hops,
          0,
          now,
          until,
          true,
          "");
    }
    if (wall != null) {
      return new Failure(
          Kind.BOT_WALL,
          "The server answered %d with a challenge for robots (%s)."
              .formatted(reply.status(), wall),
          url.toString(),
          reply.status(),
          evidence,
          hops,
          0,
          now,
          stated.orElse(null),
          false,
          "Ask the publisher to let feed readers through, or look for another feed of theirs.");
    }
    if (reply.status() == 410) {
      return new Failure(
          Kind.GONE,
          "410 Gone.",
          url.toString(),
          410,
          evidence,
          hops,
          0,
          now,
          null,
          false,
          "The publisher has ended this feed. Remove it, or look for its new address.");
    }
    return new Failure(
        Kind.HTTP_STATUS,
        statusText(reply),
        url.toString(),
        reply.status(),
        evidence,
        hops,
        0,
        now,
        stated.orElse(null),
        false,
        "");
  }

  private static String statusText(Reply reply) {
    String reason = reply.reason().isBlank() ? phrase(reply.status()) : reply.reason();
    String answered =
        "The server answered " + reply.status() + (reason.isEmpty() ? "" : " " + reason);
    return switch (reply.status()) {
      case 301, 302, 303, 307, 308 -> answered + ", but does not say where.";
      case 304 -> answered + ", though we did not ask whether it changed.";
      default -> answered + ".";
    };
  }

  /** For HTTP/2, which sends no words. */
  private static String phrase(int status) {
    return switch (status) {
      case 204 -> "No Content";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 402 -> "Payment Required";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 406 -> "Not Acceptable";
      case 451 -> "Unavailable For Legal Reasons";
      case 500 -> "Internal Server Error";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> "";
    };
  }

  private static @Nullable String wall(Reply reply) {
    if (reply.status() < 400) {
      return null;
    }
    for (String name : WALLS) {
      String value = reply.header(name);
      if (value != null) {
        return name + ": " + value;
      }
    }
    String server = reply.header("server");
    return reply.status() == 403 && server != null && server.startsWith("AkamaiGHost")
        ? "server: " + server
        : null;
  }

  private static Map<String, String> evidence(Reply reply) {
    Map<String, String> evidence = new TreeMap<>();
    evidence.put("status", (reply.status() + " " + reply.reason()).strip());
    evidence.put("address", reply.address());
    for (String name : EVIDENCE) {
      put(evidence, name, reply.header(name));
    }
    for (String name : WALLS) {
      put(evidence, name, reply.header(name));
    }
    return evidence;
  }

  private static void put(Map<String, String> evidence, String name, @Nullable String value) {
    if (value != null) {
      evidence.put(name, value.length() > 300 ? value.substring(0, 300) : value);
    }
  }

  /** No answer, or one that broke off. */
  Failure broken(Url url, IOException e, String addresses, List<Hop> hops, Instant now) {
    Map<String, String> evidence = new TreeMap<>();
    evidence.put("address", addresses);
    evidence.put("exception", e.getClass().getSimpleName() + ": " + e.getMessage());
    if (e instanceof BodyException body) {
      return new Failure(
          body.kind(),
          String.valueOf(body.getMessage()),
          url.toString(),
          0,
          evidence,
          hops,
          body.bytes(),
          now,
          null,
          false,
          "");
    }
    Kind kind =
        e instanceof ProtocolException || e instanceof EOFException
            ? Kind.BROKEN_BODY
            : Kind.NETWORK;
    return new Failure(
        kind, networkText(url, e), url.toString(), 0, evidence, hops, 0, now, null, false, "");
  }

  private String networkText(Url url, IOException e) {
    return switch (e) {
      case UnknownHostException _ -> "No such host: " + url.host() + ".";
      case NoRouteToHostException _ -> "No route to " + url.host() + ".";
      case SocketTimeoutException timeout -> timeoutText(timeout);
      case ConnectException _ -> "Connection refused by " + url.host() + ".";
      case InterruptedIOException _ -> "Not finished within " + print(limits.whole()) + ".";
      case SSLPeerUnverifiedException _ ->
          "TLS: the certificate is for another host than " + url.host() + ".";
      case SSLException tls -> tlsText(tls);
      case ProtocolException _ -> "The answer breaks off: " + e.getMessage() + ".";
      case EOFException _ -> "The answer breaks off.";
      default -> "The connection broke: " + e.getMessage() + ".";
    };
  }

  private String timeoutText(SocketTimeoutException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("connect")
        ? "No connection within " + print(limits.connect()) + "."
        : "No byte for " + print(limits.firstByte()) + ".";
  }

  private static String tlsText(SSLException tls) {
    for (Throwable cause = tls; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException) {
        return "TLS: the certificate expired on " + day(cause) + ".";
      }
      if (cause instanceof CertificateNotYetValidException) {
        return "TLS: the certificate is not valid before " + day(cause) + ".";
      }
      if (cause instanceof CertPathBuilderException) {
        return "TLS: the certificate is not signed by an authority that is known here.";
      }
    }
    return "TLS: " + tls.getMessage() + ".";
  }

  /**
   * The day in "NotAfter: Thu Nov 20 12:00:00 UTC 2025"; the whole text where it reads otherwise.
   */
  private static String day(Throwable validity) {
    String text = String.valueOf(validity.getMessage());
    try {
      return CERTIFICATE_DATE
          .parse(text.substring(text.indexOf(':') + 1).strip(), ZonedDateTime::from)
          .withZoneSameInstant(ZoneOffset.UTC)
          .toLocalDate()
          .toString();
    } catch (DateTimeException e) {
      return text;
    }
  }

  private static String print(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  static String time(Instant until, Instant now) {
    return Duration.between(now, until).compareTo(Duration.ofHours(12)) < 0
        ? TIME.format(until)
        : DAY.format(until);
  }
}
