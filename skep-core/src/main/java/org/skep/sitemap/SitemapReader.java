package org.skep.sitemap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.charset.Decoded;
import org.skep.charset.Unzipped;
import org.skep.date.Dates;
import org.skep.model.Stated;
import org.skep.url.Url;
import org.skep.xml.XmlDocument;
import org.skep.xml.XmlElement;

/**
 * Reads sitemaps: XML in any or no namespace, indexes, news, image and video extensions, plain
 * lists of addresses, gzip. Elements are told by their local names, as half the web declares the
 * wrong namespace. Pure, thread-safe, linear; at most {@link #ENTRIES_MAX} entries.
 */
public final class SitemapReader {
  /** What the protocol allows in one file. */
  public static final int ENTRIES_MAX = 50_000;

  /** Decoded, as for feeds; of a larger one, which the protocol allows, the beginning is read. */
  public static final int BYTES_MAX = 16 << 20;

  private static final int IMAGES_MAX = 10;

  private SitemapReader() {}

  /** Reads a sitemap; empty when the bytes are none. */
  public static Optional<Sitemap> read(byte[] body, @Nullable String contentType, String baseUrl) {
    Decoded decoded = Decoded.xml(unzipped(body), contentType);
    int tag = decoded.text().indexOf('<');
    if (tag < 0) {
      return Optional.of(text(decoded.text())).filter(list -> !list.entries().isEmpty());
    }
    XmlDocument document = XmlDocument.read(decoded.text().substring(tag));
    XmlElement root = document.root();
    boolean is = root != null && (is(root, "urlset") || is(root, "sitemapindex"));
    return is ? Optional.of(of(document, baseUrl, decoded.notes())) : Optional.empty();
  }

  /** One address a line; lines that are none are left out. */
  public static Sitemap text(String text) {
    var entries = new ArrayList<Sitemap.Entry>();
    for (String line : text.lines().limit(ENTRIES_MAX).toList()) {
      String trimmed = line.strip();
      if (trimmed.startsWith("http")) {
        Url.parse(trimmed).filter(Url::isHttp).ifPresent(url -> entries.add(bare(url.href())));
      }
    }
    return new Sitemap(false, entries, List.of());
  }

  private static Sitemap.Entry bare(String url) {
    return new Sitemap.Entry(url, null, null, null, null, null, List.of(), List.of());
  }

  /** A document whose root is {@code urlset} or {@code sitemapindex}. */
  public static Sitemap of(XmlDocument document, String baseUrl, List<String> notes) {
    var warnings = new ArrayList<>(notes);
    warnings.addAll(document.healed());
    XmlElement root = document.root();
    var entries = new ArrayList<Sitemap.Entry>();
    if (root == null) {
      return new Sitemap(false, entries, warnings);
    }
    int dropped = collect(root, Url.parse(baseUrl).orElse(null), entries, 0);
    if (dropped > 0) {
      warnings.add(dropped + " entries were left out: no address, or more than " + ENTRIES_MAX);
    }
    return new Sitemap(is(root, "sitemapindex"), entries, warnings);
  }

  /** Entries never closed hold the next ones: healed documents nest. */
  private static int collect(
      XmlElement parent, @Nullable Url base, List<Sitemap.Entry> entries, int dropped) {
    int left = dropped;
    for (XmlElement child : parent.children()) {
      if (is(child, "url") || is(child, "sitemap")) {
        Sitemap.Entry entry = entries.size() < ENTRIES_MAX ? entry(child, base) : null;
        if (entry == null) {
          left++;
        } else {
          entries.add(entry);
        }
        left = collect(child, base, entries, left);
      }
    }
    return left;
  }

  private static Sitemap.@Nullable Entry entry(XmlElement element, @Nullable Url base) {
    XmlElement loc = element.child("loc");
    String printed = loc == null ? element.hasChildren() ? "" : element.text() : loc.text();
    String url = Url.parse(printed.strip(), base).filter(Url::isHttp).map(Url::href).orElse(null);
    if (url == null || printed.isBlank()) {
      return null;
    }
    var images = new ArrayList<String>();
    XmlElement news = null;
    XmlElement video = null;
    for (XmlElement child : element.children()) {
      if (is(child, "news")) {
        news = child;
      } else if (is(child, "video")) {
        video = child;
      } else if (is(child, "image") && images.size() < IMAGES_MAX) {
        Url.parse(text(child, "loc"), base).map(Url::href).ifPresent(images::add);
      }
    }
    XmlElement publication = news == null ? null : news.child("publication");
    String title = text(news, "title");
    Stated published = date(text(news, "publication_date"));
    return new Sitemap.Entry(
        url,
        date(text(element, "lastmod")),
        orNull(title.isEmpty() ? text(video, "title") : title),
        published == null ? date(text(video, "publication_date")) : published,
        orNull(text(publication, "name")),
        orNull(text(publication, "language")),
        keywords(text(news, "keywords")),
        images);
  }

  private static List<String> keywords(String text) {
    return java.util.Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(k -> !k.isEmpty())
        .toList();
  }

  private static boolean is(XmlElement element, String name) {
    return element.name().toLowerCase(Locale.ROOT).equals(name);
  }

  private static String text(@Nullable XmlElement parent, String name) {
    XmlElement child = parent == null ? null : parent.child(name);
    return child == null ? "" : child.text().strip();
  }

  private static @Nullable Stated date(String text) {
    return Dates.parse(text).orElse(null);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static byte[] unzipped(byte[] body) {
    return Unzipped.isGzip(body) ? Unzipped.of(body, BYTES_MAX).bytes() : body;
  }
}
