package org.skep.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skep.date.Dates;
import org.skep.model.Entry;
import org.skep.model.Stated;
import org.skep.xml.XmlElement;

/**
 * Reads what an XML feed says of itself and hands its items to {@link EntryReader}: all dialects of
 * RSS, RDF, Atom and CDF. Single use.
 */
final class XmlFeedReader {
  private static final int NESTING_MAX = 8;

  private final XmlElement root;
  private final Vocabulary vocabulary;
  private final FeedFormat format;
  private final List<String> warnings;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Entry.Author> authors = new ArrayList<>();
  private final TreeSet<Integer> skipHours = new TreeSet<>();
  private final Set<String> skipDays = new HashSet<>();
  private int cut;

  private @Nullable String title;
  private int titleRank = 9;
  private @Nullable String home;
  private int homeRank = 9;
  private @Nullable String description;
  private int descriptionRank = 9;
  private @Nullable String language;
  private @Nullable String hub;
  private @Nullable String self;
  private @Nullable String icon;
  private int iconRank = 9;
  private @Nullable Stated updated;
  private int updatedRank = 9;
  private @Nullable Integer ttl;
  private @Nullable String period;
  private int frequency = 1;

  XmlFeedReader(XmlElement root, FeedFormat format, List<String> warnings) {
    this.root = root;
    this.format = format;
    this.warnings = new ArrayList<>(warnings);
    this.vocabulary = new Vocabulary(root);
  }

  ParsedFeed read(Context outer, FeedHeaders headers) {
    Context context = outer.in(root);
    language = context.language();
    hub = headers.hub();
    self = headers.self();
    container(root, context, 0);
    if (root.name().equalsIgnoreCase("channel")) {
      home(1, context.resolve(root.attribute("href")));
      updated(2, root.attribute("lastmod"));
      updated(3, root.attribute("lastmoddate"));
    }
    if (cut > 0) {
      warnings.add("the document ends inside an entry; " + entries.size() + " entries were kept");
    }
    return new ParsedFeed(
        format,
        title,
        home,
        description,
        language,
        hub,
        self,
        ttlMinutes(),
        skipHours,
        skipDays,
        icon,
        updated,
        authors.stream().distinct().toList(),
        newest(),
        warnings);
  }

  private void container(XmlElement parent, Context context, int depth) {
    for (Object part : parent.content()) {
      if (part instanceof XmlElement child) {
        element(child, context.in(child), depth);
      }
    }
  }

  private void element(XmlElement e, Context context, int depth) {
    switch (vocabulary.key(e)) {
      case "item", "entry" -> entry(e, context);
      case "channel", "feed", "rss", "items" -> {
        if (depth < NESTING_MAX) {
          if (context.language() != null && language == null) {
            language = context.language();
          }
          container(e, context, depth + 1);
        }
      }
      default -> about(e, context);
    }
  }

  private void entry(XmlElement e, Context context) {
    if (e.isCut() && !entries.isEmpty()) {
      cut++;
      return;
    }
    entries.add(new EntryReader(vocabulary, format.isAtom()).read(e, context));
    e.forEachChild(child -> { // an item that was never closed holds the next one
      boolean named =
          child.name().equalsIgnoreCase("item") || child.name().equalsIgnoreCase("entry");
      if (named && !vocabulary.key(child).contains(":")) {
        entry(child, context.in(child));
      }
    });
  }

  private void about(XmlElement e, Context context) {
    switch (vocabulary.key(e)) {
      case "title" -> title(0, e, context);
      case "dc:title" -> title(1, e, context);
      case "media:title" -> title(2, e, context);
      case "link" -> link(e, context);
      case "description", "tagline", "subtitle", "abstract" -> description(0, e, context);
      case "dc:description" -> description(1, e, context);
      case "itunes:summary" -> description(2, e, context);
      case "itunes:subtitle" -> description(3, e, context);
      case "language", "dc:language" -> language = orElse(e.text().strip(), language);
      case "lastbuilddate", "updated", "modified" -> updated(0, e.text());
      case "dcterms:modified" -> updated(1, e.text());
      case "dc:date" -> updated(2, e.text());
      case "pubdate", "published" -> updated(3, e.text());
      case "author", "managingeditor" -> authors.addAll(Authors.of(e, context));
      case "dc:creator", "dc:author", "itunes:author", "webmaster" -> {
        if (authors.isEmpty()) {
          authors.addAll(Authors.of(e, context));
        }
      }
      case "image" -> image(e, context);
      case "icon" -> icon(1, context.resolve(e.text()));
      case "logo" -> {
        String style = e.attribute("style"); // CDF
        String href = e.attribute("href");
        icon(style == null ? 2 : 4, context.resolve(href == null ? e.text() : href));
      }
      case "itunes:image", "googleplay:image" ->
          icon(0, context.resolve(e.attribute(e.attribute("href") == null ? "url" : "href")));
      case "ttl" -> ttl = minutes(e.text());
      case "sy:updateperiod" -> period = e.text().strip().toLowerCase(Locale.ROOT);
      case "sy:updatefrequency" -> frequency = Math.max(1, orZero(minutes(e.text())));
      case "skiphours" -> e.forEachChild(child -> hour(child.text()));
      case "skipdays" -> e.forEachChild(child -> day(child.text()));
      default -> {}
    }
  }

