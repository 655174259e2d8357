package org.skep.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A list kept as a text file on the class path: one entry a line, UTF-8, {@code #} begins a comment
 * line. Read at construction of whoever needs it.
 */
public final class TextLines {
  private TextLines() {}

  /**
   * The entries, in the file's order.
   *
   * @throws IllegalStateException when the file is not on the class path
   */
  public static List<String> of(Class<?> beside, String name) {
    try (var stream = beside.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not beside " + beside.getName());
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
