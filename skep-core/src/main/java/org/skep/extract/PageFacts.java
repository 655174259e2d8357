package org.skep.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skep.model.Dropped;
import org.skep.model.Page;
import org.skep.url.HostKey;
import org.skep.url.Url;

/** What the page declares about its article, read before anything is cut. */
final class PageFacts {
  private static final Pattern TDM = Pattern.compile("noarchive|nosnippet|noindex|noai");

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
  private @Nullable Url base;

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
      known = new AuthorFinder(this, layout, hints().headingIndex()).find();
      byline = known;
    }
    return known;
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
    return canonical != null && isOwn(canonical) ? canonical : url;
  }

  /** Whether an address lies on the page's own site. */
  boolean isOwn(String address) {
    return address.equals(url) || outletOf(address).equals(outlet);
  }

  @Nullable String canonical() {
    String link = meta.link("canonical");
    String address = link == null ? meta.first("og:url") : link;
    return address == null ? null : resolve(address);
  }

  @Nullable String resolve(String href) {
    Url known = base;
    if (known == null) {
      known = Url.parse(url).orElse(null);
      base = known;
    }
    return Url.href(href, known).orElse(null);
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
