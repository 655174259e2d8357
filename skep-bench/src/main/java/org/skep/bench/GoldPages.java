package org.skep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.skep.model.Page;
import tools.jackson.databind.json.JsonMapper;

/** The development pages beside the project: for measuring, never part of it. */
final class GoldPages {
  private static final Instant FETCHED = Instant.parse("2026-01-01T00:00:00Z");

  private GoldPages() {}

  /** The pages of a set such as "wcxb-dev", in the order of its manifest. */
  static List<Page> of(Path gold, String set) throws IOException {
    Path folder = gold.resolve("extraction").resolve(set);
    var mapper = JsonMapper.builder().build();
    var pages = new ArrayList<Page>();
    for (String line :
        Files.readAllLines(folder.resolve("manifest.jsonl"), StandardCharsets.UTF_8)) {
      var json = mapper.readTree(line);
      String id = set + "/" + json.path("id").asString();
      String url =
          json.path("url").asString("https://" + set + ".example/" + json.path("id").asString());
      pages.add(
          new Page(
              url + "#" + id,
              Map.of(),
              bytes(folder.resolve(json.path("file").asString())),
              FETCHED));
    }
    return pages;
  }

  private static byte[] bytes(Path file) {
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }
}
