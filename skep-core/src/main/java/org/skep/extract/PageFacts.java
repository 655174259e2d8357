package org.skep.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skep.html.Element;
import org.skep.html.Node;
import org.skep.model.Dropped;
import org.skep.model.Page;
import org.skep.url.HostKey;
import org.skep.url.Url;

/** What the page declares about its article, read before anything is cut. */
final class PageFacts {
  private static final Pattern TDM = Pattern.compile("noarchive|nosnippet|noindex|noai");

  private static final int BYLINE_REACH = 9;

  /** "14.01.2025 - von Uwe Kranz", "By Jane Roe and John Doe | 3 May": the names only. */
  private static final Pattern PRINTED_BY =
      Pattern.compile(
          "(?:^|[-–—|·•,.)\\d]\\s*|\\b[Ss]tory"
              + " )(?:By|by|BY|Von|von|VON|Par|par|Por|por|Di|Door|door)\\s*:?\\s+"
              + "((?:\\p{Lu}[\\p{L}.’'-]*\\s?(?:(?:de|van|von|der|den|la|di|da|del|le|el|bin|al|and|und|et|y|e|,|&)\\s)*){2,8})");

  /** Document, html, head, body. */
  private static final int ROOTS = 4;

  final String url;
  final String host;

  /** The host key of the publisher's site. */
  final String outlet;

  final JsonLd jsonLd;
  final MetaTags meta;
  final String windowTitle;
  final @Nullable String publisher;
  final List<String> sites;
  final List<String> titles;
  private final Layout layout;
  private final Page page;
  private final Phrases phrases;
  private @Nullable List<String> byline;
  private @Nullable Hints hints;

  PageFacts(Page page, Layout layout, Phrases phrases) {
    this.phrases = phrases;
    this.page = page;
    this.layout = layout;
    this.url = page.url();
    this.host = hostOf(url);
    this.outlet = outletOf(url);
    this.jsonLd = JsonLd.read(layout.described());
    this.meta = MetaTags.read(layout.described());
    this.windowTitle = layout.title();
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

  /** What it declares, to be compared with blocks. */
  Hints hints() {
    Hints known = hints;
    if (known == null) {
      known = newHints();
      hints = known;
    }
    return known;
  }

  private Hints newHints() {
    String body = jsonLd.articleText("articleBody");
    return new Hints(
        layout.blocks(), titles, description(), body == null ? null : Titles.unescape(body));
  }

  @Nullable String description() {
    return meta.first("og:description", "description", "twitter:description");
  }

  /** The authors. */
  List<String> byline() {
    List<String> known = byline;
    if (known == null) {
      known = findByline();
      byline = known;
    }
    return known;
  }

  private List<String> findByline() {
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
    sources.addAll(printedBylines());
    return Bylines.choose(sources, sites);
  }

  private List<String> itemprop(String name) {
    var found = new ArrayList<String>();
    for (Zone zone : layout.zones()) {
      if (zone.tokens.contains(name)
          && zone.element.attr("itemprop").equals(name)
          && found.size() < 5
          && !isAside(zone)) {
        found.add(nameWithin(zone));
      }
    }
    return found;
  }

  /** The marked name within a wider element ("By <a rel=author>Jane Roe</a>, 3 May"). */
  private static String nameWithin(Zone zone) {
    if (!zone.element.attr("content").isEmpty()) {
      return zone.element.attr("content");
    }
    for (Node node = zone.element; node != null; node = zone.element.after(node)) {
      if (node instanceof Element inner && isName(inner)) {
        return inner.text();
      }
    }
    return zone.element.text();
  }

  private static boolean isName(Element element) {
    if (!element.hasAttributes()) {
      return false;
    }
    String names = " " + element.attr("class") + " ";
    return element.attr("itemprop").equals("name")
        || (element.name().equals("a") && element.attr("rel").equals("author"))
        || names.contains(" fn ")
        || names.contains(" author-name ");
  }

  /**
   * Names in elements called author or byline, then "By ..." in a short line under the headline.
   */
  private List<List<String>> printedBylines() {
    var related = new ArrayList<String>();
    var named = new ArrayList<String>();
    for (Zone zone : layout.zones()) {
      if (zone.words == 0 || zone.words > 12 || isAside(zone)) {
        continue;
      }
      if (zone.element.attr("rel").equals("author") && related.size() < 3) {
        related.add(zone.element.text());
      }
      if ((zone.tokens.contains("byline")
              || zone.tokens.contains("author")
              || zone.tokens.contains("autor"))
          && named.isEmpty()) {
        named.add(nameWithin(zone));
      }
    }
    return List.of(related, underHeading(), named);
  }

  private List<String> underHeading() {
    int heading = hints().headingIndex();
    List<Block> blocks = layout.blocks();
    for (int i = Math.max(0, heading);
        heading >= 0 && i < Math.min(blocks.size(), heading + BYLINE_REACH);
        i++) {
      var printed = PRINTED_BY.matcher(blocks.get(i).text);
      if (blocks.get(i).words <= 25 && printed.find()) {
        return List.of(printed.group(1));
      }
    }
    return List.of();
  }

  private static boolean isAside(Zone zone) {
    for (Zone at = zone; at != null; at = at.parent) {
      if (at.tag.equals("aside") || at.tag.equals("form") || at.tag.equals("footer")) {
        return true;
      }
      for (String token : at.tokens) {
        switch (token) {
          case "comment", "comments", "commentlist", "respond", "related", "sidebar", "footer" -> {
            return !at.tag.equals("body") && !at.tag.equals("html");
          }
          default -> {}
        }
      }
    }
    return false;
  }

  /** ISO 639-1 of the language the page declares; {@code null} when it declares none. */
  @Nullable String declaredLanguage() {
    String tag = declaredTag();
    return tag == null ? null : tag.substring(0, 2);
  }

  /** The declared language with its region, in lower case ("en-gb"). */
  @Nullable String declaredTag() {
    for (Zone zone : layout.zones().subList(0, Math.min(ROOTS, layout.zones().size()))) {
      String language = zone.element.attr("lang").strip();
      if (language.length() >= 2) {
        return tag(language);
      }
    }
    String locale = meta.first("og:locale", "content-language", "language", "dc.language");
    return locale == null || locale.length() < 2 ? null : tag(locale);
  }

  private static String tag(String language) {
    return language.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Nullable String image() {
    String image = jsonLd.image();
    String address = image == null ? meta.first("og:image", "twitter:image") : image;
    return address == null ? null : resolve(address);
  }

  /** The canonical address when it lies on the page's own site. */
  String address() {
    String canonical = canonical();
    return canonical != null && outletOf(canonical).equals(outlet) ? canonical : url;
  }

  @Nullable String canonical() {
    String link = meta.link("canonical");
    String address = link == null ? meta.first("og:url") : link;
    return address == null ? null : resolve(address);
  }

  @Nullable String resolve(String href) {
    return Url.resolve(href, url).orElse(null);
  }

  /** The path of the page's address; empty when it has no address. */
  String path() {
    int begin = url.indexOf('/', url.indexOf("://") + 3);
    return begin < 0 ? "" : url.substring(begin);
  }

  /** Whether a block talks about consent to cookies. */
  boolean isConsent(Block block) {
    return (block.said(phrases) & 1 << Phrases.KINDS.indexOf(Dropped.Kind.COOKIE)) != 0;
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

  static String outletOf(String url) {
    return HostKey.ofAddress(url);
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