  private void title(int rank, XmlElement e, Context context) {
    String text = FeedText.of(e, context, format.isAtom() && rank == 0).asTitle();
    if (rank < titleRank && !text.isEmpty()) {
      title = text;
      titleRank = rank;
    }
  }

  private void description(int rank, XmlElement e, Context context) {
    String html = FeedText.of(e, context, format.isAtom() && rank == 0).asHtml();
    if (rank < descriptionRank && !html.isEmpty()) {
      description = html;
      descriptionRank = rank;
    }
  }

  private void link(XmlElement e, Context context) {
    String href = e.attribute("href");
    if (href == null) {
      home(0, context.resolve(e.text()));
      return;
    }
    String link = context.resolve(href);
    String rel = e.attribute("rel");
    String type = e.attribute("type");
    for (String one : (rel == null ? "alternate" : rel.toLowerCase(Locale.ROOT)).split("\\s+")) {
      switch (one) {
        case "alternate", "" -> home(type == null || type.contains("html") ? 1 : 3, link);
        case "self" -> self = self == null ? link : self;
        case "hub" -> hub = hub == null ? link : hub;
        default -> {}
      }
    }
  }

  private void home(int rank, @Nullable String link) {
    if (rank < homeRank && link != null) {
      home = link;
      homeRank = rank;
    }
  }

  private void updated(int rank, @Nullable String text) {
    if (text != null && rank < updatedRank) {
      Dates.parse(text)
          .ifPresent(stated -> {
            updated = stated;
            updatedRank = rank;
          });
    }
  }

  private void image(XmlElement e, Context context) {
    XmlElement url = e.child("url");
    String address = url == null ? e.attribute("resource") : url.text();
    icon(3, context.resolve(address));
  }

  private void icon(int rank, @Nullable String address) {
    if (rank < iconRank && address != null) {
      icon = address;
      iconRank = rank;
    }
  }

  private void hour(String text) {
    Integer hour = minutes(text);
    if (hour != null && hour <= 24) {
      skipHours.add(hour % 24);
    }
  }

  private void day(String text) {
    String day = text.strip().toLowerCase(Locale.ROOT);
    for (var weekday : java.time.DayOfWeek.values()) {
      if (day.equalsIgnoreCase(weekday.name())) {
        skipDays.add(
            weekday.name().charAt(0) + weekday.name().substring(1).toLowerCase(Locale.ROOT));
      }
    }
  }

  private static int orZero(@Nullable Integer value) {
    return value == null ? 0 : value;
  }

  private static @Nullable Integer minutes(String text) {
    try {
      int value = Integer.parseInt(text.strip());
      return value < 0 ? null : value;
    } catch (NumberFormatException e) {
      return null; // "daily"
    }
  }

  private static @Nullable String orElse(String value, @Nullable String otherwise) {
    return value.isEmpty() ? otherwise : value;
  }

  private @Nullable Integer ttlMinutes() {
    if (ttl != null || period == null) {
      return ttl;
    }
    int minutes =
        switch (period) {
          case "hourly" -> 60;
          case "daily" -> 1_440;
          case "weekly" -> 10_080;
          case "monthly" -> 43_200;
          case "yearly" -> 525_600;
          default -> 0;
        };
    return minutes == 0 ? null : Math.max(1, minutes / frequency);
  }

  private List<Entry> newest() {
    if (entries.size() <= FeedReader.ENTRIES_MAX) {
      return entries;
    }
    warnings.add(
        "the feed lists "
            + entries.size()
            + " entries; the newest "
            + FeedReader.ENTRIES_MAX
            + " were kept");
    return entries.stream()
        .sorted(Comparator.comparing(XmlFeedReader::dated, Comparator.reverseOrder()))
        .limit(FeedReader.ENTRIES_MAX)
        .toList();
  }

  private static java.time.Instant dated(Entry entry) {
    Stated stated = entry.published() == null ? entry.updated() : entry.published();
    return stated == null ? java.time.Instant.MIN : stated.instant();
  }
}
