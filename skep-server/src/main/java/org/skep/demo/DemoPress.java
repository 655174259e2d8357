package org.skep.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.skep.clock.Clock;
import org.skep.fetch.LocalPress;

/**
 * The demo press: nine fictional outlets in four languages, served by real HTTP on a loopback port,
 * told apart by the Host header ({@code harbour-post.localhost}). Conditional requests, gzip, four
 * feed formats, a news sitemap, and the usual troubles: a feed that breaks off, one that answers
 * 429, one that moved, one that is a page. Its dates count back from the moment it starts, so it
 * always looks fresh. Thread-safe; one article and one correction appear while it runs.
 */
public final class DemoPress implements AutoCloseable {
  /** Nobody else is served from this press, so nobody is harmed by haste. */
  private static final Duration GAP = Duration.ZERO;

  private static final Duration INTERVAL = Duration.ofSeconds(15);

  private final Server server;
  private final DemoWorld world;
  private final Newsstand stand;
  private final int port;

  /**
   * What a reader of the press subscribes to.
   *
   * @param url of a feed or a news sitemap
   * @param folder to file it under
   */
  public record Subscription(String url, String title, String folder) {}

  private DemoPress(Server server, DemoWorld world, Newsstand stand, int port) {
    this.server = server;
    this.world = world;
    this.stand = stand;
    this.port = port;
  }

  /** Starts the press on any free loopback port. */
  public static DemoPress start(Clock clock) throws IOException {
    var threads = new QueuedThreadPool(12, 2);
    threads.setName("demo-press");
    threads.setDaemon(true);
    var server = new Server(threads);
    var connector = new ServerConnector(server, 1, 1);
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(0);
    server.addConnector(connector);
    connector.open();
    int port = connector.getLocalPort();
    var world = DemoWorld.at(clock.now());
    var stand = new Newsstand(world, clock, port);
    server.setHandler(new Counter(stand));
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("the demo press does not start on port " + port, e);
    }
    return new DemoPress(server, world, stand, port);
  }

  /** The policy that lets the fetcher in. */
  public LocalPress localPress() {
    return LocalPress.onLoopback(
        stand.hosts().stream().sorted().map(host -> host + ":" + port).toList(), GAP, INTERVAL);
  }

  /** Every feed and the news sitemap, in the outlets' order, the troubled ones last. */
  public List<Subscription> subscriptions() {
    var good = new ArrayList<Subscription>();
    var troubled = new ArrayList<Subscription>();
    for (DemoOutlet outlet : world.outlets().values()) {
      String sitemap = outlet.sitemap();
      if (sitemap != null) {
        good.add(
            new Subscription(
                stand.home(outlet.host()) + sitemap.substring(1), outlet.name(), outlet.folder()));
      }
      for (DemoFeed feed : outlet.feeds()) {
        boolean plain =
            feed.trouble() == DemoFeed.Trouble.NONE && feed.format() != DemoFeed.Format.HTML;
        (plain ? good : troubled)
            .add(
                new Subscription(
                    stand.home(feed.host()) + feed.subscribed().substring(1),
                    feed.title(),
                    plain ? outlet.folder() : "Troubled feeds"));
      }
    }
    good.addAll(troubled);
    return good;
  }

  /** How many articles there are, the late one included. */
  public int articles() {
    return world.articles().size();
  }

  /** When the last article appears. */
  public Instant complete() {
    return world.articles().stream()
        .map(DemoArticle::published)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  DemoWorld world() {
    return world;
  }

  String url(DemoArticle article) {
    return stand.url(article);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the demo press does not stop", e);
    }
  }

  /** HTTP around the newsstand: conditional requests and compression. */
  private static final class Counter extends Handler.Abstract.NonBlocking {
    private final Newsstand stand;

    Counter(Newsstand stand) {
      this.stand = stand;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      String host = Request.getServerName(request).toLowerCase(Locale.ROOT);
      Reply reply = stand.answer(host, request.getHttpURI().getPathQuery());
      var asked = request.getHeaders();
      String tag = tag(reply.body());
      HttpFields.Mutable headers = response.getHeaders();
      reply.headers().forEach(headers::put);
      headers.put(HttpHeader.SERVER, "demo-press");
      if (reply.status() == 200) {
        headers.put(HttpHeader.ETAG, tag);
        headers.put(HttpHeader.VARY, "Accept-Encoding");
        if (unchanged(asked, reply, tag)) {
          response.setStatus(304);
          callback.succeeded();
          return true;
        }
      }
      response.setStatus(reply.status());
      response.write(true, ByteBuffer.wrap(encoded(reply.body(), asked, headers)), callback);
      return true;
    }

    private static boolean unchanged(HttpFields asked, Reply reply, String tag) {
      String known = asked.get(HttpHeader.IF_NONE_MATCH);
      if (known != null) {
        return known.equals(tag);
      }
      String since = asked.get(HttpHeader.IF_MODIFIED_SINCE);
      String modified = reply.headers().get("Last-Modified");
      return since != null && modified != null && !instant(modified).isAfter(instant(since));
    }

    private static Instant instant(String date) {
      try {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      } catch (DateTimeException e) {
        return Instant.EPOCH;
      }
    }

    private static byte[] encoded(byte[] body, HttpFields asked, HttpFields.Mutable headers) {
      String accepted = asked.get(HttpHeader.ACCEPT_ENCODING);
      if (accepted == null || !accepted.contains("gzip") || body.length < 200) {
        return body;
      }
      headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
      var bytes = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(bytes)) {
        gzip.write(body);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }

    private static String tag(byte[] body) {
      var sum = new CRC32();
      sum.update(body);
      return "\""
          + Long.toHexString(sum.getValue())
          + "-"
          + Integer.toHexString(body.length)
          + "\"";
    }
  }
}
