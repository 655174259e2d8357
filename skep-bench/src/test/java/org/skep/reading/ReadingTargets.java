package org.skep.reading;

import java.util.List;
import org.skep.fuzz.Target;

/** What readers type: patterns that hide headlines. */
public final class ReadingTargets {
  private static final String HEADLINE =
      "\u1c80 The lottery, the LOTTO and 40,000 öre: " + "a".repeat(300);

  private ReadingTargets() {}

  public static List<Target> all() {
    return List.of(
        Target.ofText(
            "mute",
            List.of("lottery", "/lotter(y|ies)/", "/(a+)+$/", "/[a-z&&[^b]]{2,5}?\\b/"),
            List.of(
                "/",
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                "{1000}",
                "*",
                "+",
                "?",
                "|",
                "\\",
                "\\p{L}",
                "\\Q",
                "(?i)",
                "(?P<a>",
                "^",
                "$",
                ".",
                "[^",
                "-",
                "\\x{10FFFF}",
                "\\C"),
            ReadingTargets::mute));
  }

  private static void mute(String value) {
    var mute = HeadlineMute.of(value);
    mute.hides(HEADLINE);
    mute.hides("");
  }
}
