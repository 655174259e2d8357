package org.skep.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.fetch.Failure.Kind;
import org.skep.url.Url;

/**
 * One HTTP request and its answer, on OkHttp: no redirects, no cookies, no cache, no proxy, and no
 * name look-up of its own. It connects to the addresses that the guard checked; a name that is not
 * pinned to such addresses does not resolve.
 */
final class Exchange implements AutoCloseable {
  private static final int HEADER_BYTES_MAX = 64 * 1024;

  private final Map<String, List<InetAddress>> pinned = new ConcurrentHashMap<>();
  private final FetchSettings settings;
  private final FetchLimits limits;
  private final Clock stopwatch;
  private final OkHttpClient client;

  /**
   * @param stopwatch real time, also where the rest of the program runs on a virtual clock
   * @param trust the authorities trusted; {@code null} for those of the platform
   */
  Exchange(FetchSettings settings, Clock stopwatch, @Nullable X509TrustManager trust) {
    this.settings = settings;
    this.limits = settings.limits();
    this.stopwatch = stopwatch;
    var builder =
        new OkHttpClient.Builder()
            .dns(this::pinnedAddresses)
            .proxy(Proxy.NO_PROXY)
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(limits.connect())
            .readTimeout(limits.firstByte())
            .writeTimeout(limits.firstByte())
            .connectionPool(new ConnectionPool(16, 30, TimeUnit.SECONDS));
    this.client =
        (trust == null ? builder : builder.sslSocketFactory(sockets(trust), trust)).build();
  }

  private static SSLSocketFactory sockets(X509TrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a Java without TLS", e);
    }
  }

  private List<InetAddress> pinnedAddresses(String host) throws UnknownHostException {
    List<InetAddress> addresses = pinned.get(host);
    if (addresses == null) {
      throw new UnknownHostException("No checked address for " + host + ".");
    }
    return addresses;
  }

  /**
   * Sends one request. Per host only one may be under way at a time ({@link HostPace} sees to it).
   *
   * @param left how much of the whole time is left
   */
  Reply send(
      Url url,
      List<InetAddress> addresses,
      Request request,
      @Nullable String authorization,
      Duration left)
      throws IOException {
    HttpUrl target = HttpUrl.parse(url.withoutUserinfo().withoutFragment().href());
    if (target == null || !agrees(target, url, addresses)) {
      throw new BodyException(Kind.BAD_ADDRESS, "\"" + url + "\" cannot be requested.", 0);
    }
    var message =
        new okhttp3.Request.Builder().url(target).headers(headers(url, request, authorization));
    if (request.isForm()) {
      var fields = new FormBody.Builder();
      request.form().forEach(fields::add);
      message.post(fields.build());
    }
    var call = client.newBuilder().callTimeout(left).build().newCall(message.build());
    pinned.put(target.host(), addresses);
    try (Response response = call.execute()) {
      return reply(response, request, AddressGuard.print(addresses));
    } finally {
      pinned.remove(target.host());
    }
  }

  /** Two parsers that disagree about the host would make the guard's check worthless. */
  private static boolean agrees(HttpUrl target, Url url, List<InetAddress> addresses)
      throws UnknownHostException {
    String host = url.host() == null ? "" : url.host();
    boolean same =
        host.startsWith("[")
            ? target.host().indexOf(':') >= 0 // a literal, which it connects to without asking us
                && addresses.contains(InetAddress.getByName(target.host()))
            : target.host().equals(host);
    return same && target.port() == url.effectivePort() && target.scheme().equals(url.scheme());
  }

  private Headers headers(Url url, Request request, @Nullable String authorization) {
    var headers =
        new Headers.Builder()
            .add("User-Agent", settings.userAgent(request.subscribers()))
            .add("Accept", request.kind().accept())
            .add("Accept-Encoding", "gzip, br");
    Validators validators = request.validators();
    if (validators.url().equals(url.withoutUserinfo().withoutFragment().href())) {
      if (validators.etag() != null) {
        headers.addUnsafeNonAscii("If-None-Match", validators.etag());
      }
      if (validators.lastModified() != null) {
        headers.addUnsafeNonAscii("If-Modified-Since", validators.lastModified());
      }
    }
    if (authorization != null) {
      headers.add("Authorization", authorization);
    }
    return headers.build();
  }

  /** Name and password of an address, as Basic authentication; null when it has none. */
  static @Nullable String authorization(Url url) {
    return url.hasUserinfo()
        ? Credentials.basic(decode(url.username()), decode(url.password()), StandardCharsets.UTF_8)
        : null;
  }

  private static String decode(String escaped) {
    return java.net.URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private Reply reply(Response response, Request request, String address) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    long size = 0;
    for (var header : response.headers()) {
      size += header.getFirst().length() + header.getSecond().length() + 4;
      headers.merge(header.getFirst(), header.getSecond(), (one, two) -> one + ", " + two);
    }
    if (size > HEADER_BYTES_MAX) {
      throw new BodyException(Kind.TOO_BIG, "The answer's header is larger than 64 KiB.", size);
    }
    var reply = new Reply(response.code(), response.message(), headers, new byte[0], 0, address);
    if (!reply.hasBody() || request.isForm()) {
      return reply;
    }
    Body.Bytes body =
        Body.read(
            response.body().byteStream(),
            reply.header("content-encoding"),
            request.kind(),
            fastEnough());
    return new Reply(reply.status(), reply.reason(), headers, body.decoded(), body.wire(), address);
  }

  private Body.Pace fastEnough() {
    long begin = stopwatch.nanos();
    return bytes -> {
      Duration taken = Duration.ofNanos(stopwatch.nanos() - begin);
      boolean slow = bytes * 1000 < taken.toMillis() * limits.bytesPerSecondMin();
      if (slow && taken.compareTo(limits.slowAfter()) > 0) {
        throw new BodyException(
            Kind.NETWORK, "Too slow: %d bytes in %d ms.".formatted(bytes, taken.toMillis()), bytes);
      }
    };
  }

  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
