package org.skep.bench.stories;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.skep.ArrivalClock;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Stated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stream of articles from JSON lines, with the story of each where the set tells it.
 *
 * @param id as in the file
 * @param story {@code null} when the file does not say
 */
public record GoldStream(String id, Article article, @Nullable String story) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** All lines; labels may stand in a second file with the same ids. */
  public static List<GoldStream> read(Path docs, @Nullable Path labels) throws IOException {
    Map<String, String> stories = labels == null ? Map.of() : labels(labels, "story");
    var stream = new ArrayList<GoldStream>();
    forEach(
        docs,
        line -> {
          String story = line.story == null ? stories.get(line.id) : line.story;
          stream.add(new GoldStream(line.id, line.article, story));
        });
    return stream;
  }

  /** What a field says of each id; ids without it are left out. */
  static Map<String, String> labels(Path file, String field) throws IOException {
    Map<String, String> labels = new HashMap<>();
    lines(
        file,
        line -> {
          JsonNode label = line.get(field);
          if (label != null && !label.isNull()) {
            labels.put(line.get("id").asString(), label.asString());
          }
        });
    return labels;
  }

  /** One line after another, for files larger than memory. */
  public static void forEach(Path docs, Consumer<GoldStream> reader) throws IOException {
    var clock = new ArrivalClock();
    lines(docs, line -> reader.accept(of(line, clock)));
  }

  private static GoldStream of(JsonNode line, ArrivalClock clock) {
    String id = line.get("id").asString();
    JsonNode published = line.get("published");
    Stated stated = published == null || published.isNull() ? null : stated(published.asString());
    String title = line.path("title").asString("");
    var article =
        Article.of(
            ArticleId.of(id),
            line.path("url").asString(""),
            line.path("source").asString(""),
            title.isBlank() ? "-" : title,
            line.path("text").asString(""),
            line.path("language").asString("und"),
            stated,
            clock.seen(stated));
    JsonNode story = line.get("story");
    return new GoldStream(id, article, story == null ? null : story.asString());
  }

  /** The same with its first words only; none for the headline alone. */
  GoldStream shortened(int words) {
    var all = article.text().split("\\s+");
    String text = String.join(" ", Arrays.asList(all).subList(0, Math.min(words, all.length)));
    var shorter =
        Article.of(
            article.id(),
            article.url(),
            article.outlet(),
            article.title(),
            text,
            article.language(),
            article.published(),
            article.firstSeen());
    return new GoldStream(id, shorter, story);
  }

  /** A day counts from its midnight, Greenwich. */
  private static Stated stated(String published) {
    String instant = published.length() == 10 ? published + "T00:00:00Z" : published;
    return new Stated(OffsetDateTime.parse(instant), published.length() == 10);
  }

  /** Every line as JSON. */
  public static List<JsonNode> lines(Path file) throws IOException {
    var lines = new ArrayList<JsonNode>();
    lines(file, lines::add);
    return lines;
  }

  private static void lines(Path file, Consumer<JsonNode> reader) throws IOException {
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          reader.accept(JSON.readTree(line));
        }
      }
    }
  }
}
