package org.skep.sanitize;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.skep.url.Url;

/**
 * Foreign HTML to HTML that is safe to show: an allow-list of elements and attributes, written so
 * plainly that every parser reads it alike (tags with double-quoted attributes, escaped text,
 * nothing else). No scripts, styles, forms, frames, foreign namespaces; addresses only http, https,
 * mailto and tel, and small images in the address itself.
 *
 * <p>What is written is read again until it no longer changes, so {@code sanitize(sanitize(x))}
 * equals {@code sanitize(x)} by construction; what never settles becomes plain text. Raw HTML is
 * what the store keeps: this runs when something is shown.
 *
 * <p>Safe for many threads. Two parses of the input as a rule; bounded by {@link #CHARS_MAX},
 * {@link #NODES_MAX} and a depth of 512.
 */
public final class Sanitizer {
  /** Longer input is cut. */
  public static final int CHARS_MAX = 5_000_000;

  /** Later nodes are left out. */
  public static final int NODES_MAX = 200_000;

  private static final int DEPTH_MAX = 512;
  private static final int ROUNDS_MAX = 5;

  private final SafeTags tags = new SafeTags();

  /** Sanitises; relative links stay relative. */
  public String sanitize(String html) {
    return sanitize(html, null);
  }

  /**
   * Sanitises; relative links are resolved against the address of the page they were printed on.
   */
  public String sanitize(String html, @Nullable Url base) {
    String input = html.length() > CHARS_MAX ? html.substring(0, CHARS_MAX) : html;
    String before = write(input, base);
    for (int round = 1; round < ROUNDS_MAX; round++) {
      String after = write(before, base);
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
    return plainText(input);
  }

  private String write(String html, @Nullable Url base) {
    var writer = new SafeWriter(tags, base);
    parse(html).body().childNodes().forEach(writer::write);
    return writer.html();
  }

  private static String plainText(String html) {
    var out = new StringBuilder("<p>");
    SafeWriter.escape(parse(html).text(), out);
    return out.append("</p>").toString();
  }

  private static Document parse(String html) {
    Parser parser = Parser.htmlParser().setMaxDepth(DEPTH_MAX);
    return parser.parseInput("<body>" + html, "");
  }
}
