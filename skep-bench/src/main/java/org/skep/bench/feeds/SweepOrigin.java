package org.skep.bench.feeds;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.skep.clock.SystemClock;

/**
 * A thousand hosts of feeds on one loopback port: {@code /n} is feed n. It answers 304 to all but
 * every seventh request that is conditional, each after {@value #LATENCY_MILLIS} ms.
 */
final class SweepOrigin implements AutoCloseable {
  static final int LATENCY_MILLIS = 20;

  private static final int CHANGED_EVERY = 7;

  private final ServerSocket server;
  private final List<String> names;
  private final int feedsAHost;
  private final AtomicInteger conditional = new AtomicInteger();
  private final AtomicInteger unchanged = new AtomicInteger();

  private SweepOrigin(ServerSocket server, List<String> names, int feedsAHost) {
    this.server = server;
    this.names = names;
    this.feedsAHost = feedsAHost;
  }

  static SweepOrigin start(int feeds, int feedsAHost) throws IOException {
    var names =
        IntStream.range(0, (feeds + feedsAHost - 1) / feedsAHost)
            .mapToObj(i -> "feed-" + i + ".test")
            .toList();
    var origin =
        new SweepOrigin(
            new ServerSocket(0, 500, InetAddress.getLoopbackAddress()), names, feedsAHost);
    Thread.startVirtualThread(origin::serve);
    return origin;
  }

  List<String> hosts() {
    return names.stream().map(name -> name + ":" + server.getLocalPort()).toList();
  }

  String url(int feed) {
    return "http://" + names.get(feed / feedsAHost) + ":" + server.getLocalPort() + "/" + feed;
  }

  /** How many of a hundred conditional requests were answered 304. */
  int unchanged() {
    return conditional.get() == 0
        ? 100 - 100 / CHANGED_EVERY
        : 100 * unchanged.get() / conditional.get();
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
    try (socket;
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String path = line.split(" ", 3)[1];
        boolean asksWhetherNew = false;
        for (String header = in.readLine();
            header != null && !header.isEmpty();
            header = in.readLine()) {
          asksWhetherNew |= header.startsWith("If-None-Match");
        }
        new SystemClock().sleep(Duration.ofMillis(LATENCY_MILLIS));
        answer(path, asksWhetherNew, socket.getOutputStream());
      }
    } catch (IOException e) {
      return; // the client had enough
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(String path, boolean asksWhetherNew, OutputStream out) throws IOException {
    boolean same = asksWhetherNew && conditional.incrementAndGet() % CHANGED_EVERY != 0;
    if (same) {
      unchanged.incrementAndGet();
      out.write("HTTP/1.1 304 Not Modified\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } else {
      int version = conditional.get();
      byte[] body =
          MadeFeed.rss(new Random(path.hashCode() * 31L + version), 3)
              .getBytes(StandardCharsets.UTF_8);
      String head =
          """
          HTTP/1.1 200 OK\r
          Content-Type: application/rss+xml\r
          ETag: "%d"\r
          Content-Length: %d\r
          \r
          """
              .formatted(version, body.length);
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(body);
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
