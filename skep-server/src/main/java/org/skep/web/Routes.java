package org.skep.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every address of the program in one place, one line each: {@code /story/{id}}. A placeholder
 * matches one segment, {@code {format}} one of rss, atom and json. The first match wins.
 */
final class Routes {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

  private final List<Route> routes = new ArrayList<>();

  /** What answers a visit. */
  interface Page {
    Answer answer(Visit visit);
  }

  /** One line of the table. */
  record Route(String method, String pattern, Pattern regex, List<String> names, Page page) {}

  /** A page and the visit with the placeholders filled in. */
  record Found(String pattern, Page page, Visit visit) {}

  Routes get(String pattern, Page page) {
    return add("GET", pattern, page);
  }

  Routes post(String pattern, Page page) {
    return add("POST", pattern, page);
  }

  private Routes add(String method, String pattern, Page page) {
    var names = new ArrayList<String>();
    var regex = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(pattern);
    int at = 0;
    while (matcher.find()) {
      regex.append(Pattern.quote(pattern.substring(at, matcher.start())));
      names.add(matcher.group(1));
      regex.append(matcher.group(1).equals("format") ? "(rss|atom|json)" : "([^/]+)");
      at = matcher.end();
    }
    regex.append(Pattern.quote(pattern.substring(at)));
    routes.add(
        new Route(method, pattern, Pattern.compile(regex.toString()), List.copyOf(names), page));
    return this;
  }

  /** The table, for the tests that go through all of it. */
  List<Route> all() {
    return List.copyOf(routes);
  }

  /** The page of this visit. */
  Optional<Found> find(Visit visit) {
    String method = visit.method().equals("HEAD") ? "GET" : visit.method();
    for (Route route : routes) {
      Matcher matcher = route.regex().matcher(visit.path());
      if (route.method().equals(method) && matcher.matches()) {
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < route.names().size(); i++) {
          parts.put(route.names().get(i), matcher.group(i + 1));
        }
        return Optional.of(
            new Found(route.pattern(), route.page(), visit.at(new LinkedHashMap<>(parts))));
      }
    }
    return Optional.empty();
  }

  /** Whether another method would find something here. */
  boolean knows(String path) {
    return routes.stream().anyMatch(route -> route.regex().matcher(path).matches());
  }
}
