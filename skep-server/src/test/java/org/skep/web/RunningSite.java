package org.skep.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.skep.access.Access;
import org.skep.clock.SystemClock;
import org.skep.fetch.FetchSettings;
import org.skep.fetch.Fetcher;
import org.skep.fetch.HostStates;
import org.skep.fetch.LocalPress;
import org.skep.images.ImageProxy;
import org.skep.index.SearchIndex;
import org.skep.monitor.Pushes;
import org.skep.reading.Reading;
import org.skep.store.Store;
import org.skep.store.UserRows;

/** The whole server over a store of its own, asked by real HTTP. */
final class RunningSite implements AutoCloseable {
  final QuietNewsroom newsroom = new QuietNewsroom();
  final Store store;
  final Reading reading;
  final Access access;
  final Site site;
  final ImageProxy images;
  private final SearchIndex index;
  private final Fetcher fetcher;
  private final Server server;
  private final HttpClient browser = HttpClient.newHttpClient();

  RunningSite(Path directory) throws IOException {
    this(directory, LocalPress.NONE);
  }

  /** Over a press that pictures may come from. */
  RunningSite(Path directory, LocalPress press) throws IOException {
    var clock = new SystemClock();
    store = Store.open(directory, clock);
    index = SearchIndex.open(store);
    reading = new Reading(store, index, newsroom, clock, UserRows.READER);
    access = new Access(store, clock);
    fetcher = new Fetcher(FetchSettings.ordinary("test").with(press), HostStates.inMemory(), clock);
    images = new ImageProxy(fetcher, clock, directory.resolve("images"));
    var settings =
        new ServerSettings("127.0.0.1", 0, List.of(), false, false, List.of(), ZoneOffset.UTC);
    var pushes = new Pushes(store, clock, () -> {});
    site = new Site(reading, access, images, pushes, settings, "test", Instant.EPOCH);
    server = Server.start(settings, site);
  }

  @Override
  public void close() {
    browser.close();
    server.close();
    fetcher.close();
    index.close();
    store.close();
  }

  /** A page's cookie and the token of its form. */
  record Form(String cookie, String token) {}

  /** An address for every placeholder; nobody's number is 7. */
  static String example(String pattern) {
    return pattern
        .replace("{format}", "rss")
        .replace("{name}", "skep.css")
        .replaceAll("\\{[a-z]+}", "7");
  }

  /** As browsers name it: {@code http://127.0.0.1:8080}. */
  String origin() {
    return server.address().replaceFirst("/$", "");
  }

  HttpResponse<String> get(String path, String cookie) throws Exception {
    return get(path, cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie));
  }

  HttpResponse<String> get(String path) throws Exception {
    return get(path, Map.of());
  }

  HttpResponse<String> get(String path, Map<String, String> headers) throws Exception {
    return send("GET", path, headers, "");
  }

  HttpResponse<String> post(String path, Map<String, String> headers, String body)
      throws Exception {
    return send("POST", path, headers, body);
  }

  /** As a browser does after a form of ours was filled in. */
  HttpResponse<String> post(String path, Form form, String body) throws Exception {
    return post(
        path,
        Map.of("Origin", origin(), "Cookie", form.cookie),
        body + "&token=" + encoded(form.token));
  }

  HttpResponse<String> send(String method, String path, Map<String, String> headers, String body)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(origin() + path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    headers.forEach(request::header);
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Bytes exactly as given; ends when the server does. */
  String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  Form form(String path, String cookie) throws Exception {
    var page = get(path, cookie);
    String token = Jsoup.parse(page.body()).select("form input[name=token]").attr("value");
    return new Form(cookie.isEmpty() ? cookie(page) : cookie, token);
  }

  String signIn(String name, String password) throws Exception {
    return cookie(
        post("/login", form("/login", ""), "name=" + name + "&password=" + encoded(password)));
  }

  static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
  }

  static String encoded(String text) {
    return Answer.encoded(text);
  }
}
