package org.skep.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The authors, cleaned of "By", roles, outlets, dates, addresses and each other. */
final class Bylines {
  private static final int AUTHORS_MAX = 10;
  private static final int NAME_WORDS_MAX = 6;
  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:(?:written|posted|reported|published|story|words|text|article|reviewed)\\s+)?"
              + "(?:by|von|par|por|di|da|door|av|af|author|autor|autorin|auteur|redaktion|автор)\\s*:?\\s+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern JOINT =
      Pattern.compile(
          "\\s*(?:[;|/&•·\\n]|,(?!\\s*(?:Jr|Sr|MD|M\\.D|PhD|Ph\\.D|RN|III?|Esq)\\b)"
              + "|\\b(?:and|und|et|y|e|og|och|en|with)\\b(?=\\s))\\s*");
  private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S*|https?://\\S+");
  private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*\\]");
  private static final Set<String> NOBODY =
      Set.of(
          "admin",
          "administrator",
          "editor",
          "editors",
          "staff",
          "redaktion",
          "redaction",
          "rédaction",
          "la rédaction",
          "la redacción",
          "redacción",
          "redazione",
          "redação",
          "team",
          "editorial team",
          "news desk",
          "newsroom",
          "webmaster",
          "root",
          "user",
          "guest",
          "author",
          "unknown",
          "anonymous",
          "follow",
          "about",
          "contact",
          "share");

  private Bylines() {}

  /**
   * @param sources author values of sources, the most trusted first; the first that yields names
   *     wins
   * @param sites names that are outlets, not people
   */
  static List<String> choose(List<List<String>> sources, List<String> sites) {
    for (List<String> source : sources) {
      List<String> names = clean(source, sites);
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  /** Single names out of printed bylines. */
  static List<String> clean(List<String> printed, List<String> sites) {
    Set<String> seen = new LinkedHashSet<>();
    var names = new ArrayList<String>();
    for (String line : printed) {
      String text = ADDRESS.matcher(Titles.unescape(line)).replaceAll(" ");
      text = BRACKETS.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
      text = PREFIX.matcher(text).replaceFirst("");
      for (String part : JOINT.split(text)) {
        String name = PREFIX.matcher(part.strip()).replaceFirst("").strip();
        if (isName(name, sites)
            && seen.add(name.toLowerCase(Locale.ROOT))
            && names.size() < AUTHORS_MAX) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private static boolean isName(String name, List<String> sites) {
    if (name.length() < 2 || name.length() > 60) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    int words = name.split(" ").length;
    boolean digits = name.chars().anyMatch(Character::isDigit);
    boolean upper =
        name.chars()
            .anyMatch(c ->
                Character.isUpperCase(c) || (!Character.isLowerCase(c) && Character.isLetter(c)));
    if (words > NAME_WORDS_MAX || digits || (!upper && words > 1) || NOBODY.contains(lower)) {
      return false;
    }
    return sites.stream().noneMatch(site -> site.equalsIgnoreCase(name));
  }
}
