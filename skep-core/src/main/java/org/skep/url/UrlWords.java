package org.skep.url;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The text files beside this package: one entry a line, {@code #} begins a comment. */
final class UrlWords {
  private UrlWords() {}

  static List<String> read(String file) {
    try (InputStream in = UrlWords.class.getResourceAsStream("/url/" + file)) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: /url/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
