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
          "^(?:(?:(?:written|posted|reported|published|story|words|text|article|reviewed|authored|veröffentlicht"
              + "|erstellt|geschrieben|verfasst|publié|écrit|publicado|escrito|alle artikel|alle beiträge|beitrag)\\s+)?"
              + "(?:by|von|par|por|di|da|door|av|af)|authors?|autor(?:en|in)?|auteurs?|redaktion|text|автор|published by)"
              + "\\s*:?\\s+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /**
   * "Jane Roe in Gardening", "Jane Roe - The Outlet", "Jane Roe, RN": what follows is not her name.
   */
  private static final Pattern TAIL =
      Pattern.compile("\\s(?:in|for|at|für)\\s\\p{Lu}.*|\\s[-–—]\\s.*");

  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "\\p{Lu}[\\p{Lu}.]{1,5}|(?:Ph\\.?D|M\\.?D|R\\.?N|Jr|Sr)\\.?|\\p{Lu}[-\\p{Lu}]+ ?\\d*");

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

  private static final Set<String> ROLES = Set.copyOf(Phrases.lines("byline-roles.txt"));

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
      boolean first = true;
      for (String part : JOINT.split(text)) {
        String name = nameIn(part, first);
        first = false;
        if (isName(name, sites)
            && seen.add(name.toLowerCase(Locale.ROOT))
            && names.size() < AUTHORS_MAX) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /**
   * The name in one part of a byline; what follows a name is dropped, a bare credential is empty.
   */
  private static String nameIn(String part, boolean first) {
    String name = PREFIX.matcher(part.strip()).replaceFirst("");
    name = TAIL.matcher(name).replaceFirst("").strip();
    if (!first
        && (CREDENTIAL.matcher(name).matches()
            || Character.isLowerCase(name.isEmpty() ? 'a' : name.charAt(0)))) {
      return "";
    }
    String[] words = name.split(" ");
    if (ROLES.contains(words[0].toLowerCase(Locale.ROOT))) {
      return "";
    }
    int end = words.length;
    for (int i = 1; i < words.length && end == words.length; i++) {
      String word = words[i].toLowerCase(Locale.ROOT).replaceAll("[:,.]$", "");
      boolean repeats = words.length % 2 == 0 && i == words.length / 2 && words[i].equals(words[0]);
      end = ROLES.contains(word) || repeats ? i : end;
    }
    int role = end;
    while (role > 1
        && role < words.length
        && ROLES.contains(words[role - 1].toLowerCase(Locale.ROOT))) {
      role--;
    }
    return String.join(" ", List.of(words).subList(0, role)).replaceAll("[:,*]+$", "").strip();
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
