package org.skep.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web server: Jetty's core on virtual threads, one blocking call a request, behind {@link
 * Guard} and {@link Routes}. HTTP/1.1; whoever wants TLS puts a proxy in front and names it in the
 * settings. Thread-safe.
 *
 * <pre>{@code
 * try (var server = Server.start(ServerSettings.local(8080), site)) {
 *   System.out.println("Skep is ready at " + server.address());
 * }
 * }</pre>
 */
public final class Server implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Server.class);
  private static final int GZIP_MIN_BYTES = 1_000;
  private static final long STOP_MILLIS = 3_000;

  private final org.eclipse.jetty.server.Server jetty;
  private final ServerConnector connector;
  private final Guard guard;
  private final Forwarded forwarded;
  private final Site site;
  private final String bind;

  private Server(ServerSettings settings, Site site) {
    this.site = site;
    this.guard = site.guard();
    this.forwarded = new Forwarded(settings.proxies());
    this.bind = settings.bind();
    this.jetty = new org.eclipse.jetty.server.Server(new VirtualThreadPool());
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(16_384);
    this.connector = new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.bind());
    connector.setPort(settings.port());
    connector.setIdleTimeout(30_000);
    jetty.addConnector(connector);
    jetty.setHandler(new Door());
    jetty.setErrorHandler(this::refuse);
    jetty.setStopTimeout(STOP_MILLIS);
  }

  /**
   * Listens.
   *
   * @throws IOException when the port is taken or the address is not ours, in a sentence for the
   *     person at the terminal
   */
  public static Server start(ServerSettings settings, Site site) throws IOException {
    var server = new Server(settings, site);
    try {
      server.jetty.start();
    } catch (Exception e) { // Jetty declares nothing narrower
      throw failed(settings, e);
    }
    return server;
  }

  private static IOException failed(ServerSettings settings, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new IOException(
            "Cannot listen on "
                + settings.bind()
                + ":"
                + settings.port()
                + ": "
                + cause.getMessage()
                + ". Another program may have the port; --port 0 takes any free one.",
            e);
      }
    }
    return new IOException("Cannot start the web server: " + e, e);
  }

  /** The port it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** What to type into a browser. */
  public String address() {
    String host = bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/";
  }

  /** Finishes what is being answered, at most three seconds. */
  @Override
  public void close() {
    try {
      jetty.stop();
    } catch (Exception e) { // Jetty declares nothing narrower
      log.warn("web server stopped with {}", e.toString());
    }
  }

  /** Where Jetty hands over. */
  private final class Door extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Answer answer;
      Visit visit = forwarded.seenFrom(visit(request));
      try {
        answer = answer(request, visit);
      } catch (IOException e) {
        answer = Answer.text(413, "The request could not be read: " + e.getMessage());
      } catch (RuntimeException e) {
        log.error("page {} {} failed", visit.method(), PushDoor.shown(visit.path()), e);
        answer = site.failure(visit);
      }
      send(answer, visit, response, callback);
      return true;
    }

    private Answer answer(Request request, Visit asked) throws IOException {
      Optional<String> strange = guard.strange(asked);
      if (strange.isPresent()) {
        return Answer.text(403, strange.get());
      }
      Visit known = site.identified(asked);
      Visit visit = known.safe() ? known : known.with(form(request, known));
      Optional<String> forged = guard.forged(visit);
      return forged.isPresent() ? Answer.text(403, forged.get()) : site.answer(visit);
    }

    private Map<String, List<String>> form(Request request, Visit visit) throws IOException {
      try (var in = Request.asInputStream(request)) {
        return Body.read(in, visit.header("content-type").orElse(""), site.bytesMax(visit));
      }
    }
  }

  /** What Jetty refuses before it comes to us: as short as ours, and with our headers. */
  private boolean refuse(Request request, Response response, Callback callback) {
    int status = Math.max(400, response.getStatus());
    var answer = Answer.text(status, "This request could not be read (" + status + ").");
    send(answer, visit(request), response, callback);
    return true;
  }

  private static Visit visit(Request request) {
    var headers = new HashMap<String, String>();
    for (HttpField field : request.getHeaders()) {
      if (field.getValue() != null) {
        headers.merge(
            field.getName().toLowerCase(Locale.ROOT),
            field.getValue(),
            (a, b) -> a + (field.getHeader() == HttpHeader.COOKIE ? "; " : ", ") + b);
      }
    }
    String authority = request.getHttpURI().getAuthority();
    if (!headers.containsKey("host") && authority != null) {
      headers.put("host", authority);
    }
    String path = request.getHttpURI().getDecodedPath();
    return new Visit(
        request.getMethod(),
        path == null ? "/" : path,
        request.getHttpURI().getQuery(),
        headers,
        Map.of(),
        Map.of(),
        remote(request));
  }

  private static String remote(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress socket
        ? socket.getAddress().getHostAddress()
        : "";
  }

  private void send(Answer answer, Visit visit, Response response, Callback callback) {
    response.setStatus(answer.status());
    var headers = response.getHeaders();
    guard.headers().forEach((name, value) -> headers.put(name, value));
    headers.put("Content-Type", answer.type());
    answer.headers().forEach((name, value) -> headers.put(name, value));
    byte[] body = answer.body();
    if (body.length >= GZIP_MIN_BYTES
        && visit.header("accept-encoding").orElse("").contains("gzip")) {
      body = gzip(body);
      headers.put("Content-Encoding", "gzip");
    }
    headers.put("Vary", "Accept-Encoding, Accept-Language, Cookie");
    boolean head = visit.method().equals("HEAD");
    headers.put("Content-Length", Integer.toString(body.length));
    response.write(true, head ? ByteBuffer.allocate(0) : ByteBuffer.wrap(body), callback);
  }

  private static byte[] gzip(byte[] body) {
    var out = new ByteArrayOutputStream(body.length / 3);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toByteArray();
  }
}
