package org.skep.extract;

import java.util.Set;

/**
 * Addresses of pages about an author ("/autoren/jane-roe", "?author=7"), told by a segment of the
 * path. A page has hundreds of links; looking at each segment's first letter settles nearly all.
 */
final class AuthorPages {
  private static final Set<String> SEGMENTS = Set.copyOf(Phrases.lines("author-pages.txt"));
  private static final String QUERY = "author=";
  private static final int CHARS_MAX =
      SEGMENTS.stream().mapToInt(String::length).max().orElseThrow();

  /** The first letters of all segments, as bits. */
  private static final int LETTERS =
      SEGMENTS.stream()
          .mapToInt(segment -> 1 << (segment.charAt(0) - 'a'))
          .reduce(0, (a, b) -> a | b);

  private AuthorPages() {}

  /** Whether the address is that of an author's page; it must name somebody. */
  static boolean isOne(String href) {
    int slash = href.indexOf('/');
    while (slash >= 0) {
      int next = href.indexOf('/', slash + 1);
      if (next >= 0
          && isLetter(href.charAt(slash + 1))
          && next - slash - 1 <= CHARS_MAX
          && names(href, next + 1)
          && SEGMENTS.contains(href.substring(slash + 1, next))) {
        return true;
      }
      slash = next;
    }
    int query = href.indexOf(QUERY);
    while (query > 0 && href.charAt(query - 1) != '?' && href.charAt(query - 1) != '&') {
      query = href.indexOf(QUERY, query + 1);
    }
    return query > 0;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' && (LETTERS & (1 << (c - 'a'))) != 0;
  }

  private static boolean names(String href, int at) {
    return at < href.length() && "/?#".indexOf(href.charAt(at)) < 0;
  }
}
