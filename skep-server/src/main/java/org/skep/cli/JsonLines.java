package org.skep.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON lines, UTF-8, plain or gzip; "-" is standard input. A line that is no JSON object is a line
 * with an error.
 */
final class JsonLines implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int GZIP_FIRST_BYTE = 0x1f;

  private final BufferedReader reader;
  private int number;

  /**
   * One line of input.
   *
   * @param json an object; {@code null} when the line is none
   * @param error what is wrong with it; {@code null} when nothing is
   */
  record Line(int number, @Nullable JsonNode json, @Nullable String error) {
    /** The document's id as the input gives it, else the line's number. */
    String id() {
      JsonNode node = json;
      return node == null ? "line " + number : node.path("id").asString("line " + number);
    }
  }

  private JsonLines(BufferedReader reader) {
    this.reader = reader;
  }

  static JsonLines open(String file) throws IOException {
    return new JsonLines(
        new BufferedReader(
            new InputStreamReader(
                file.equals("-")
                    ? unpacked(System.in)
                    : unpacked(Files.newInputStream(existing(file))),
                StandardCharsets.UTF_8)));
  }

  /** A line for each file: {@code {"id": FILE, "file": FILE}}. */
  static JsonLines naming(List<String> files) {
    var text = new StringBuilder();
    files.forEach(file -> text.append(write(Map.of("id", file, "file", file))).append('\n'));
    return new JsonLines(new BufferedReader(new StringReader(text.toString())));
  }

  /** The file, or an error that says which is missing. */
  static Path existing(String file) throws IOException {
    Path path = Path.of(file);
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new IOException(file + ": no such file, or it cannot be read");
    }
    return path;
  }

  static InputStream unpacked(InputStream in) throws IOException {
    var peek = new PushbackInputStream(in, 1);
    int first = peek.read();
    if (first >= 0) {
      peek.unread(first);
    }
    return first == GZIP_FIRST_BYTE ? new GZIPInputStream(peek) : peek;
  }

  /** Up to this many lines, blank ones left out; empty at the end. */
  List<Line> next(int max) {
    var lines = new ArrayList<Line>();
    try {
      String text;
      while (lines.size() < max && (text = reader.readLine()) != null) {
        number++;
        if (!text.isBlank()) {
          lines.add(parse(text));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "line " + (number + 1) + " cannot be read: " + e.getMessage(), e);
    }
    return lines;
  }

  private Line parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node.isObject()
          ? new Line(number, node, null)
          : new Line(number, null, "line " + number + ": not a JSON object");
    } catch (JacksonException e) {
      return new Line(number, null, "line " + number + ": not JSON: " + e.getOriginalMessage());
    }
  }

  static String write(Map<String, ?> object) {
    return MAPPER.writeValueAsString(object);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
