package org.skep.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request, read whole: method, path, query, form, headers. Immutable; header names in lower
 * case. What is malformed is absent.
 *
 * @param remote the address of whoever asks
 * @param parts what the route's placeholders stand for
 * @param user who asks; {@value #NOBODY} for nobody known
 */
public record Visit(
    String method,
    String path,
    @Nullable String rawQuery,
    Map<String, String> headers,
    Map<String, List<String>> form,
    Map<String, String> parts,
    String remote,
    long user) {
  static final long NOBODY = 0;

  private static final int PARAMETERS_MAX = 2_000;
  private static final String BEARER = "Bearer ";

  public Visit {
    headers = Map.copyOf(headers);
    form = Map.copyOf(form);
    parts = Map.copyOf(parts);
  }

  /** Of nobody known yet. */
  public Visit(
      String method,
      String path,
      @Nullable String rawQuery,
      Map<String, String> headers,
      Map<String, List<String>> form,
      Map<String, String> parts,
      String remote) {
    this(method, path, rawQuery, headers, form, parts, remote, NOBODY);
  }

  Visit at(Map<String, String> found) {
    return new Visit(method, path, rawQuery, headers, form, found, remote, user);
  }

  Visit with(Map<String, List<String>> fields) {
    return new Visit(method, path, rawQuery, headers, fields, parts, remote, user);
  }

  Visit by(long somebody) {
    return new Visit(method, path, rawQuery, headers, form, parts, remote, somebody);
  }

  /** The token a program shows: {@code Authorization: Bearer ...}; empty for none. */
  Optional<String> bearer() {
    return header("authorization")
        .filter(value -> value.startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  /** GET and HEAD change nothing. */
  boolean safe() {
    return method.equals("GET") || method.equals("HEAD");
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** A placeholder of the route; the route guarantees it. */
  String part(String name) {
    String value = parts.get(name);
    if (value == null) {
      throw new IllegalStateException("the route of " + path + " has no {" + name + "}");
    }
    return value;
  }

  /** A placeholder that is a number; 0, which is nobody's id, for anything else. */
  long id(String name) {
    return number(part(name));
  }

  /** The first value in the query; empty when absent. */
  String query(String name) {
    return first(parse(rawQuery == null ? "" : rawQuery), name);
  }

  /** The first value in the form; empty when absent. */
  String field(String name) {
    return first(form, name);
  }

  List<String> fields(String name) {
    return form.getOrDefault(name, List.of());
  }

  /** A whole number without sign, else 0. */
  static long number(String text) {
    return text.matches("\\d{1,19}")
            && (text.length() < 19 || text.compareTo("9223372036854775807") <= 0)
        ? Long.parseLong(text)
        : 0;
  }

  String cookie(String name) {
    for (String pair : header("cookie").orElse("").split(";")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
        return pair.substring(equals + 1).strip();
      }
    }
    return "";
  }

  /** Path and query, to come back to. */
  String address() {
    return rawQuery == null ? path : path + "?" + rawQuery;
  }

  private static String first(Map<String, List<String>> values, String name) {
    List<String> found = values.getOrDefault(name, List.of());
    return found.isEmpty() ? "" : found.getFirst();
  }

  /** Fields as forms and queries spell them. */
  static Map<String, List<String>> parse(String encoded) {
    var fields = new HashMap<String, List<String>>();
    int count = 0;
    for (String pair : encoded.split("&")) {
      if (!pair.isEmpty() && count++ < PARAMETERS_MAX) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        try {
          String decoded = URLDecoder.decode(value, StandardCharsets.UTF_8);
          fields
              .computeIfAbsent(
                  URLDecoder.decode(name, StandardCharsets.UTF_8), _ -> new ArrayList<>())
              .add(decoded);
        } catch (IllegalArgumentException e) {
          // a broken escape: the pair says nothing
        }
      }
    }
    return new LinkedHashMap<>(fields);
  }
}
