package org.skep.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skep.date.Dates;
import org.skep.language.Language;
import org.skep.language.Languages;
import org.skep.model.Entry;
import org.skep.model.Stated;
import org.skep.xml.XmlElement;

/**
 * Reads one entry: {@code item} of RSS and CDF, {@code entry} of Atom. Real feeds mix the
 * vocabularies, so one reader knows them all; where two elements say the same thing, the feed's own
 * beats Dublin Core, which beats iTunes and Media RSS. Single use.
 */
final class EntryReader {
  private static final int AUTHORS_MAX = 50;
  private static final int TAGS_MAX = 200;
  private static final int ENCLOSURES_MAX = 100;

  private final Vocabulary vocabulary;
  private final boolean atom;

  /** Texts by what they say, each with the rank of the element that said it. */
  private final Map<String, Ranked<String>> texts = new LinkedHashMap<>();

  private final Map<String, Ranked<FeedText>> bodies = new LinkedHashMap<>();
  private final Map<String, Ranked<Stated>> dates = new LinkedHashMap<>();
  private final Map<Integer, List<Entry.Author>> authors = new LinkedHashMap<>();
  private final Set<String> tags = new LinkedHashSet<>();
  private final Map<String, Entry.Enclosure> enclosures = new LinkedHashMap<>();
  private Entry.@Nullable Source source;
  private boolean guidIsLink;

  private record Ranked<T>(int rank, T value) {}

  EntryReader(Vocabulary vocabulary, boolean atom) {
    this.vocabulary = vocabulary;
    this.atom = atom;
  }

  Entry read(XmlElement item, Context outer) {
    Context context = outer.in(item);
    texts.clear();
    String about = item.attribute("rdf", "about");
    put("id", 9, about == null ? item.attribute("about") : about);
    put("url", 5, context.resolve(item.attribute("href"))); // CDF
    date("updated", 5, item.attribute("lastmod"), context);
    elements(item, context, 0);
    return entry(context);
  }

  /** {@code media:group} and {@code media:content} only hold more of the same, at a lower rank. */
  private void elements(XmlElement parent, Context outer, int less) {
    for (Object part : parent.content()) {
      if (part instanceof XmlElement child) {
        element(child, outer.in(child), less);
      }
    }
  }

  private void element(XmlElement e, Context context, int less) {
    switch (vocabulary.key(e)) {
      case "title" -> body("title", less, e, context);
      case "dc:title" -> body("title", 2 + less, e, context);
      case "media:title" -> body("title", 4 + less, e, context);
      case "guid", "id" -> id(e);
      case "dc:identifier" -> put("id", 8, e.text());
      case "link" -> link(e, context);
      case "feedburner:origlink" -> put("url", 0, context.resolve(e.text()));
      case "description", "abstract", "tagline" -> body("summary", less, e, context);
      case "summary" -> body(atom ? "summary" : "short", less, e, context);
      case "dc:description", "dcterms:abstract" -> body("summary", 2, e, context);
      case "itunes:summary" -> body("summary", 4, e, context);
      case "media:description" -> body("summary", 5 + less, e, context);
      case "content" -> content(e, context);
      case "content:encoded" -> body("content", 0, e, context);
      case "body", "xhtml:body", "xhtml:div", "fullitem" -> body("content", 2, e, context);
      case "content:item", "content:items" -> {} // RSS 1.0 in RDF bags: nobody fills them
      case "pubdate", "published" -> date("published", 0, e.text(), context);
      case "issued" -> date("published", 1, e.text(), context);
      case "dcterms:issued", "dc:issued" -> date("published", 2, e.text(), context);
      case "dc:date" -> date("published", 3, e.text(), context);
      case "created", "dcterms:created" -> date("published", 4, e.text(), context);
      case "updated", "modified", "atom:updated" -> date("updated", 0, e.text(), context);
      case "dcterms:modified", "lastmod", "lastbuilddate" -> date("updated", 2, e.text(), context);
      case "author" -> author(0, Authors.of(e, context));
      case "dc:creator", "dc:author" -> author(1, Authors.of(e, context));
      case "itunes:author", "googleplay:author" -> author(2, Authors.of(e, context));
      case "category" -> category(e);
      case "dc:subject", "media:category", "itunes:category" -> category(e);
      case "itunes:keywords", "media:keywords", "tags" -> keywords(e.text());
      case "dc:language", "language" -> put("language", 0, e.text());
      case "enclosure" ->
          enclosure(e.attribute("url"), e.attribute("type"), e.attribute("length"), context);
      case "media:content" -> media(e, context, less);
      case "media:group" -> elements(e, context, less + 1);
      case "media:thumbnail" -> put("image", 3, context.resolve(e.attribute("url")));
      case "itunes:image", "googleplay:image" ->
          put(
              "image",
              1,
              context.resolve(e.attribute(e.attribute("href") == null ? "url" : "href")));
      case "image" -> image(e, context);
      case "source" -> source = source(e, context);
      default -> {}
    }
  }

