package org.skep.extract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.skep.charset.Decoded;
import org.skep.html.Element;
import org.skep.html.Html;
import org.skep.model.Page;

/**
 * Bytes to a DOM, or a refusal with its evidence. Bounded by {@link #PAGE_BYTES_MAX} and {@link
 * #TAGS_MAX}, checked before the tree is built.
 */
final class PageParser {
  /** Larger pages are refused; the largest article of the development pages has 3.4 MB. */
  static final int PAGE_BYTES_MAX = 5 << 20;

  /** More start tags than this are refused. */
  static final int TAGS_MAX = 200_000;

  /** What became of the bytes. */
  sealed interface Parsed {
    record Html(Element root) implements Parsed {}

    record Text(String text) implements Parsed {}

    record Refused(Extraction.Reason reason, String evidence) implements Parsed {}
  }

  private PageParser() {}

  static Parsed parse(Page page) {
    byte[] body = page.body();
    if (body.length > PAGE_BYTES_MAX) {
      return new Parsed.Refused(
          Extraction.Reason.TOO_LARGE, body.length + " bytes; the limit is " + PAGE_BYTES_MAX);
    }
    String type = page.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
    String foreign = foreignKind(body, type);
    if (!foreign.isEmpty()) {
      return new Parsed.Refused(Extraction.Reason.NOT_HTML, foreign);
    }
    String text = Decoded.html(body, type.isEmpty() ? null : type).text();
    if (isPlainText(text, type, page.url())) {
      return new Parsed.Text(text);
    }
    return parseHtml(text);
  }

  static Parsed parseHtml(String html) {
    int tags = html.length() <= 2 * TAGS_MAX ? 0 : countTags(html); // a tag has two characters
    return tags > TAGS_MAX
        ? new Parsed.Refused(
            Extraction.Reason.TOO_LARGE, tags + " elements; the limit is " + TAGS_MAX)
        : new Parsed.Html(Html.parse(html));
  }

  /** What the bytes are when they cannot be a page; empty when they can. */
  private static String foreignKind(byte[] body, String type) {
    String head = new String(body, 0, Math.min(body.length, 512), StandardCharsets.ISO_8859_1);
    if (head.startsWith("%PDF")) {
      return "a PDF document";
    }
    if (head.startsWith("\u0089PNG")
        || head.startsWith("GIF8")
        || head.startsWith("\u00ff\u00d8\u00ff")) {
      return "an image";
    }
    if (head.startsWith("PK\u0003\u0004") || head.startsWith("\u001f\u008b")) {
      return "a compressed file";
    }
    boolean wide =
        head.startsWith("\u00ff\u00fe")
            || head.startsWith("\u00fe\u00ff")
            || type.contains("utf-16");
    if (!wide && head.indexOf('\0') >= 0 && head.chars().filter(c -> c == 0).count() > 3) {
      return "binary data";
    }
    if (type.startsWith("image/") || type.startsWith("video/") || type.startsWith("audio/")) {
      return "content-type " + type;
    }
    String begin = head.stripLeading();
    if ((begin.startsWith("<?xml") && (head.contains("<rss") || head.contains("<feed")))
        || begin.startsWith("<rss")) {
      return "a feed";
    }
    return "";
  }

  private static boolean isPlainText(String text, String type, String url) {
    if (type.startsWith("text/html") || type.contains("xhtml")) {
      return false;
    }
    if (type.startsWith("text/plain") || (type.isEmpty() && url.endsWith(".txt"))) {
      return true;
    }
    return type.isEmpty() && countTags(text) == 0;
  }

  private static int countTags(String text) {
    int tags = 0;
    int at = text.indexOf('<');
    while (at >= 0 && at + 1 < text.length()) {
      char c = text.charAt(at + 1);
      tags += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? 1 : 0;
      at = text.indexOf('<', at + 1);
    }
    return tags;
  }
}
