package org.skep.stories;

import java.util.HashMap;
import java.util.Map;
import org.skep.text.Fold;
import org.skep.text.TextLines;

/**
 * A name as it sounds, however a language spells what it heard in another: Shevchenko,
 * Schewtschenko and Chevtchenko are one. The spellings of a sound come from {@code sounds.txt}.
 * Vowels stay: without them Gouverneur and governor were one too, and wrong links more than paid
 * for the right ones. Weak: a German ch may be another language's kh. Immutable.
 */
final class Sounds {
  /** A name of fewer letters stays as it is spelt: too many of them sound alike. */
  private static final int LETTERS_MIN = 5;

  private static final char END = '$';

  private static final int LETTERS = 128;

  private final Map<String, String> sounds = new HashMap<>();

  /** Letters of the longest spelling that begins with this one: most begin none. */
  private final int[] longest = new int[LETTERS];

  Sounds() {
    for (String line : TextLines.of(Sounds.class, "sounds.txt")) {
      String[] parts = line.split("\t");
      sounds.put(parts[0], parts[1]);
      char first = parts[0].charAt(0);
      longest[first] = Math.max(longest[first], parts[0].length());
    }
  }

  /** One spelling for all of a name's. */
  String of(String name) {
    String latin = Fold.latin(name);
    return latin.length() < LETTERS_MIN ? latin : spell(latin + END);
  }

  /** Sound by sound; two of one kind in a row are one. */
  private String spell(String latin) {
    var spelt = new StringBuilder();
    for (int i = 0; latin.charAt(i) != END; ) {
      char first = latin.charAt(i);
      int length = Math.min(first < LETTERS ? longest[first] : 0, latin.length() - i);
      while (length > 1 && !sounds.containsKey(latin.substring(i, i + length))) {
        length--;
      }
      length = Math.max(1, length);
      String spelling = latin.substring(i, i + length);
      String sound = sounds.getOrDefault(spelling, spelling);
      for (int k = 0; k < sound.length(); k++) {
        if (spelt.isEmpty() || spelt.charAt(spelt.length() - 1) != sound.charAt(k)) {
          spelt.append(sound.charAt(k));
        }
      }
      i += spelling.charAt(length - 1) == END ? length - 1 : length;
    }
    return spelt.toString();
  }
}
