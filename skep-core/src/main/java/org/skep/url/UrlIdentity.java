package org.skep.url;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The spelling of an address under which two links to one page are equal: no fragment, no tracking
 * and session parameters, parameters sorted by name, escapes in one form, single slashes, no
 * userinfo, no trailing dot of the host. It identifies; it is not meant to be fetched.
 *
 * <p>Pure; linear but for the sort. Normalising twice changes nothing. After crawler-commons'
 * BasicURLNormalizer and courlan; where they disagree (names in Unicode), ASCII wins.
 */
public final class UrlIdentity {
  private static final TrackingParameters TRACKING = new TrackingParameters();

  /** Two slashes are one, except in an address inside the path ({@code /web/2013/https://…}). */
  private static final Pattern SLASHES = Pattern.compile("(?<!:)/{2,}");

  /** An archive's copy of a home page: with and without the last slash it is the same. */
  private static final Pattern BARE_HOST_INSIDE = Pattern.compile("://[^/]+/$");

  private static final Pattern SESSION =
      Pattern.compile(";jsessionid=[^/;]*", Pattern.CASE_INSENSITIVE);

  /** {@code host.tld/…}: an address printed without its scheme. */
  private static final Pattern BARE =
      Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)+(:\\d+)?([/?#].*)?");

  /**
   * What the URL standard refuses as a name cannot be fetched, but two feeds that list it list the
   * same thing: it is an identity when it is spelled harmlessly.
   */
  private static final Pattern UNREADABLE_NAME =
      Pattern.compile(
          "(https?)://([\\p{L}\\p{N}._-]+)(:\\d+)?([/?#].*)?", Pattern.CASE_INSENSITIVE);

  private static final int ROUNDS_MAX = 4;

  private UrlIdentity() {}

  static String of(Url url) {
    String path = path(url);
    String query = url.query() == null ? "" : query(url.query());
    var out = new StringBuilder(url.scheme()).append(':');
    if (url.host() != null) {
      out.append("//").append(host(url.host()));
      if (url.port() >= 0) {
        out.append(':').append(url.port());
      }
    }
    out.append(path);
    return query.isEmpty() ? out.toString() : out.append('?').append(query).toString();
  }

  /**
   * The identity of a link as people and feeds print it: with blanks, markup rests or a sharing
   * service around it, or without a scheme. Empty when there is no address in it.
   */
  public static Optional<String> of(String printed) {
    Optional<String> identity = once(printed);
    for (int i = 1; i < ROUNDS_MAX && identity.filter(UrlIdentity::mayChange).isPresent(); i++) {
      identity = identity.flatMap(UrlIdentity::once);
    }
    return identity;
  }

  /**
   * What an odd spelling hid in the first round: a second address in the path, a step upwards that
   * a session or an ampersand stood behind.
   */
  private static boolean mayChange(String identity) {
    return PrintedLink.isGlued(identity) || identity.contains("/.");
  }

  private static Optional<String> once(String printed) {
    String link = PrintedLink.clean(printed);
    Optional<Url> url = Url.parse(link);
    if (url.isEmpty() && BARE.matcher(link).matches()) {
      url = Url.parse("http://" + link);
    }
    if (url.isEmpty()) {
      return unreadableName(link);
    }
    return url.map(UrlIdentity::of);
  }

  private static Optional<String> unreadableName(String link) {
    var match = UNREADABLE_NAME.matcher(link);
    if (!match.matches()) {
      return Optional.empty();
    }
    return Url.parse("http://x" + (match.group(4) == null ? "/" : match.group(4)))
        .map(rest -> {
          String tail = of(rest).substring("http://x".length());
          String port = match.group(3) == null ? "" : match.group(3);
          return (match.group(1) + "://" + match.group(2)).toLowerCase(Locale.ROOT) + port + tail;
        });
  }

  private static String host(String host) {
    boolean rooted = host.endsWith(".") && !host.equals(".") && !host.endsWith("..");
    return rooted ? host.substring(0, host.length() - 1) : host;
  }

  private static String path(Url url) {
    if (!url.path().startsWith("/")) {
      return url.path();
    }
    String path = SESSION.matcher(escapes(url.path())).replaceAll("");
    path = SLASHES.matcher(path).replaceAll("/");
    if (BARE_HOST_INSIDE.matcher(path).find()) {
      path = path.substring(0, path.length() - 1);
    }
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '&') {
      end--;
    }
    return path.substring(0, end);
  }

  private static String query(String query) {
    List<String> kept = new ArrayList<>();
    for (String parameter : query.split("&")) {
      String name = name(parameter);
      if (!name.isEmpty() && !TRACKING.has(PercentEncoding.decode(name))) {
        String plain = escapes(parameter);
        boolean noValue = plain.length() == name(plain).length() + 1;
        kept.add(noValue ? name(plain) : plain);
      }
    }
    kept.sort(
        Comparator.comparing(UrlIdentity::name)); // stable: values of one name keep their order
    return String.join("&", kept);
  }

  private static String name(String parameter) {
    int equals = parameter.indexOf('=');
    return equals < 0 ? parameter : parameter.substring(0, equals);
  }

  /** One spelling of each escape: letters and digits bare, the rest in upper case. */
  private static String escapes(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int escaped = c == '%' ? PercentEncoding.escape(text, i) : -1;
      if (escaped >= 0) {
        i += 2;
      }
      if (escaped >= 0 ? !isUnreserved(escaped) : c == '%' || "[]^`{|}\\".indexOf(c) >= 0) {
        PercentEncoding.appendByte(out, escaped >= 0 ? escaped : c);
      } else {
        out.append(escaped >= 0 ? (char) escaped : c);
      }
    }
    return out.toString();
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
