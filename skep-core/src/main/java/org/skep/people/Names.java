package org.skep.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.skep.model.Correction.NamePersons.Row;
import org.skep.text.Fold;
import org.skep.text.TextLines;

/**
 * How names of persons compare: folded, in Latin letters, without titles and initials. Pure,
 * thread-safe.
 */
final class Names {
  private static final int LONG = 7;

  private final Set<String> titles = Set.copyOf(TextLines.of(Names.class, "titles.txt"));

  /** "Dr. Yury V. Ushakov" gives "yuri ushakov"; never empty for a name with letters. */
  String key(String name) {
    List<String> words = new ArrayList<>();
    for (String word : Fold.latin(name).split("[^\\p{L}\\p{Nd}'-]+")) {
      if (word.length() > 1 && !titles.contains(word)) {
        words.add(sound(word));
      }
    }
    return words.isEmpty() ? Fold.latin(name).strip() : String.join(" ", words);
  }

  /** All the names of a row, as they compare. */
  Set<String> keys(Row row) {
    var keys = new TreeSet<String>();
    keys.add(key(row.name()));
    row.aliases().forEach(alias -> keys.add(key(alias)));
    return keys;
  }

  /** Whether a way to call somebody holds a word of their name: "Ushakov", not "the aide". */
  boolean shareWord(String alias, String key) {
    List<String> own = List.of(key.split(" ", -1));
    return Arrays.stream(key(alias).split(" ", -1)).anyMatch(own::contains);
  }

  static String surname(String key) {
    return key.substring(key.lastIndexOf(' ') + 1);
  }

  /** Newspapers differ in how they spell the same Cyrillic letters. */
  private static String sound(String word) {
    String plain = word.replace("'", "");
    plain = plain.startsWith("iu") ? "yu" + plain.substring(2) : plain;
    plain = plain.startsWith("ia") ? "ya" + plain.substring(2) : plain;
    plain = plain.replace("tch", "ch").replace("sch", "sh").replace("kh", "h").replace("w", "v");
    plain = plain.replace("ks", "x").replace("ou", "u").replace("j", "y");
    return plain.length() > 3 && plain.endsWith("y")
        ? plain.substring(0, plain.length() - 1) + "i"
        : plain;
  }

  /** One letter may differ in a long surname; first names must be the same or an initial apart. */
  static boolean same(String key, String other) {
    if (key.equals(other)) {
      return true;
    }
    String one = surname(key);
    String two = surname(other);
    int space = key.indexOf(' ');
    int otherSpace = other.indexOf(' ');
    if (space < 0 || otherSpace < 0 || !alike(one, two)) {
      return false;
    }
    return alike(key.substring(0, space), other.substring(0, otherSpace));
  }

  private static boolean alike(String one, String two) {
    boolean both = Math.min(one.length(), two.length()) >= LONG;
    return one.equals(two) || (both && one.charAt(0) == two.charAt(0) && oneLetterApart(one, two));
  }

  private static boolean oneLetterApart(String one, String two) {
    String shorter = one.length() <= two.length() ? one : two;
    String longer = shorter.equals(one) ? two : one;
    if (longer.length() - shorter.length() > 1) {
      return false;
    }
    int i = 0;
    while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
      i++;
    }
    int skip = longer.length() > shorter.length() ? 0 : 1;
    return i == shorter.length() || shorter.substring(i + skip).equals(longer.substring(i + 1));
  }
}
