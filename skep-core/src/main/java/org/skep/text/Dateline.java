package org.skep.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where and by whom a report was filed, printed before its first sentence: "OSLO, 3 March (Agency)
 * - ", "OSLO — ". It belongs to no sentence and to nobody's words. Pure; reads the first {@value
 * #CHARS_MAX} characters.
 */
public final class Dateline {
  private static final int CHARS_MAX = 110;

  /** A place and an agency in brackets, either alone, or a place in capitals; then a dash. */
  private static final Pattern DATELINE =
      Pattern.compile(
          "(?:\\p{Lu}[^()\\n]{0,60}\\s?\\([^()\\n]{2,40}\\)|\\([^()\\n]{2,40}\\)"
              + "|\\p{Lu}[\\p{Lu}\\p{M} .'’/-]{2,40}(?:,[^()\\n.]{2,30})?)"
              + "\\s?(?:[-–—]{1,2})\\s");

  private Dateline() {}

  /** The offset of the first sentence; 0 when the text begins with it. */
  public static int end(String text) {
    Matcher matcher = DATELINE.matcher(text).region(0, Math.min(text.length(), CHARS_MAX));
    return matcher.lookingAt() ? matcher.end() : 0;
  }
}
