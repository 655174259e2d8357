package org.skep.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.xml.XmlDocument;
import org.skep.xml.XmlElement;

/**
 * Reads feeds of every format: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, CDF.
 * Broken ones are healed where browsers and feedparser heal them, and what was healed is a warning.
 * What is no feed gives a {@link FeedException} that says what it is.
 *
 * <p>Pure and thread-safe. Linear in the length; at most {@link #BYTES_MAX} decoded bytes and
 * {@link #ENTRIES_MAX} entries. About 1 ms for a feed of 50 KB.
 */
public final class FeedReader {
  public static final int BYTES_MAX = 16 * 1024 * 1024;
  public static final int ENTRIES_MAX = 2_000;

  private FeedReader() {}

  /**
   * Reads a feed.
   *
   * @param body as fetched, content encoding undone; gzip is undone here too
   * @param contentType the header, for its charset; {@code null} when there was none
   * @param baseUrl where the body came from; empty when unknown
   */
  public static ParsedFeed read(byte[] body, @Nullable String contentType, String baseUrl)
      throws FeedException {
    return readResponse(
        body, contentType == null ? Map.of() : Map.of("content-type", contentType), baseUrl);
  }

  /**
   * Reads a feed as a server sent it. Of the headers, the charset, {@code Content-Location} (the
   * base of relative addresses), {@code Content-Language} and {@code Link} (hub and self) count;
   * what the document says itself goes before the last two.
   *
   * @param headers names in any case
   * @param url where the body came from, after redirects
   */
  public static ParsedFeed readResponse(byte[] body, Map<String, String> headers, String url)
      throws FeedException {
    var known = FeedHeaders.of(headers, url);
    FeedSource source = FeedSource.of(body, known.contentType());
    return source.isJson()
        ? JsonFeedReader.read(source, known)
        : read(XmlDocument.read(source.text()), source, known);
  }

  static ParsedFeed read(XmlDocument document, FeedSource source, FeedHeaders headers)
      throws FeedException {
    XmlElement root = document.root();
    FeedFormat format = root == null ? null : format(root);
    if (root == null || format == null) {
      return embedded(document, source, headers);
    }
    var warnings = new ArrayList<>(source.warnings());
    warnings.addAll(document.healed());
    return new XmlFeedReader(root, format, warnings).read(headers.context(), headers);
  }

  /** A page of PHP errors may have the feed further down; a page without one is no feed. */
  private static ParsedFeed embedded(XmlDocument document, FeedSource source, FeedHeaders headers)
      throws FeedException {
    for (String tag : List.of("<rss", "<feed", "<rdf:RDF", "<channel")) {
      int at = source.text().indexOf(tag, 1);
      if (at > 0) {
        var inner = XmlDocument.read(source.text().substring(at));
        XmlElement root = inner.root();
        FeedFormat format = root == null ? null : format(root);
        if (root != null && format != null) {
          var warnings = new ArrayList<>(source.warnings());
          warnings.add("garbage before the document was skipped: " + at + " characters");
          warnings.addAll(inner.healed());
          return new XmlFeedReader(root, format, warnings).read(headers.context(), headers);
        }
      }
    }
    throw NotAFeed.of(document, source.text(), headers.base());
  }

  static @Nullable FeedFormat format(XmlElement root) {
    return switch (root.name().toLowerCase(Locale.ROOT)) {
      case "rss" -> rss(root);
      case "rdf" -> rdf(root);
      case "feed" -> atom(root);
      case "entry" -> FeedFormat.ATOM_10;
      case "channel" -> channel(root);
      default -> null;
    };
  }

  private static FeedFormat rss(XmlElement root) {
    String version = root.attribute("version");
    return switch (version == null ? "" : version.strip()) {
      case "0.90", "0.9" -> FeedFormat.RSS_090;
      case "0.91" -> FeedFormat.RSS_091;
      case "0.92" -> FeedFormat.RSS_092;
      case "0.93" -> FeedFormat.RSS_093;
      case "0.94" -> FeedFormat.RSS_094;
      default ->
          version != null && version.strip().startsWith("2") ? FeedFormat.RSS_20 : FeedFormat.RSS;
    };
  }

  /** The namespace of the channel or the items tells RSS 0.90 from 1.0. */
  private static FeedFormat rdf(XmlElement root) {
    for (XmlElement child : root.children()) {
      if (child.namespace().contains("netscape.com/rdf/simple/0.9")) {
        return FeedFormat.RSS_090;
      }
    }
    String declared = root.attribute("xmlns", "");
    boolean old = declared != null && declared.contains("netscape.com/rdf/simple/0.9");
    return old ? FeedFormat.RSS_090 : FeedFormat.RSS_10;
  }

  private static FeedFormat atom(XmlElement root) {
    String version = root.attribute("version");
    boolean old = root.namespace().contains("purl.org/atom") || "0.3".equals(version);
    return old ? FeedFormat.ATOM_03 : FeedFormat.ATOM_10;
  }

  private static FeedFormat channel(XmlElement root) {
    boolean rss11 = root.namespace().contains("rss1.1") || root.name().equals("Channel");
    return rss11
        ? FeedFormat.RSS_11
        : root.child("title") != null
                && root.attribute("href") == null
                && root.name().equals("channel")
            ? FeedFormat.RSS
            : FeedFormat.CDF;
  }
}
