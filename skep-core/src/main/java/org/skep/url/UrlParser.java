package org.skep.url;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.url.PercentEncoding.Set;

/**
 * The basic URL parser of the URL Standard, section 4.4, state by state so that it can be read
 * beside it. One parser reads one address; linear time.
 */
final class UrlParser {
  private static final int END = -1;

  private enum State {
    SCHEME_START,
    SCHEME,
    NO_SCHEME,
    SPECIAL_RELATIVE_OR_AUTHORITY,
    PATH_OR_AUTHORITY,
    RELATIVE,
    RELATIVE_SLASH,
    SPECIAL_AUTHORITY_SLASHES,
    SPECIAL_AUTHORITY_IGNORE_SLASHES,
    AUTHORITY,
    HOST,
    PORT,
    FILE,
    FILE_SLASH,
    FILE_HOST,
    PATH_START,
    PATH,
    OPAQUE_PATH,
    QUERY,
    FRAGMENT,
    FAILURE
  }

  private final int[] input;
  private final @Nullable Url base;
  private int pointer;
  private final StringBuilder buffer = new StringBuilder();
  private boolean atSignSeen;
  private boolean insideBrackets;
  private boolean passwordTokenSeen;

  private String scheme = "";
  private final StringBuilder username = new StringBuilder();
  private final StringBuilder password = new StringBuilder();
  private @Nullable String host;
  private int port = -1;
  private List<String> path = new ArrayList<>();
  private @Nullable StringBuilder opaquePath;
  private @Nullable String query;
  private @Nullable StringBuilder fragment;

  UrlParser(String text, @Nullable Url base) {
    this.input = clean(text);
    this.base = base;
  }

