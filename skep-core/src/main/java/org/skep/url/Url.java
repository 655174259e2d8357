package org.skep.url;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address as browsers read it: the WHATWG URL Standard (living, read in 2026), not RFC 3986.
 *
 * <p>Immutable and safe to share. Parsing is linear in the length of the input and never throws;
 * the only outcome besides a URL is "no URL". {@link #href()} parsed again gives an equal URL.
 *
 * @param scheme lower case, without the colon
 * @param username percent-encoded, usually empty
 * @param password percent-encoded, usually empty
 * @param host an ASCII name, a dotted IPv4 or an IPv6 in brackets; empty for {@code file:///};
 *     {@code null} where the scheme has none ({@code mailto:})
 * @param port -1 when it is the scheme's default or not stated
 * @param path begins with a slash, except for an opaque one ({@code mailto:a@b})
 * @param query without its question mark; {@code null} when there was no question mark
 * @param fragment without its hash sign; {@code null} when there was none
 */
public record Url(
    String scheme,
    String username,
    String password,
    @Nullable String host,
    int port,
    String path,
    @Nullable String query,
    @Nullable String fragment) {

  /** Reads an absolute address. */
  public static Optional<Url> parse(String input) {
    return parse(input, null);
  }

  /**
   * Reads an address that may be relative to a base; without a base only absolute ones are read.
   */
  public static Optional<Url> parse(String input, @Nullable Url base) {
    return new UrlParser(input, base).parse();
  }

  /**
   * The standard spelling of an address, relative to a base or not; empty when it is none. The same
   * as parsing it and asking for {@link #href}, and much cheaper for what needs no change.
   */
  public static Optional<String> href(String input, @Nullable Url base) {
    return StandardSpelling.has(input) ? Optional.of(input) : parse(input, base).map(Url::href);
  }

  /** Resolves a link as printed against the address of the page that prints it. */
  public static Optional<String> resolve(String link, String base) {
    return StandardSpelling.has(link)
        ? Optional.of(link)
        : parse(link, parse(base).orElse(null)).map(Url::href);
  }

  /** The whole address in its standard spelling. */
  public String href() {
    var out = new StringBuilder(scheme).append(':');
    if (host != null) {
      out.append("//");
      if (hasUserinfo()) {
        out.append(username);
        if (!password.isEmpty()) {
          out.append(':').append(password);
        }
        out.append('@');
      }
      out.append(authority());
    } else if (path.startsWith("//")) {
      out.append("/."); // or the path would read as a host
    }
    out.append(requestTarget());
    if (fragment != null) {
      out.append('#').append(fragment);
    }
    return out.toString();
  }

  /** The spelling under which two addresses of one page are equal; see {@link UrlIdentity}. */
  public String normalized() {
    return UrlIdentity.of(this);
  }

  /** Who is behind this address: the registrable domain; see {@link HostKey}. */
  public String hostKey() {
    return HostKey.of(this);
  }

  /** Host and port as a Host header prints them; empty when there is no host. */
  public String authority() {
    return host == null ? "" : port < 0 ? host : host + ":" + port;
  }

  /** What goes on the request line: path and query, never the fragment. */
  public String requestTarget() {
    return query == null ? path : path + "?" + query;
  }

  /** Scheme, host and port; two addresses of one origin may share credentials. */
  public String origin() {
    return scheme + "://" + authority();
  }

  /** The port to connect to, or -1 when the scheme has no default. */
  public int effectivePort() {
    return port >= 0 ? port : UrlParser.defaultPort(scheme);
  }

  public boolean isHttp() {
    return scheme.equals("http") || scheme.equals("https");
  }

  public boolean hasUserinfo() {
    return !username.isEmpty() || !password.isEmpty();
  }

  /** The same address without the part that only the reader's side knows. */
  public Url withoutFragment() {
    return new Url(scheme, username, password, host, port, path, query, null);
  }

  /** The same address without name and password: the only form that may be shown or logged. */
  public Url withoutUserinfo() {
    return new Url(scheme, "", "", host, port, path, query, fragment);
  }

  /** The same address with the name and password of the other. */
  public Url withUserinfo(Url other) {
    return new Url(scheme, other.username, other.password, host, port, path, query, fragment);
  }

  @Override
  public String toString() {
    return (hasUserinfo() ? withoutUserinfo() : this).href();
  }
}
