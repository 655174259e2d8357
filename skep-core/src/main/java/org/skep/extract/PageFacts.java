package org.skep.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.skep.model.Page;
import org.skep.model.Stated;

/** What the page declares about its article, read before anything is cut. */
final class PageFacts {
  private static final Pattern TDM = Pattern.compile("noarchive|nosnippet|noindex|noai");
  final String url;
  final String host;
  final JsonLd jsonLd;
  final MetaTags meta;
  final String windowTitle;
  final @Nullable String publisher;
  final List<String> sites;
  final List<String> titles;
  private final Layout layout;
  private final Page page;

  PageFacts(Page page, Document document, Layout layout) {
    this.page = page;
    this.layout = layout;
    this.url = page.url();
    this.host = hostOf(url);
    this.jsonLd = JsonLd.read(layout.described());
    this.meta = MetaTags.read(layout.described());
    this.windowTitle = document.title();
    List<String> publishers = jsonLd.names("publisher");
    String siteName = meta.first("og:site_name", "application-name");
    this.publisher = publishers.isEmpty() ? siteName : publishers.getFirst();
    this.sites = new ArrayList<>(publishers);
    if (siteName != null) {
      sites.add(siteName);
    }
    if (!host.isEmpty()) {
      sites.add(host);
      sites.add(host.split("\\.")[0]);
    }
    this.titles = Titles.declared(jsonLd, meta, windowTitle, sites);
  }

  Hints hints() {
    String body = jsonLd.articleText("articleBody");
    return new Hints(
        layout.blocks(), titles, description(), body == null ? null : Titles.unescape(body));
  }

  @Nullable String description() {
    return meta.first("og:description", "description", "twitter:description");
  }

  List<String> byline() {
    var sources = new ArrayList<List<String>>();
    sources.add(jsonLd.names("author"));
    sources.add(jsonLd.names("creator"));
    sources.add(itemprop("author"));
    for (String name :
        new String[] {
          "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"
        }) {
      sources.add(meta.all(name).stream().filter(value -> !value.startsWith("http")).toList());
    }
    sources.add(printedBylines());
    return Bylines.choose(sources, sites);
  }

  private List<String> itemprop(String name) {
    var found = new ArrayList<String>();
    for (Zone zone : layout.zones()) {
      if (zone.element.attr("itemprop").equals(name) && found.size() < 5) {
        found.add(zone.element.text());
      }
    }
    return found;
  }

  private List<String> printedBylines() {
    var found = new ArrayList<String>();
    for (Zone zone : layout.zones()) {
      boolean marked =
          zone.tokens.contains("byline")
              || zone.tokens.contains("author")
              || zone.element.attr("rel").equals("author");
      if (marked && zone.words > 0 && zone.words < 12 && found.isEmpty()) {
        found.add(zone.element.text());
      }
    }
    return found;
  }

  @Nullable Stated published() {
    var values = new ArrayList<String>();
    add(jsonLd.text("datePublished"), values);
    for (String name :
        new String[] {
          "article:published_time",
          "og:article:published_time",
          "og:published_time",
          "datepublished",
          "date",
          "dc.date",
          "dc.date.issued",
          "dcterms.date",
          "dcterms.created",
          "pubdate",
          "publishdate",
          "sailthru.date",
          "parsely-pub-date",
          "publication_date",
          "article.published",
          "cxenseparse:recs:publishtime"
        }) {
      add(meta.first(name), values);
    }
    for (Zone zone : layout.zones()) {
      if (zone.tag.equals("time") || zone.element.hasAttr("itemprop")) {
        String prop = zone.element.attr("itemprop").toLowerCase(Locale.ROOT);
        if (zone.tag.equals("time") || prop.equals("datepublished")) {
          add(zone.element.attr("datetime"), values);
          add(zone.element.attr("content"), values);
        }
      }
    }
    Stated stated = PublicationDates.first(values);
    return stated == null ? PublicationDates.fromUrl(url) : stated;
  }

  @Nullable Stated modified() {
    var values = new ArrayList<String>();
    add(jsonLd.text("dateModified"), values);
    add(
        meta.first("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
        values);
    return PublicationDates.first(values);
  }

  private static void add(@Nullable String value, List<String> into) {
    if (value != null && !value.isBlank()) {
      into.add(value);
    }
  }

  @Nullable String image() {
    String image = jsonLd.image();
    String address = image == null ? meta.first("og:image", "twitter:image") : image;
    return address == null ? null : resolve(address);
  }

  /** The canonical address when it lies on the page's own site. */
  String address() {
    String canonical = canonical();
    return canonical != null && hostOf(canonical).equals(host) ? canonical : url;
  }

  @Nullable String canonical() {
    String link = meta.link("canonical");
    String address = link == null ? meta.first("og:url") : link;
    return address == null ? null : resolve(address);
  }

  @Nullable String resolve(String href) {
    try {
      URI target = URI.create(url).resolve(href.strip().replace(" ", "%20"));
      return target.isAbsolute() ? target.toString() : null;
    } catch (IllegalArgumentException e) {
      return null; // no address at all
    }
  }

  List<String> reserved() {
    var reserved = new ArrayList<String>();
    String robots =
        String.join(",", meta.all("robots"))
            + ","
            + page.headers().getOrDefault("x-robots-tag", "");
    var found = TDM.matcher(robots.toLowerCase(Locale.ROOT));
    while (found.find()) {
      if (!reserved.contains(found.group())) {
        reserved.add(found.group());
      }
    }
    boolean tdm =
        "1".equals(meta.first("tdm-reservation"))
            || "1".equals(page.headers().getOrDefault("tdm-reservation", ""));
    if (tdm) {
      reserved.add("tdm");
    }
    return reserved;
  }

  static String hostOf(String url) {
    int begin = url.indexOf("://");
    if (begin < 0) {
      return "";
    }
    int end = begin + 3;
    while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String host = url.substring(begin + 3, end).toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
