package org.skep.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skep.html.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the page says about itself in JSON-LD (schema.org): the object that describes the article,
 * read leniently, since one page in twenty has a raw line break or a trailing comma. Immutable.
 */
final class JsonLd {
  /** Larger scripts are data for the site's own code. */
  private static final int SCRIPT_CHARS_MAX = 1 << 20;

  private static final int OBJECTS_MAX = 2000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .build();

  private static final Set<String> ARTICLES =
      Set.of(
          "Article",
          "NewsArticle",
          "BlogPosting",
          "LiveBlogPosting",
          "ReportageNewsArticle",
          "AnalysisNewsArticle",
          "OpinionNewsArticle",
          "BackgroundNewsArticle",
          "ReviewNewsArticle",
          "AskPublicNewsArticle",
          "Report",
          "TechArticle",
          "ScholarlyArticle",
          "SocialMediaPosting",
          "AdvertiserContentArticle",
          "SatiricalArticle",
          "Review",
          "Recipe",
          "HowTo");

  private final List<JsonNode> objects;
  private final Map<String, JsonNode> byId;
  private final @Nullable JsonNode article;

  private JsonLd(List<JsonNode> objects) {
    this.objects = objects;
    this.byId = new HashMap<>();
    for (JsonNode object : objects) {
      String id = object.path("@id").asString("");
      if (!id.isEmpty() && object.size() > 1) {
        byId.putIfAbsent(id, object);
      }
    }
    this.article = firstArticle(objects);
  }

  /** Reads all scripts of the page; what is not JSON is passed over. */
  static JsonLd read(List<Element> described) {
    var objects = new ArrayList<JsonNode>();
    for (Element script : described) {
      if (script.name().equals("script") && script.attr("type").contains("ld+json")) {
        String data = script.data().strip();
        if (data.length() <= SCRIPT_CHARS_MAX) {
          collect(parse(data), objects, 0);
        }
      }
    }
    return new JsonLd(objects);
  }

  private static JsonNode parse(String data) {
    String json = data;
    int begin = firstOf(json);
    if (begin > 0) {
      json = json.substring(begin);
    }
    try {
      return MAPPER.readTree(json);
    } catch (JacksonException e) {
      return MAPPER.missingNode(); // one page in fifty; the other sources still speak
    }
  }

  private static int firstOf(String json) {
    int object = json.indexOf('{');
    int array = json.indexOf('[');
    return object < 0 ? array : array < 0 ? object : Math.min(object, array);
  }

