package org.skep.extract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.skep.date.Dates;
import org.skep.date.PrintedDates;
import org.skep.model.Dropped;
import org.skep.model.Stated;

/**
 * When the page says it was published and last changed: from structured data, then time elements,
 * then what is printed beside the headline, then the address, then the page's other short lines.
 * Dates before the web, or later than the fetch, are misprints. About 50 µs where nothing is
 * declared.
 */
final class PublicationDates {
  private static final Instant WEB = Instant.parse("1994-01-01T00:00:00Z");
  private static final Duration CLOCK_SKEW = Duration.ofDays(2);
  private static final int LINE_WORDS_MAX = 30;
  private static final int AFTER_HEADING = 10;
  private static final int BEFORE_HEADING = 6;
  private static final Pattern IN_URL =
      Pattern.compile("[/_-]((?:19|20)\\d\\d)[/_-]?(\\d\\d)[/_-]?(\\d\\d)(?=[/_.-]|$)");

  private static final String[] META = {
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.date",
    "dcterms.created",
    "dcterms.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "sailthru.date",
    "parsely-pub-date",
    "publication_date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "article_date_original",
    "created",
    "datecreated",
    "originalpublicationdate",
    "citation_date",
    "citation_publication_date",
    "vr:published_time",
    "published_time",
    "last-modified",
    "dc.date.modified"
  };

  private static final String[] META_MODIFIED = {
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified",
    "dc.date.modified", "dcterms.modified", "lastmod", "last-modified"
  };

  private static final Set<String> NAMED =
      Set.of(
          "date",
          "datum",
          "dateline",
          "published",
          "timestamp",
          "pubdate",
          "postdate",
          "byline",
          "meta",
          "entry",
          "time",
          "posted",
          "zeit",
          "fecha",
          "data",
          "erstellt",
          "created",
          "info");

  private final PageFacts facts;
  private final Layout layout;
  private final Phrases phrases;
  private final int heading;
  private final @Nullable String language;
  private final Instant latest;

  PublicationDates(
      PageFacts facts, Layout layout, Phrases phrases, int heading, Instant fetchedAt) {
    this.facts = facts;
    this.layout = layout;
    this.phrases = phrases;
    this.heading = heading;
    this.latest = fetchedAt.plus(CLOCK_SKEW);
    String declared = facts.declaredLanguage();
    this.language = declared;
  }

  @Nullable Stated published() {
    var declared = new ArrayList<String>();
    add(facts.jsonLd.text("datePublished"), declared);
    add(facts.jsonLd.articleText("dateCreated"), declared);
    for (String name : META) {
      add(facts.meta.first(name), declared);
    }
    Stated stated = first(declared);
    stated = stated == null ? timeElement() : stated;
    stated = stated == null ? besideHeading() : stated;
    stated = stated == null ? named() : stated;
    stated = stated == null ? inAddress() : stated;
    stated = stated == null ? elsewhere() : stated;
    return stated == null ? modified() : stated;
  }

  @Nullable Stated modified() {
    var declared = new ArrayList<String>();
    add(facts.jsonLd.text("dateModified"), declared);
    for (String name : META_MODIFIED) {
      add(facts.meta.first(name), declared);
    }
    return first(declared);
  }

  private @Nullable Stated first(List<String> values) {
    for (String value : values) {
      Stated stated = read(value);
      if (stated != null) {
        return stated;
      }
    }
    return null;
  }

  private @Nullable Stated read(String value) {
    Optional<Stated> whole = Dates.parse(value, language).filter(this::isPossible);
    return whole.isPresent() ? whole.get() : printed(value);
  }

  private @Nullable Stated printed(String text) {
    for (PrintedDates.Printed one : PrintedDates.find(text, language)) {
      if (isPossible(one.stated())) {
        return one.stated();
      }
    }
    return null;
  }

  private boolean isPossible(Stated stated) {
    Instant at = stated.instant();
    return at.isAfter(WEB) && at.isBefore(latest);
  }

  /**
   * The marked-up time that belongs to the article: declared so, else the nearest to the headline.
   */
  private @Nullable Stated timeElement() {
    Stated near = null;
    for (Zone zone : layout.zones()) {
      String prop = zone.element.attr("itemprop").toLowerCase(Locale.ROOT);
      boolean declared =
          prop.equals("datepublished")
              || prop.equals("datecreated")
              || zone.element.hasAttr("pubdate");
      boolean time = zone.tag.equals("time") || zone.tokens.contains("published") || declared;
      if (!time || isAside(zone)) {
        continue;
      }
      String value = zone.element.attr("datetime");
      value = value.isEmpty() ? zone.element.attr("content") : value;
      value = value.isEmpty() && zone.tag.equals("abbr") ? zone.element.attr("title") : value;
      value = value.isEmpty() && zone.words < LINE_WORDS_MAX ? zone.element.text() : value;
      Stated stated = value.isEmpty() ? null : read(value);
      if (stated != null && declared) {
        return stated;
      }
      near = near == null ? stated : near;
    }
    return near;
  }

  private static boolean isAside(Zone zone) {
    for (Zone at = zone; at != null; at = at.parent) {
      if (at.tag.equals("aside")
          || at.tokens.contains("comment")
          || at.tokens.contains("comments")
          || at.tokens.contains("related")
          || at.tokens.contains("sidebar")) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Stated besideHeading() {
    if (heading < 0) {
      return null;
    }
    List<Block> blocks = layout.blocks();
    for (int i = heading; i < Math.min(blocks.size(), heading + AFTER_HEADING); i++) {
      Stated stated = blocks.get(i).words <= LINE_WORDS_MAX ? printed(blocks.get(i).text) : null;
      if (stated != null) {
        return stated;
      }
    }
    for (int i = heading - 1; i >= Math.max(0, heading - BEFORE_HEADING); i--) {
      Stated stated = blocks.get(i).words <= LINE_WORDS_MAX ? printed(blocks.get(i).text) : null;
      if (stated != null) {
        return stated;
      }
    }
    return null;
  }

  /** A short line whose element is called date, or whose words say that it tells when. */
  private @Nullable Stated named() {
    for (Block block : layout.blocks()) {
      if (block.words <= LINE_WORDS_MAX && !isAside(block.zone) && isNamed(block)) {
        Stated stated = printed(block.text);
        if (stated != null) {
          return stated;
        }
      }
    }
    return null;
  }

  private boolean isNamed(Block block) {
    Zone zone = block.zone;
    for (int level = 0; zone != null && level < 2; level++, zone = zone.parent) {
      if (zone.tokens.stream().anyMatch(NAMED::contains)) {
        return true;
      }
    }
    return phrases.matches(block.hashes, Dropped.Kind.BYLINE);
  }

  private @Nullable Stated inAddress() {
    Matcher found = IN_URL.matcher(facts.url);
    return found.find() ? read(found.group(1) + "-" + found.group(2) + "-" + found.group(3)) : null;
  }

  /** The first date of a short line anywhere, but not in a sidebar, a comment or a copyright. */
  private @Nullable Stated elsewhere() {
    for (Block block : layout.blocks()) {
      boolean line =
          block.words <= LINE_WORDS_MAX && !isAside(block.zone) && block.linkDensity() < 0.5;
      if (line && !phrases.matches(block.hashes, Dropped.Kind.COPYRIGHT)) {
        Stated stated = printed(block.text);
        if (stated != null) {
          return stated;
        }
      }
    }
    return null;
  }

  private static void add(@Nullable String value, List<String> into) {
    if (value != null && !value.isBlank()) {
      into.add(value);
    }
  }
}