  private void put(String what, int rank, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return;
    }
    Ranked<String> known = texts.get(what);
    if (known == null || rank < known.rank()) {
      texts.put(what, new Ranked<>(rank, value.strip()));
    }
  }

  private void body(String what, int rank, XmlElement e, Context context) {
    Ranked<FeedText> known = bodies.get(what);
    if (known != null && rank >= known.rank()) {
      return;
    }
    FeedText text = FeedText.of(e, context, atom && vocabulary.key(e).indexOf(':') < 0);
    if (!text.value().isBlank()) {
      bodies.put(what, new Ranked<>(rank, text));
    }
  }

  private void content(XmlElement e, Context context) {
    String src = e.attribute("src");
    if (src != null && !src.isBlank()) {
      put("url", 7, context.resolve(src));
    }
    String type = e.attribute("type");
    boolean text =
        type == null
            || !type.contains("/")
            || type.startsWith("text/")
            || type.contains("xml")
            || type.startsWith("application/");
    if (text) {
      body("content", 1, e, context);
    }
  }

  private void date(String what, int rank, @Nullable String text, Context context) {
    Ranked<Stated> known = dates.get(what);
    if (text == null || (known != null && rank >= known.rank())) {
      return;
    }
    String language = context.language();
    String code =
        language == null ? null : Languages.find(language).map(Language::code).orElse(null);
    Dates.parse(text, code).ifPresent(stated -> dates.put(what, new Ranked<>(rank, stated)));
  }

  private void id(XmlElement e) {
    put("id", 0, e.text());
    String permanent = e.attribute("isPermaLink");
    boolean link = permanent == null || permanent.strip().equalsIgnoreCase("true");
    if (vocabulary.key(e).equals("guid") && link && e.text().strip().startsWith("http")) {
      guidIsLink = true;
    }
  }

  /** RSS prints the address inside, Atom in {@code href} with a {@code rel}. */
  private void link(XmlElement e, Context context) {
    String href = e.attribute("href");
    if (href == null) {
      put("url", 2, context.resolve(e.text()));
      return;
    }
    String rel = e.attribute("rel");
    switch (rel == null ? "alternate" : rel.strip()) {
      case "alternate", "" ->
          put("url", isPage(e.attribute("type")) ? 1 : 4, context.resolve(href));
      case "enclosure" -> enclosure(href, e.attribute("type"), e.attribute("length"), context);
      case "related", "via" -> put("external", 0, context.resolve(href));
      case "self" -> put("url", 8, context.resolve(href));
      default -> {}
    }
  }

  private static boolean isPage(@Nullable String type) {
    return type == null || type.isBlank() || type.contains("html");
  }

  private void author(int rank, @Nullable List<Entry.Author> found) {
    if (found != null) {
      authors.computeIfAbsent(rank, r -> new ArrayList<>()).addAll(found);
    }
  }

  private void category(XmlElement e) {
    String term = e.attribute("term");
    term = term == null ? e.attribute("value") : term;
    String text = term == null ? e.text() : term;
    if (text.isBlank() && e.attribute("text") != null) {
      text = String.valueOf(e.attribute("text"));
    }
    tag(Markup.title(text));
    e.forEachChild(child -> {
      if (vocabulary.key(child).equals("itunes:category")) {
        category(child);
      }
    });
  }

  private void keywords(String text) {
    for (String word : text.split(text.indexOf(',') >= 0 ? "," : "\\s+")) {
      tag(Markup.fold(word));
    }
  }

  private void tag(String tag) {
    if (!tag.isEmpty() && tags.size() < TAGS_MAX) {
      tags.add(tag);
    }
  }

  private void media(XmlElement e, Context context, int less) {
    String type = e.attribute("type");
    boolean image =
        "image".equals(e.attribute("medium")) || (type != null && type.startsWith("image/"));
    if (image) {
      put("image", 2, context.resolve(e.attribute("url")));
    } else {
      enclosure(e.attribute("url"), type, e.attribute("fileSize"), context);
    }
    elements(e, context, less + 1);
  }

  private void enclosure(
      @Nullable String url, @Nullable String type, @Nullable String length, Context context) {
    String resolved = context.resolve(url);
    if (resolved == null || enclosures.size() >= ENCLOSURES_MAX) {
      return;
    }
    enclosures.putIfAbsent(
        resolved, new Entry.Enclosure(resolved, blankToNull(type), size(length)));
    if (type != null && type.startsWith("image/")) {
      put("image", 4, resolved);
    }
  }

  private static @Nullable Long size(@Nullable String length) {
    try {
      return length == null ? null : Long.valueOf(length.strip());
    } catch (NumberFormatException e) {
      return null; // "12 MB"
    }
  }

  private static @Nullable String blankToNull(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private void image(XmlElement e, Context context) {
    XmlElement url = e.child("url");
    put("image", 5, context.resolve(url == null ? e.text() : url.text()));
  }

  private Entry.@Nullable Source source(XmlElement e, Context context) {
    String url = context.resolve(e.attribute("url"));
    String title = e.hasChildren() ? null : Markup.title(e.text());
    for (XmlElement child : e.children()) {
      String key = vocabulary.key(child);
      String rel = child.attribute("rel");
      if (key.equals("title")) {
        title = FeedText.of(child, context.in(child), atom).asTitle();
      } else if (key.equals("link") && (url == null || rel == null || rel.equals("alternate"))) {
        String href = child.attribute("href");
        url = context.in(child).resolve(href == null ? child.text() : href);
      }
    }
    title = title == null || title.isEmpty() ? null : title;
    return title == null && url == null ? null : new Entry.Source(title, url);
  }

  private Entry entry(Context context) {
    String id = text("id");
    String url = text("url");
    if (url == null && guidIsLink && id != null) {
      url = context.resolve(id);
    }
    FeedText content = value(bodies.get("content"));
    FeedText summary = value(bodies.get("summary"));
    FeedText title = value(bodies.get("title"));
    FeedText brief = value(bodies.get("short"));
    if (brief != null && summary != null) { // RSS with both: description is the longer one
      content = content == null ? summary : content;
      summary = brief;
    }
    summary = summary == null ? brief : summary;
    FeedText shown = content == null ? summary : content;
    boolean both = summary != null && (content != null || atom);
    String language = text("language");
    return new Entry(
        id,
        url,
        text("external"),
        title == null ? null : blankToNull(title.asTitle()),
        both && summary != null ? blankToNull(summary.asPlain()) : null,
        shown != null && shown.html() ? shown.asHtml() : null,
        shown != null && !shown.html() ? shown.value().strip() : null,
        value(dates.get("published")),
        value(dates.get("updated")),
        who(),
        List.copyOf(tags),
        language == null ? context.language() : language,
        text("image"),
        source,
        List.copyOf(enclosures.values()));
  }

  /** The authors of the best rank, and names for mail addresses from the others. */
  private List<Entry.Author> who() {
    if (authors.isEmpty()) {
      return List.of();
    }
    for (int rank = 0; rank <= 2; rank++) {
      var found = authors.getOrDefault(rank, List.of());
      boolean named = found.stream().anyMatch(a -> a.name() != null);
      if (named || (!found.isEmpty() && authors.size() == 1)) {
        return found.stream().distinct().limit(AUTHORS_MAX).toList();
      }
    }
    return authors.values().stream().flatMap(List::stream).distinct().limit(AUTHORS_MAX).toList();
  }

  private @Nullable String text(String what) {
    Ranked<String> ranked = texts.get(what);
    return ranked == null ? null : ranked.value();
  }

  private static <T> @Nullable T value(@Nullable Ranked<T> ranked) {
    return ranked == null ? null : ranked.value();
  }
}
