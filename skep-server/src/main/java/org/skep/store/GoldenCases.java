package org.skep.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.skep.model.Page;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bad extractions as a user reported them: the page's bytes and the text it should give, in the
 * folder {@code golden/} of the data directory. {@code skep extract --manifest
 * golden/manifest.jsonl} reads the pages, and a scorer of extraction reads {@code
 * golden/gold.jsonl}. A second report of an article replaces the first. Bounded by {@link
 * #CASES_MAX} and {@link #BYTES_MAX}. Thread-safe.
 */
public final class GoldenCases {
  /** More cases than this are refused. */
  public static final int CASES_MAX = 500;

  /** Packed pages of more bytes than this together are refused. */
  public static final long BYTES_MAX = 100L << 20;

  private static final JsonMapper MAPPER = new JsonMapper();

  private final Path folder;

  /**
   * @param data the data directory
   */
  public GoldenCases(Path data) {
    this.folder = data.resolve("golden");
  }

  /**
   * Keeps one case.
   *
   * @return false when the folder is full
   */
  public synchronized boolean keep(long article, Page page, String title, String text) {
    String id = Long.toUnsignedString(article, 16);
    String file = "html/" + id + ".html.gz";
    try {
      Files.createDirectories(folder.resolve("html"));
      Map<String, String> manifest = lines("manifest.jsonl");
      Map<String, String> gold = lines("gold.jsonl");
      byte[] packed = gzip(page.body());
      boolean full = manifest.size() >= CASES_MAX || bytes() + packed.length > BYTES_MAX;
      if (full && !manifest.containsKey(id)) {
        return false;
      }
      manifest.put(id, line("id", id, "file", file, "url", page.url()));
      gold.put(id, line("id", id, "title", title, "text", text));
      replace(file, packed);
      replace("gold.jsonl", bytes(gold));
      replace("manifest.jsonl", bytes(manifest));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
    }
  }

  private Map<String, String> lines(String name) throws IOException {
    Map<String, String> lines = new LinkedHashMap<>();
    Path file = folder.resolve(name);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        lines.put(MAPPER.readTree(line).path("id").asString(""), line);
      }
    }
    return lines;
  }

  private static String line(String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return MAPPER.writeValueAsString(fields);
  }

  private static byte[] bytes(Map<String, String> lines) {
    return (String.join("\n", lines.values()) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private long bytes() throws IOException {
    long sum = 0;
    try (var files = Files.list(folder.resolve("html"))) {
      for (Path file : files.toList()) {
        sum += Files.size(file);
      }
    }
    return sum;
  }

  /** A reader sees the old file or the new one, never half of one. */
  private void replace(String name, byte[] bytes) throws IOException {
    Path part = folder.resolve(name + ".part");
    Files.write(part, bytes);
    Files.move(
        part,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (var packing = new GZIPOutputStream(out)) {
      packing.write(bytes);
    }
    return out.toByteArray();
  }
}