  /** Controls and blanks around an address are dropped, tabs and line ends inside too. */
  private static int[] clean(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && text.charAt(begin) <= ' ') {
      begin++;
    }
    while (end > begin && text.charAt(end - 1) <= ' ') {
      end--;
    }
    int[] clean = new int[end - begin];
    int count = 0;
    for (int i = begin; i < end; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c != '\t' && c != '\n' && c != '\r') {
        clean[count++] = c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c;
      }
    }
    return Arrays.copyOf(clean, count);
  }

  Optional<Url> parse() {
    State state = State.SCHEME_START;
    for (; pointer <= input.length; pointer++) {
      state = step(state, pointer < input.length ? input[pointer] : END);
      if (state == State.FAILURE) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Url(
            scheme,
            username.toString(),
            password.toString(),
            host,
            port,
            opaquePath != null ? opaquePath.toString() : join(path),
            query,
            fragment == null ? null : fragment.toString()));
  }

  private State step(State state, int c) {
    return switch (state) {
      case SCHEME_START -> schemeStart(c);
      case SCHEME -> scheme(c);
      case NO_SCHEME -> noScheme(c);
      case SPECIAL_RELATIVE_OR_AUTHORITY -> specialRelativeOrAuthority(c);
      case PATH_OR_AUTHORITY -> c == '/' ? State.AUTHORITY : again(State.PATH);
      case RELATIVE -> relative(c);
      case RELATIVE_SLASH -> relativeSlash(c);
      case SPECIAL_AUTHORITY_SLASHES -> specialAuthoritySlashes(c);
      case SPECIAL_AUTHORITY_IGNORE_SLASHES ->
          c == '/' || c == '\\' ? State.SPECIAL_AUTHORITY_IGNORE_SLASHES : again(State.AUTHORITY);
      case AUTHORITY -> authority(c);
      case HOST -> host(c);
      case PORT -> port(c);
      case FILE -> file(c);
      case FILE_SLASH -> fileSlash(c);
      case FILE_HOST -> fileHost(c);
      case PATH_START -> pathStart(c);
      case PATH -> path(c);
      case OPAQUE_PATH -> opaquePath(c);
      case QUERY -> query(c);
      case FRAGMENT -> fragment(c);
      case FAILURE -> State.FAILURE;
    };
  }

  private State schemeStart(int c) {
    if (isAlpha(c)) {
      buffer.append((char) (c | 0x20));
      return State.SCHEME;
    }
    return again(State.NO_SCHEME);
  }

  private State scheme(int c) {
    if (isAlpha(c)) {
      buffer.append((char) (c | 0x20));
      return State.SCHEME;
    }
    if (isDigit(c) || c == '+' || c == '-' || c == '.') {
      buffer.append((char) c);
      return State.SCHEME;
    }
    if (c != ':') {
      buffer.setLength(0);
      pointer = -1; // from the start: what looked like a scheme is a path
      return State.NO_SCHEME;
    }
    scheme = buffer.toString();
    buffer.setLength(0);
    if (scheme.equals("file")) {
      return State.FILE;
    }
    if (isSpecial()) {
      return base != null && base.scheme().equals(scheme)
          ? State.SPECIAL_RELATIVE_OR_AUTHORITY
          : State.SPECIAL_AUTHORITY_SLASHES;
    }
    if (peek(1) == '/') {
      pointer++;
      return State.PATH_OR_AUTHORITY;
    }
    opaquePath = new StringBuilder();
    return State.OPAQUE_PATH;
  }

  private State noScheme(int c) {
    if (base == null) {
      return State.FAILURE;
    }
    if (isOpaque(base)) {
      if (c != '#') {
        return State.FAILURE;
      }
      scheme = base.scheme();
      opaquePath = new StringBuilder(base.path());
      query = base.query();
      return startFragment();
    }
    return again(base.scheme().equals("file") ? State.FILE : State.RELATIVE);
  }

  private State specialRelativeOrAuthority(int c) {
    if (c == '/' && peek(1) == '/') {
      pointer++;
      return State.SPECIAL_AUTHORITY_IGNORE_SLASHES;
    }
    return again(State.RELATIVE);
  }

  private State relative(int c) {
    Url from = requireBase();
    scheme = from.scheme();
    if (c == '/' || (isSpecial() && c == '\\')) {
      return State.RELATIVE_SLASH;
    }
    takeAuthority(from);
    return inheritPath(from, c, true);
  }

  /** The end of the states "relative" and "file": what a query, a fragment or a name keeps. */
  private State inheritPath(Url from, int c, boolean shorten) {
    path = split(from.path());
    query = from.query();
    if (c == '?') {
      query = "";
      return State.QUERY;
    }
    if (c == '#') {
      return startFragment();
    }
    if (c == END) {
      return State.PATH_START; // nothing left to read
    }
    query = null;
    if (shorten) {
      shortenPath();
    } else {
      path.clear();
    }
    return again(State.PATH);
  }

  private State relativeSlash(int c) {
    if (c == '/' || (isSpecial() && c == '\\')) {
      return isSpecial() ? State.SPECIAL_AUTHORITY_IGNORE_SLASHES : State.AUTHORITY;
    }
    takeAuthority(requireBase());
    return again(State.PATH);
  }

  private State specialAuthoritySlashes(int c) {
    if (c == '/' && peek(1) == '/') {
      pointer++;
      return State.SPECIAL_AUTHORITY_IGNORE_SLASHES;
    }
    return again(State.SPECIAL_AUTHORITY_IGNORE_SLASHES);
  }

  private State authority(int c) {
    if (c == '@') {
      if (atSignSeen) {
        buffer.insert(0, "%40");
      }
      atSignSeen = true;
      buffer.codePoints().forEach(this::userinfo);
      buffer.setLength(0);
      return State.AUTHORITY;
    }
    if (endsAuthority(c)) {
      if (atSignSeen && buffer.isEmpty()) {
        return State.FAILURE;
      }
      pointer -= buffer.codePointCount(0, buffer.length()) + 1;
      buffer.setLength(0);
      return State.HOST;
    }
    buffer.appendCodePoint(c);
    return State.AUTHORITY;
  }

  private void userinfo(int c) {
    if (c == ':' && !passwordTokenSeen) {
      passwordTokenSeen = true;
    } else {
      PercentEncoding.append(passwordTokenSeen ? password : username, c, Set.USERINFO);
    }
  }

  private State host(int c) {
    if (c == ':' && !insideBrackets) {
      return !buffer.isEmpty() && takeHost() ? State.PORT : State.FAILURE;
    }
    if (endsAuthority(c)) {
      if (isSpecial() && buffer.isEmpty()) {
        return State.FAILURE;
      }
      return takeHost() ? again(State.PATH_START) : State.FAILURE;
    }
    if (c == '[') {
      insideBrackets = true;
    } else if (c == ']') {
      insideBrackets = false;
    }
    buffer.appendCodePoint(c);
    return State.HOST;
  }

  private boolean takeHost() {
    host = Host.parse(buffer.toString(), isSpecial());
    buffer.setLength(0);
    return host != null;
  }

  private State port(int c) {
    if (isDigit(c)) {
      buffer.append((char) c);
      return State.PORT;
    }
    if (!endsAuthority(c)) {
      return State.FAILURE;
    }
    if (!buffer.isEmpty()) {
      long value = 0;
      for (int i = 0; i < buffer.length() && value <= 65535; i++) {
        value = value * 10 + buffer.charAt(i) - '0';
      }
      if (value > 65535) {
        return State.FAILURE;
      }
      port = value == defaultPort(scheme) ? -1 : (int) value;
      buffer.setLength(0);
    }
    return again(State.PATH_START);
  }

  private State file(int c) {
    scheme = "file";
    host = "";
    if (c == '/' || c == '\\') {
      return State.FILE_SLASH;
    }
    if (base != null && base.scheme().equals("file")) {
      host = base.host();
      return inheritPath(base, c, !startsWithDriveLetter());
    }
    return again(State.PATH);
  }

  private State fileSlash(int c) {
    if (c == '/' || c == '\\') {
      return State.FILE_HOST;
    }
    if (base != null && base.scheme().equals("file")) {
      host = base.host();
      List<String> inherited = split(base.path());
      if (!startsWithDriveLetter()
          && !inherited.isEmpty()
          && isNormalDriveLetter(inherited.getFirst())) {
        path.add(inherited.getFirst());
      }
    }
    return again(State.PATH);
  }

  private State fileHost(int c) {
    if (c != END && c != '/' && c != '\\' && c != '?' && c != '#') {
      buffer.appendCodePoint(c);
      return State.FILE_HOST;
    }
    if (isDriveLetter(buffer)) {
      return again(State.PATH); // the buffer stays: it is the path's first segment
    }
    if (!buffer.isEmpty()) {
      if (!takeHost()) {
        return State.FAILURE;
      }
      if ("localhost".equals(host)) {
        host = "";
      }
    }
    return again(State.PATH_START);
  }

  private State pathStart(int c) {
    if (isSpecial()) {
      return c == '/' || c == '\\' ? State.PATH : again(State.PATH);
    }
    if (c == '?') {
      query = "";
      return State.QUERY;
    }
    if (c == '#') {
      return startFragment();
    }
    return c == '/' || c == END ? State.PATH : again(State.PATH);
  }

  private State path(int c) {
    boolean slash = c == '/' || (isSpecial() && c == '\\');
    if (c != END && !slash && c != '?' && c != '#') {
      PercentEncoding.append(buffer, c, Set.PATH);
      return State.PATH;
    }
    String segment = buffer.toString();
    buffer.setLength(0);
    if (isDoubleDot(segment)) {
      shortenPath();
      if (!slash) {
        path.add("");
      }
    } else if (isSingleDot(segment)) {
      if (!slash) {
        path.add("");
      }
    } else {
      if (scheme.equals("file") && path.isEmpty() && isDriveLetter(segment)) {
        segment = segment.charAt(0) + ":";
      }
      path.add(segment);
    }
    if (c == '?') {
      query = "";
      return State.QUERY;
    }
    return c == '#' ? startFragment() : State.PATH;
  }

  private State opaquePath(int c) {
    StringBuilder out = java.util.Objects.requireNonNull(opaquePath);
    if (c == '?') {
      query = "";
      return State.QUERY;
    }
    if (c == '#') {
      return startFragment();
    }
    if (c == ' ' && (peek(1) == '?' || peek(1) == '#')) {
      out.append("%20");
    } else if (c != END) {
      PercentEncoding.append(out, c, Set.CONTROL);
    }
    return State.OPAQUE_PATH;
  }

  private State query(int c) {
    if (c != END && c != '#') {
      PercentEncoding.append(buffer, c, isSpecial() ? Set.SPECIAL_QUERY : Set.QUERY);
      return State.QUERY;
    }
    query = buffer.toString();
    buffer.setLength(0);
    return c == '#' ? startFragment() : State.QUERY;
  }

  private State fragment(int c) {
    if (c != END) {
      PercentEncoding.append(java.util.Objects.requireNonNull(fragment), c, Set.FRAGMENT);
    }
    return State.FRAGMENT;
  }

  private State startFragment() {
    fragment = new StringBuilder();
    return State.FRAGMENT;
  }

  /** Reads the same character again in another state. */
  private State again(State state) {
    pointer--;
    return state;
  }

  private int peek(int ahead) {
    return pointer + ahead < input.length ? input[pointer + ahead] : END;
  }

  private Url requireBase() {
    return java.util.Objects.requireNonNull(base, "a relative state without a base");
  }

  private void takeAuthority(Url from) {
    username.append(from.username());
    password.append(from.password());
    host = from.host();
    port = from.port();
  }

  private boolean endsAuthority(int c) {
    return c == END || c == '/' || c == '?' || c == '#' || (isSpecial() && c == '\\');
  }

  private void shortenPath() {
    if (scheme.equals("file") && path.size() == 1 && isNormalDriveLetter(path.getFirst())) {
      return;
    }
    if (!path.isEmpty()) {
      path.removeLast();
    }
  }

  private boolean startsWithDriveLetter() {
    int third = peek(2);
    return isAlpha(peek(0))
        && (peek(1) == ':' || peek(1) == '|')
        && (third == END || third == '/' || third == '\\' || third == '?' || third == '#');
  }

  private static boolean isDriveLetter(CharSequence text) {
    return text.length() == 2
        && isAlpha(text.charAt(0))
        && (text.charAt(1) == ':' || text.charAt(1) == '|');
  }

  private static boolean isNormalDriveLetter(String text) {
    return isDriveLetter(text) && text.charAt(1) == ':';
  }

  private static boolean isSingleDot(String segment) {
    return segment.equals(".") || segment.equalsIgnoreCase("%2e");
  }

  private static boolean isDoubleDot(String segment) {
    return switch (segment.length()) {
      case 2 -> segment.equals("..");
      case 4 -> segment.equalsIgnoreCase(".%2e") || segment.equalsIgnoreCase("%2e.");
      case 6 -> segment.equalsIgnoreCase("%2e%2e");
      default -> false;
    };
  }

  private static List<String> split(String path) {
    return path.isEmpty()
        ? new ArrayList<>()
        : new ArrayList<>(List.of(path.substring(1).split("/", -1)));
  }

  private static String join(List<String> path) {
    return path.isEmpty() ? "" : "/" + String.join("/", path);
  }

  private static boolean isOpaque(Url url) {
    return url.host() == null && !url.path().startsWith("/") && !isSpecial(url.scheme());
  }

  private boolean isSpecial() {
    return isSpecial(scheme);
  }

  static boolean isSpecial(String scheme) {
    return switch (scheme) {
      case "http", "https", "ws", "wss", "ftp", "file" -> true;
      default -> false;
    };
  }

  static int defaultPort(String scheme) {
    return switch (scheme) {
      case "http", "ws" -> 80;
      case "https", "wss" -> 443;
      case "ftp" -> 21;
      default -> -1;
    };
  }

  private static boolean isAlpha(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
