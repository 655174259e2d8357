package org.skep.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.skep.cli.JsonLines.Line;
import tools.jackson.databind.JsonNode;

/**
 * Runs a function over JSON lines on all cores and writes the answers in the order of the input. A
 * bad line, or a function that throws, gives a line with "error"; nothing stops the rest. Memory is
 * bounded by {@link #CHUNK_LINES}.
 */
final class Batch {
  private static final int CHUNK_LINES = 64;

  private final PrintWriter out;

  Batch(PrintWriter out) {
    this.out = out;
  }

  /** Answers each line with the function's object, its "id" put first. */
  void run(String verb, JsonLines lines, Function<JsonNode, Map<String, ?>> answer)
      throws IOException {
    try (lines;
        var progress = Progress.of(verb)) {
      for (var chunk = lines.next(CHUNK_LINES); !chunk.isEmpty(); chunk = lines.next(CHUNK_LINES)) {
        write(chunk.parallelStream().map(line -> JsonLines.write(answer(line, answer))).toList());
        progress.step(chunk.size());
      }
    }
  }

  private void write(List<String> answers) {
    answers.forEach(out::println);
    out.flush();
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  static Map<String, Object> answer(Line line, Function<JsonNode, Map<String, ?>> function) {
    var object = new LinkedHashMap<String, Object>();
    object.put("id", line.id());
    JsonNode json = line.json();
    if (json == null) {
      object.put("error", String.valueOf(line.error()));
      return object;
    }
    try {
      object.putAll(function.apply(json));
    } catch (RuntimeException e) {
      object.put("error", e.getMessage() == null ? e.toString() : e.getMessage());
      if (System.getenv("SKEP_TRACE") != null) {
        e.printStackTrace();
      }
    }
    return object;
  }
}
