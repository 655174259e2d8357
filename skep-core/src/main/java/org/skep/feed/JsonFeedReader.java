package org.skep.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skep.date.Dates;
import org.skep.model.Entry;
import org.skep.model.Stated;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). A field of the wrong type is as good as absent;
 * numbers are accepted as ids.
 */
final class JsonFeedReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonFeedReader() {}

  static ParsedFeed read(FeedSource source, FeedHeaders headers) throws FeedException {
    var warnings = new ArrayList<>(source.warnings());
    JsonNode feed;
    try {
      feed = MAPPER.readTree(source.text());
    } catch (JacksonException e) {
      feed = beforeTheBreak(source.text());
      if (feed.path("items").isEmpty()) {
        throw broken(e);
      }
      warnings.add(
          broken(e).getMessage()
              + "; "
              + feed.path("items").size()
              + " entries before that were kept");
    }
    String version = text(feed, "version");
    boolean isFeed = version != null && version.contains("jsonfeed.org");
    if (!isFeed && !feed.path("items").isArray()) {
      throw new FeedException(
          FeedException.Kind.NOT_A_FEED,
          "The address answered JSON that is no JSON Feed: neither \"version\" nor \"items\".",
          1,
          1,
          List.of());
    }
    return feed(feed, version, warnings, headers);
  }

  private static FeedException broken(JacksonException e) {
    var place = e.getLocation();
    int line = place == null ? 0 : place.getLineNr();
    int column = place == null ? 0 : place.getColumnNr();
    String message = e.getOriginalMessage() == null ? "not JSON" : e.getOriginalMessage();
    int details = message.indexOf(" (start marker");
    return new FeedException(
        FeedException.Kind.BROKEN,
        "The JSON breaks off at line "
            + line
            + ", column "
            + column
            + ": "
            + (details < 0 ? message : message.substring(0, details))
                .lines()
                .findFirst()
                .orElse(""),
        line,
        column,
        List.of());
  }

  /** The fields and whole items that stand before the place where the JSON breaks. */
  private static JsonNode beforeTheBreak(String text) {
    ObjectNode feed = MAPPER.createObjectNode();
    ArrayNode items = feed.putArray("items");
    try (var parser = MAPPER.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return feed;
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        boolean list = parser.nextToken() == JsonToken.START_ARRAY && name.equals("items");
        if (!list) {
          feed.set(name, parser.<JsonNode>readValueAsTree());
          continue;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(parser.<JsonNode>readValueAsTree());
        }
      }
      return feed;
    } catch (JacksonException e) {
      return feed; // the break
    }
  }

  private static ParsedFeed feed(
      JsonNode feed, @Nullable String version, List<String> warnings, FeedHeaders headers) {
    if (version == null) {
      warnings.add("\"version\" is missing");
    }
    var entries = new ArrayList<Entry>();
    String stated = text(feed, "language");
    String language = stated == null ? headers.language() : stated;
    Context inner = Context.of(headers.base(), language);
    for (JsonNode item : feed.path("items")) {
      if (item.isObject() && entries.size() < FeedReader.ENTRIES_MAX) {
        entries.add(entry(item, inner));
      }
    }
    if (feed.path("items").size() > FeedReader.ENTRIES_MAX) {
      warnings.add(
          "the feed lists "
              + feed.path("items").size()
              + " entries; the first "
              + FeedReader.ENTRIES_MAX
              + " were kept");
    }
    String icon = text(feed, "icon");
    String hub = hub(feed, inner);
    String self = inner.resolve(text(feed, "feed_url"));
    return new ParsedFeed(
        version != null && version.endsWith("1.1") ? FeedFormat.JSON_11 : FeedFormat.JSON_10,
        text(feed, "title"),
        inner.resolve(text(feed, "home_page_url")),
        text(feed, "description"),
        language,
        hub == null ? headers.hub() : hub,
        self == null ? headers.self() : self,
        null,
        new TreeSet<>(),
        java.util.Set.of(),
        inner.resolve(icon == null ? text(feed, "favicon") : icon),
        null,
        authors(feed, inner),
        entries,
        warnings);
  }

  private static @Nullable String hub(JsonNode feed, Context context) {
    for (JsonNode hub : feed.path("hubs")) {
      if ("WebSub".equalsIgnoreCase(text(hub, "type"))) {
        return context.resolve(text(hub, "url"));
      }
    }
    return null;
  }

  private static Entry entry(JsonNode item, Context context) {
    String html = text(item, "content_html");
    var attachments = new ArrayList<Entry.Enclosure>();
    for (JsonNode file : item.path("attachments")) {
      String url = context.resolve(text(file, "url"));
      if (url != null) {
        JsonNode size = file.path("size_in_bytes");
        attachments.add(
            new Entry.Enclosure(
                url, text(file, "mime_type"), size.isNumber() ? size.asLong(0) : null));
      }
    }
    var tags = new ArrayList<String>();
    for (JsonNode tag : item.path("tags")) {
      if (tag.isString() && !tag.asString().isBlank()) {
        tags.add(tag.asString().strip());
      }
    }
    String image = text(item, "image");
    String language = text(item, "language");
    String title = text(item, "title");
    return new Entry(
        text(item, "id"),
        context.resolve(text(item, "url")),
        context.resolve(text(item, "external_url")),
        title == null ? null : Markup.fold(title),
        text(item, "summary"),
        html == null ? null : Markup.absoluteLinks(html, context),
        text(item, "content_text"),
        date(item, "date_published"),
        date(item, "date_modified"),
        authors(item, context),
        tags,
        language == null ? context.language() : language,
        context.resolve(image == null ? text(item, "banner_image") : image),
        null,
        attachments);
  }

  private static List<Entry.Author> authors(JsonNode node, Context context) {
    var authors = new ArrayList<Entry.Author>();
    for (JsonNode author : node.path("authors")) {
      add(author, context, authors);
    }
    if (authors.isEmpty()) {
      add(node.path("author"), context, authors); // 1.0
    }
    return authors;
  }

  private static void add(JsonNode author, Context context, List<Entry.Author> authors) {
    String name = author.isString() ? author.asString().strip() : text(author, "name");
    String url = context.resolve(text(author, "url"));
    if (name != null || url != null) {
      authors.add(new Entry.Author(name, url, null));
    }
  }

  private static @Nullable Stated date(JsonNode item, String field) {
    String text = text(item, field);
    return text == null ? null : Dates.parse(text).orElse(null);
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isString() && !value.isNumber()) {
      return null;
    }
    String text = value.asString().strip();
    return text.isEmpty() ? null : text;
  }
}
