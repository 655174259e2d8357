package org.skep.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text file of knowledge on the class path: one entry a line, columns parted by tabs, sorted,
 * UTF-8; lines that open with # are remarks.
 */
public final class WordFile {
  private WordFile() {}

  /** The lines of a file under {@code /language}; none when there is no such file. */
  public static List<String[]> lines(String name) {
    return read("/language/" + name);
  }

  /** The lines of a file on the class path; none when there is no such file. */
  public static List<String[]> read(String name) {
    try (InputStream in = WordFile.class.getResourceAsStream(name)) {
      if (in == null) {
        return List.of();
      }
      var lines = new ArrayList<String[]>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line.split("\t", -1));
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
