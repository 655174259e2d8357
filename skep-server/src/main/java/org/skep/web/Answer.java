package org.skep.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back: never half-written, since it is whole before the first byte leaves. */
public record Answer(int status, String type, Map<String, String> headers, byte[] body) {
  static final String HTML = "text/html; charset=utf-8";
  static final String TEXT = "text/plain; charset=utf-8";
  static final String JSON = "application/json; charset=utf-8";

  public Answer {
    headers = Map.copyOf(headers);
  }

  /** A page. */
  static Answer html(int status, String html) {
    return of(status, HTML, html);
  }

  /** A sentence for whoever speaks HTTP by hand. */
  static Answer text(int status, String text) {
    return of(status, TEXT, text + "\n");
  }

  static Answer of(int status, String type, String body) {
    return new Answer(
        status, type, Map.of("Cache-Control", "no-store"), body.getBytes(StandardCharsets.UTF_8));
  }

  /** After a form: look there. Only addresses of our own. */
  static Answer seeOther(String path) {
    return new Answer(303, TEXT, Map.of("Location", path), new byte[0]);
  }

  /** A value for a query. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** It has another address, for ever. */
  static Answer moved(String path) {
    return new Answer(301, TEXT, Map.of("Location", path), new byte[0]);
  }

  /** The same with one more header. */
  Answer with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, type, more, body);
  }
}
