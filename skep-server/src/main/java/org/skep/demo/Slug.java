package org.skep.demo;

import java.text.Normalizer;
import java.util.Locale;

/** A headline as addresses spell it. */
final class Slug {
  private static final int LENGTH_MAX = 60;

  private Slug() {}

  static String of(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace("ß", "ss")
            .replace("œ", "oe")
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’]", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return plain.length() <= LENGTH_MAX
        ? plain
        : plain.substring(0, plain.lastIndexOf('-', LENGTH_MAX));
  }
}
