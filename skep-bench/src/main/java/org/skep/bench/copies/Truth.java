package org.skep.bench.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.skep.bench.stories.GoldStream;
import org.skep.model.ArticleId;
import tools.jackson.databind.JsonNode;

/** Which article was copied from which, as a data set tells it. */
final class Truth {
  private Truth() {}

  /** From the truth file of make_press.py: {@code id} and {@code origin} in JSON lines. */
  static Map<Long, Long> ofPress(Path file) throws IOException {
    var parents = new HashMap<Long, Long>();
    for (JsonNode line : GoldStream.lines(file)) {
      JsonNode origin = line.path("origin");
      if (origin.isString()) {
        parents.put(ArticleId.of(line.get("id").asString()), ArticleId.of(origin.asString()));
      }
    }
    return parents;
  }

  /** The articles with two sources. */
  static Set<Long> stitched(Path file) throws IOException {
    var stitched = new HashSet<Long>();
    for (JsonNode line : GoldStream.lines(file)) {
      if (line.path("kind").asString("").equals("stitched")) {
        stitched.add(ArticleId.of(line.get("id").asString()));
      }
    }
    return stitched;
  }

  /** From tab-separated pairs of ids: all that hang together are one lineage, whoever was first. */
  static Map<Long, Long> ofPairs(Path file) throws IOException {
    var parents = new HashMap<Long, Long>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && line.charAt(0) != '#') {
        String[] ids = line.split("\t");
        long one = root(parents, ArticleId.of(ids[0]));
        long two = root(parents, ArticleId.of(ids[1]));
        if (one != two) {
          parents.put(two, one);
        }
      }
    }
    return parents;
  }

  private static long root(Map<Long, Long> parents, long article) {
    long root = article;
    for (Long up = parents.get(root); up != null; up = parents.get(root)) {
      root = up;
    }
    return root;
  }
}
