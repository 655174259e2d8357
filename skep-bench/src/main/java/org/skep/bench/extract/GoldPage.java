package org.skep.bench.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.skep.model.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page with what annotators say of it.
 *
 * @param host folds are cut between hosts, never through one
 * @param text the whole clean text; {@code null} when only snippets are annotated
 */
record GoldPage(
    String id,
    String host,
    Page page,
    @Nullable String text,
    List<String> with,
    List<String> without) {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Instant FETCHED = Instant.parse("2026-06-01T00:00:00Z");

  /** All pages of a gold folder, in the manifest's order. */
  static List<GoldPage> read(Path folder) throws IOException {
    Map<String, JsonNode> gold = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("gold.jsonl"))) {
      JsonNode node = MAPPER.readTree(line);
      gold.put(node.path("id").asString(), node);
    }
    var pages = new ArrayList<GoldPage>();
    for (String line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
      JsonNode entry = MAPPER.readTree(line);
      String id = entry.path("id").asString();
      String url = entry.path("url").asString("");
      byte[] body = bytes(folder.resolve(entry.path("file").asString()));
      JsonNode truth = gold.getOrDefault(id, MAPPER.createObjectNode());
      pages.add(
          new GoldPage(
              id,
              hostOf(url, id),
              new Page(url, Map.of(), body, FETCHED),
              truth.path("text").isString() ? truth.path("text").asString() : null,
              strings(truth.path("with")),
              strings(truth.path("without"))));
    }
    return pages;
  }

  private static List<String> strings(JsonNode array) {
    var strings = new ArrayList<String>();
    array.forEach(one -> strings.add(one.asString("").replaceAll("\\s+", " ").strip()));
    return strings;
  }

  private static byte[] bytes(Path file) throws IOException {
    byte[] raw = Files.readAllBytes(file);
    if (!file.toString().endsWith(".gz")) {
      return raw;
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      return in.readAllBytes();
    }
  }

  private static String hostOf(String url, String id) {
    String[] parts = url.split("/");
    String host = parts.length > 2 ? parts[2] : id;
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /** Which of so many folds its host falls into. */
  int fold(int folds) {
    int hash = 0;
    for (byte b : host.getBytes(StandardCharsets.UTF_8)) {
      hash = hash * 31 + b;
    }
    return Math.floorMod((hash * 0x9e3779b1) >>> 7, folds);
  }
}