  private static void collect(JsonNode node, List<JsonNode> into, int depth) {
    if (depth > 6 || into.size() > OBJECTS_MAX) {
      return;
    }
    if (node.isArray()) {
      node.forEach(child -> collect(child, into, depth + 1));
    } else if (node.isObject()) {
      into.add(node);
      for (String name : new String[] {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"}) {
        collect(node.path(name), into, depth + 1);
      }
    }
  }

  private static @Nullable JsonNode firstArticle(List<JsonNode> objects) {
    JsonNode best = null;
    for (JsonNode object : objects) {
      if (isArticle(object) && object.has("headline")) {
        if (best == null || (object.has("articleBody") && !best.has("articleBody"))) {
          best = object;
        }
      }
    }
    if (best != null) {
      return best;
    }
    return objects.stream().filter(JsonLd::isArticle).findFirst().orElse(null);
  }

  private static boolean isArticle(JsonNode object) {
    return types(object).stream().anyMatch(ARTICLES::contains);
  }

  private static List<String> types(JsonNode object) {
    var types = new ArrayList<String>(2);
    JsonNode type = object.path("@type");
    if (type.isArray()) {
      type.forEach(one -> types.add(one.asString("")));
    } else {
      types.add(type.asString(""));
    }
    return types;
  }

  /** Whether an object describes an article at all. */
  boolean hasArticle() {
    return article != null;
  }

  /** Whether the article is declared to be news. */
  boolean isNews() {
    return article != null
        && types(article).stream().anyMatch(type -> type.endsWith("NewsArticle"));
  }

  /** Whether any object of the page has this type. */
  boolean has(String type) {
    return objects.stream().anyMatch(object -> types(object).contains(type));
  }

  /** A text of the article object, else of a WebPage; {@code null} when absent or blank. */
  @Nullable String text(String name) {
    JsonNode from = article;
    if (from != null) {
      String value = firstText(from.path(name));
      if (value != null) {
        return value;
      }
    }
    for (JsonNode object : objects) {
      if (types(object).contains("WebPage")) {
        String value = firstText(object.path(name));
        if (value != null) {
          return value;
        }
      }
    }
    return null;
  }

  /** A text of the article object only. */
  @Nullable String articleText(String name) {
    return article == null ? null : firstText(article.path(name));
  }

  /** The names of persons or organisations under this property of the article object. */
  List<String> names(String property) {
    var names = new ArrayList<String>();
    if (article != null) {
      addNames(article.path(property), names, 0);
    }
    return names;
  }

  /** The authors of the article, else of the web page. */
  List<String> authors() {
    for (String property : new String[] {"author", "creator"}) {
      List<String> names = names(property);
      if (!names.isEmpty()) {
        return names;
      }
    }
    var names = new ArrayList<String>();
    for (JsonNode object : objects) {
      if (names.isEmpty() && types(object).contains("WebPage")) {
        addNames(object.path("author"), names, 0);
      }
    }
    return names;
  }

  /** A post of a live blog as declared; a text is empty when absent. */
  record Update(String date, String headline, String body) {}

  /** The posts of a {@code LiveBlogPosting}, as listed; empty when there are none. */
  List<Update> updates() {
    var updates = new ArrayList<Update>();
    for (JsonNode object : objects) {
      for (JsonNode post : object.path("liveBlogUpdate")) {
        updates.add(
            new Update(
                post.path("datePublished").asString(""),
                Titles.unescape(post.path("headline").asString("")),
                Titles.unescape(post.path("articleBody").asString(""))));
      }
    }
    return updates;
  }

  /** The address of the article's image; {@code null} when it has none. */
  @Nullable String image() {
    if (article == null) {
      return null;
    }
    JsonNode image = article.path("image");
    while (image.isArray()) {
      image = image.path(0);
    }
    image = resolve(image);
    return image.isObject() ? firstText(image.path("url")) : firstText(image);
  }

  /** True when any part is declared not to be free. */
  boolean isPaid() {
    for (JsonNode object : objects) {
      JsonNode free = object.path("isAccessibleForFree");
      if (free.asString("").equalsIgnoreCase("false") || (free.isBoolean() && !free.asBoolean())) {
        return true;
      }
    }
    return false;
  }

  private void addNames(JsonNode node, List<String> into, int depth) {
    if (depth > 3 || into.size() >= 20) {
      return;
    }
    JsonNode value = resolve(node);
    if (value.isArray()) {
      value.forEach(one -> addNames(one, into, depth + 1));
    } else if (value.isString()) {
      into.add(value.asString());
    } else if (value.isObject()) {
      JsonNode name = value.path("name");
      if (name.isMissingNode() && (value.has("givenName") || value.has("familyName"))) {
        into.add(
            (value.path("givenName").asString("") + " " + value.path("familyName").asString(""))
                .strip());
      } else {
        addNames(name, into, depth + 1);
      }
    }
  }

  private JsonNode resolve(JsonNode node) {
    if (node.isObject() && node.size() <= 2 && node.has("@id") && !node.has("name")) {
      JsonNode target = byId.get(node.path("@id").asString(""));
      return target == null ? node : target;
    }
    return node;
  }

  private static @Nullable String firstText(JsonNode node) {
    JsonNode value = node;
    while (value.isArray()) {
      value = value.path(0);
    }
    if (value.isObject()) {
      value = value.has("@value") ? value.path("@value") : value.path("name");
    }
    String text = value.asString("").strip();
    return text.isEmpty() ? null : text;
  }
}
