package org.skep.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.skep.clock.Clock;
import org.skep.clock.SystemClock;
import org.skep.clock.VirtualClock;

/**
 * An HTTP server for tests that can misbehave: plain sockets, a script per address, a log of every
 * request with its time and raw head. Any number of host names are served on one loopback port;
 * {@link #press} admits them.
 *
 * <pre>{@code
 * try (var origin = FakeOrigin.start(clock)) {
 *   origin.on("a.test/feed", reply(200, "<rss/>", "ETag: \"1\""), reply(304, ""));
 * }
 * }</pre>
 */
public final class FakeOrigin implements AutoCloseable {
  /** One answer; it may write anything, or nothing. */
  public interface Step {
    void answer(Seen request, OutputStream out) throws IOException, InterruptedException;
  }

  /**
   * A request as it arrived.
   *
   * @param nanos the same moment by monotonic time, which no clock change moves
   * @param head everything up to the empty line, byte for byte (ISO 8859-1)
   * @param body of a POST, likewise; empty for GET
   */
  public record Seen(Instant at, long nanos, String host, String target, String head, String body) {
    public Map<String, String> headers() {
      Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      head.lines()
          .skip(1)
          .forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 2));
          });
      return headers;
    }
  }

  private final ServerSocket server;
  private final Clock clock;
  private final Map<String, List<Step>> scripts = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();
  private final List<Seen> log = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> underWay = new HashMap<>();
  private final Map<String, Integer> mostUnderWay = new HashMap<>();

  private FakeOrigin(ServerSocket server, Clock clock) {
    this.server = server;
    this.clock = clock;
  }

  public static FakeOrigin start(Clock clock) {
    try {
      var origin =
          new FakeOrigin(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), clock);
      Thread.startVirtualThread(origin::serve);
      return origin;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an address answers, request by request; the last step is repeated. */
  public FakeOrigin on(String hostAndPath, Step... steps) {
    scripts.put(hostAndPath, List.of(steps));
    turns.put(hostAndPath, new AtomicInteger());
    return this;
  }

  public int port() {
    return server.getLocalPort();
  }

  /** The full address of {@code a.test/feed}. */
  public String url(String hostAndPath) {
    int slash = hostAndPath.indexOf('/');
    return "http://"
        + hostAndPath.substring(0, slash)
        + ":"
        + port()
        + hostAndPath.substring(slash);
  }

  /** Admits these hosts on this server, with a pace of their own. */
  public LocalPress press(Duration gap, String... hosts) {
    return LocalPress.onLoopback(hostPorts(hosts), gap, Duration.ofSeconds(15));
  }

  /** Admits these hosts on this server, paced like any other outlet. */
  public LocalPress ordinaryPress(String... hosts) {
    return LocalPress.atOrdinaryPace(hostPorts(hosts));
  }

  private List<String> hostPorts(String... hosts) {
    return Arrays.stream(hosts).map(host -> host + ":" + port()).toList();
  }

  /** A fetcher that knows no names but those the press admits. */
  public static Fetcher fetcher(FetchSettings settings, HostStates hosts, Clock clock) {
    return new Fetcher(
        settings,
        hosts,
        clock,
        host -> {
          throw new UnknownHostException("No such host: " + host + ".");
        },
        null);
  }

  /** The largest number of requests to a host that were under way at once; of all for "". */
  public synchronized int mostAtOnce(String host) {
    return mostUnderWay.getOrDefault(host, 0);
  }

  private synchronized void count(String host, int more) {
    int now = underWay.merge(host, more, Integer::sum);
    mostUnderWay.merge(host, now, Math::max);
  }

  /** All requests so far, in order of arrival. */
  public List<Seen> log() {
    return List.copyOf(log);
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.startVirtualThread(() -> converse(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      String head = head(socket.getInputStream());
      if (head.isEmpty()) {
        return;
      }
      String target = head.split(" ", 3)[1];
      var first = new Seen(clock.now(), clock.nanos(), "", target, head, "");
      String length = first.headers().getOrDefault("Content-Length", "0");
      byte[] bytes = socket.getInputStream().readNBytes(Integer.parseInt(length));
      String body = new String(bytes, StandardCharsets.ISO_8859_1);
      String host = first.headers().getOrDefault("Host", "").replaceFirst(":\\d+$", "");
      var seen = new Seen(first.at(), first.nanos(), host, target, head, body);
      log.add(seen);
      count(host, 1);
      count("", 1);
      try {
        step(host + target).answer(seen, socket.getOutputStream());
      } finally {
        count(host, -1);
        count("", -1);
      }
      socket.getOutputStream().flush();
    } catch (IOException e) {
      return; // the client had enough
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Step step(String address) {
    List<Step> script = scripts.get(address);
    AtomicInteger turn = turns.get(address);
    if (script == null || turn == null) {
      return reply(404, "nothing here");
    }
    return script.get(Math.min(turn.getAndIncrement(), script.size() - 1));
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        return "";
      }
      head.write(b);
    }
    return head.toString(StandardCharsets.ISO_8859_1).strip();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An honest answer. */
  public static Step reply(int status, String body, String... headers) {
    return reply(status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  public static Step reply(int status, byte[] body, String... headers) {
    return (_, out) -> {
      out.write(headOf(status, body.length, headers));
      out.write(body);
    };
  }

  public static Step redirect(int status, String target) {
    return reply(status, "", "Location: " + target);
  }

  /** Takes its time, on the clock of the test. */
  public static Step after(VirtualClock clock, Duration time, Step step) {
    return (request, out) -> {
      clock.advance(time);
      step.answer(request, out);
    };
  }

  /** Sends nothing until the client gives up. */
  public static Step neverAnswer() {
    return (_, _) -> new SystemClock().sleep(Duration.ofSeconds(30));
  }

  /** Sends the body byte by byte. */
  public static Step slow(Duration perByte, String body) {
    return (_, out) -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      out.write(headOf(200, bytes.length));
      for (byte b : bytes) {
        out.write(b);
        out.flush();
        new SystemClock().sleep(perByte);
      }
    };
  }

  /** Announces all of the body and closes after some of it. */
  public static Step closeAfter(int bytes, byte[] body, String... headers) {
    return (_, out) -> {
      out.write(headOf(200, body.length, headers));
      out.write(body, 0, bytes);
    };
  }

  /** A chunked answer whose second chunk has no size. */
  public static Step badChunk(String body) {
    return raw(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\nzz\r\n"
            .formatted(body.length(), body));
  }

  /** The same few bytes for ever, as fast as they are taken. */
  public static Step endless(String contentType) {
    return (_, out) -> {
      out.write(
          ("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\n\r\n")
              .getBytes(StandardCharsets.ISO_8859_1));
      byte[] lump = "<p>on and on</p>".repeat(1000).getBytes(StandardCharsets.UTF_8);
      while (true) {
        out.write(lump);
      }
    };
  }

  /** Bytes exactly as given, from the status line on. */
  public static Step raw(String answer) {
    return (_, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  public static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] headOf(int status, int length, String... headers) {
    List<String> lines = new ArrayList<>();
    lines.add("HTTP/1.1 %d %s".formatted(status, status == 200 ? "OK" : "Because"));
    lines.addAll(List.of(headers));
    boolean typed =
        lines.stream().anyMatch(l -> l.toLowerCase(Locale.ROOT).startsWith("content-type"));
    if (!typed) {
      lines.add("Content-Type: text/html; charset=utf-8");
    }
    lines.add("Content-Length: " + length);
    lines.add("Connection: close");
    return (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
