package org.skep.charset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an encoding's label means: the table of the WHATWG Encoding Standard, where {@code
 * iso-8859-1} means windows-1252 as it does in every browser. Labels outside the table ({@code
 * utf-32}, {@code cp037}) mean what the JDK says. Immutable, thread-safe.
 */
public final class CharsetLabels {
  private static final Map<String, String> NAMES = load();

  /** Where the JDK's charset of the same name reads fewer characters than browsers do. */
  private static final Map<String, String> JAVA =
      Map.of(
          "windows-874", "x-windows-874",
          "Shift_JIS", "windows-31j",
          "EUC-KR", "x-windows-949",
          "GBK", "GB18030",
          "Big5", "Big5-HKSCS",
          "x-user-defined", "windows-1252");

  private CharsetLabels() {}

  /** The standard's name of the encoding a label means; empty for a label nobody knows. */
  public static Optional<String> name(String label) {
    String key = label.strip().toLowerCase(Locale.ROOT);
    String name = NAMES.get(key);
    if (name != null) {
      return Optional.of(name);
    }
    try {
      return key.isEmpty() || !Charset.isSupported(key)
          ? Optional.empty()
          : Optional.of(Charset.forName(key).name());
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not even spelled as a charset
    }
  }

  /** The JDK's charset that reads an encoding; empty when there is none (ISO-8859-14, -10). */
  public static Optional<Charset> charset(String name) {
    String java = JAVA.getOrDefault(name, name);
    try {
      return Charset.isSupported(java) ? Optional.of(Charset.forName(java)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> load() {
    try (InputStream in =
        CharsetLabels.class.getClassLoader().getResourceAsStream("charset/labels.txt")) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: charset/labels.txt");
      }
      var names = new HashMap<String, String>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          names.put(line.substring(0, tab), line.substring(tab + 1));
        }
      }
      return Map.copyOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException("class path: charset/labels.txt", e);
    }
  }
}
