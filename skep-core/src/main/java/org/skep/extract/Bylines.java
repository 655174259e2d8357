package org.skep.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.skep.date.Dates;

/**
 * Names out of printed bylines: without "By" ({@code byline-prefixes.txt}), roles ({@code
 * byline-roles.txt}), outlets, dates, addresses and what is nobody ({@code byline-nobody.txt}).
 * Immutable and thread-safe; a line costs some 5 µs.
 */
final class Bylines {
  /** More names than this are a list of the staff. */
  static final int AUTHORS_MAX = 10;

  private static final int NAME_WORDS_MAX = 6;
  private static final int NAME_CHARS_MAX = 60;
  private static final int LINE_CHARS_MAX = 300;

  /**
   * "Jane Roe in Gardening", "Jane Roe - The Outlet", "Jane Roe For The Outlet": what follows is
   * not her name.
   */
  private static final Pattern TAIL =
      Pattern.compile(
          "\\s(?:in|for|at|für|bei|on behalf of)\\s\\p{Lu}.*|\\s(?:For|For The|For"
              + " the)\\s.*|\\s[-–—]\\s.*|\\s[-–—→»›]+$");

  private static final Pattern CREDENTIAL =
      Pattern.compile(
          "\\p{Lu}[\\p{Lu}.]{1,5}|(?:Ph\\.?D|M\\.?D|R\\.?N|Jr|Sr)\\.?|\\p{Lu}[-\\p{Lu}]+ ?\\d*");

  private static final Pattern HARD = Pattern.compile("\\s*[;|/&•·\\n、，]\\s*");
  private static final Pattern COMMA = Pattern.compile("\\s*,(?!\\s*(?:Jr|Sr|III?)\\b)\\s*");
  private static final Pattern AND =
      Pattern.compile("\\s+(?:and|und|et|y|e|og|och|en|with|And|ve|и|та|i|oraz)\\s+(?=\\S)");
  private static final Pattern LEADING_AND =
      Pattern.compile("^(?:and|und|et|y|e|og|och|en|with)\\s+");
  private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S*|https?://\\S+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern LAST_STOP = Pattern.compile("[,.]$");
  private static final Pattern LAST_MARK = Pattern.compile("[:,.]$");
  private static final Pattern OUTER_MARKS =
      Pattern.compile("^[\\p{Punct}&&[^\"'(]]+\\s*|[:,*–—-]+$");
  private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*\\]|（[^）]*）");

  /** A date or a number of shares; "freeman1984" is a name. */
  private static final Pattern FROM_DIGIT = Pattern.compile("(?<=.{3})[\\s,]+\\d.*");

  /** "ByJane Roe": two elements that the page's style sheet sets apart. */
  private static final Pattern GLUED_BY = Pattern.compile("^(?:Written )?[Bb]y(?=\\p{Lu}\\p{L})");

  private static final Pattern COMPOUND_ROLE =
      Pattern.compile(
          "\\S+-(?:Expert|Redakteur|Korrespondent|Reporter|Autor|Editor|Leser)\\p{L}*\\s+");

  /** What a style sheet sets apart from the name: "Jane Roe am", "Uwe Krantz Stand". */
  private static final Pattern AFTER_NAME =
      Pattern.compile(
          "\\s+(?:am|le|el|il|on|at|um|im|vor|hace|Stand|Posted|Published|Updated|Publiziert"
              + "|Veröffentlicht|Aktualisiert|Last|Sponsored|Symbolbild|Hace|Alles von|im Gespräch)$");

  private static final Set<String> ROLES = Set.copyOf(Phrases.lines("byline-roles.txt"));
  private static final Set<String> NOBODY = Set.copyOf(Phrases.lines("byline-nobody.txt"));
  private static final Set<String> DESKS = Set.copyOf(Phrases.lines("byline-desks.txt"));
  private static final Set<String> AGENCIES = Set.copyOf(Phrases.lines("agencies.txt"));
  private static final Pattern PREFIX = prefix();

  private Bylines() {}

  private static Pattern prefix() {
    String words =
        Phrases.lines("byline-prefixes.txt").stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(line -> Pattern.quote(line).replace(" ", "\\E\\s+\\Q"))
            .collect(Collectors.joining("|"));
    return Pattern.compile(
        "^[\\s\\p{Punct}–—]*(?:" + words + ")(?:\\s*[:：／]\\s*|\\s+)",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Whether the line begins as bylines do. */
  static boolean isByline(String line) {
    return PREFIX.matcher(line).lookingAt();
  }

  /** Whether a name in capital letters, or in a script without them, follows such a beginning. */
  static boolean isSigned(String line) {
    var prefix = PREFIX.matcher(line);
    return prefix.lookingAt()
        && prefix.end() < line.length()
        && !Character.isLowerCase(line.charAt(prefix.end()));
  }

  /** Whether the line is "Written by" and no more, so that a name must follow. */
  static boolean isLabel(String line) {
    var prefix = PREFIX.matcher(line + " ");
    return prefix.lookingAt() && prefix.end() > line.length();
  }

  /**
   * Single names out of printed bylines.
   *
   * @param sites names that are outlets, not people
   */
  static List<String> clean(List<String> printed, List<String> sites) {
    Set<String> seen = new LinkedHashSet<>();
    var names = new ArrayList<String>();
    for (String line : printed) {
      for (String name : names(line)) {
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
   * The newsrooms and outlets that sign where no person does: "Redaktion", "Mill News".
   *
   * @param sites names of the page's own outlet; an account ("jroe7") is none
   */
  static List<String> houses(List<String> signed, List<String> sites) {
    Set<String> seen = new LinkedHashSet<>();
    for (String line : signed) {
      String name = withoutPrefix(plain(line));
      String lower = name.toLowerCase(Locale.ROOT);
      boolean own =
          sites.stream().anyMatch(site -> Titles.letters(site).equals(Titles.letters(name)));
      if (name.length() <= NAME_CHARS_MAX && (own || DESKS.contains(lower))) {
        seen.add(name);
      }
    }
    return List.copyOf(seen);
  }

  private static String plain(String line) {
    String text = line.length() > LINE_CHARS_MAX ? line.substring(0, LINE_CHARS_MAX) : line;
    text = ADDRESS.matcher(Titles.unescape(text)).replaceAll(" ");
    text = BRACKETS.matcher(text).replaceAll(" ");
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  private static List<String> names(String line) {
    String text = withoutDate(withoutPrefix(plain(line)));
    var names = new ArrayList<String>();
    for (String part : HARD.split(text)) {
      boolean named = false;
      for (String piece : COMMA.split(withoutPrefix(part))) {
        for (String one : AND.split(LEADING_AND.matcher(piece).replaceFirst(""))) {
          if (named && isAddition(one)) {
            continue;
          }
          String name = nameIn(one, !names.isEmpty());
          named |= name.indexOf(' ') > 0;
          names.add(name);
        }
      }
    }
    return names;
  }

  private static String withoutDate(String text) {
    var digit = FROM_DIGIT.matcher(text);
    if (!digit.find()) {
      return text;
    }
    String before = text.substring(0, digit.start());
    int last = before.lastIndexOf(' ');
    boolean month =
        last > 0 && Dates.isMonthOrWeekday(without(LAST_STOP, before.substring(last + 1)));
    return month ? before.substring(0, last) : before;
  }

  private static String withoutPrefix(String text) {
    String rest = GLUED_BY.matcher(text).replaceFirst("");
    for (int i = 0; i < 3; i++) {
      var prefix = PREFIX.matcher(rest);
      if (!prefix.lookingAt() || prefix.end() == rest.length()) {
        return rest;
      }
      rest = rest.substring(prefix.end());
    }
    return rest;
  }

  /** "London", "MD", "Home and Digital Security Expert" after a full name. */
  private static boolean isAddition(String piece) {
    if (piece.indexOf(' ') < 0 || CREDENTIAL.matcher(piece).matches()) {
      return true;
    }
    for (String word : piece.split(" ")) {
      if (isRole(word)) {
        return true;
      }
    }
    return Character.isLowerCase(piece.charAt(0));
  }

  private static boolean isRole(String word) {
    return ROLES.contains(without(LAST_MARK, word.toLowerCase(Locale.ROOT)));
  }

  private static String without(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll("");
  }

  /**
   * The name in one part of a byline; what follows a name is dropped, a bare credential is empty.
   */
  private static String nameIn(String part, boolean follows) {
    String name = COMPOUND_ROLE.matcher(withoutPrefix(part.strip())).replaceFirst("");
    name = TAIL.matcher(name).replaceFirst("").strip();
    name = AFTER_NAME.matcher(name).replaceFirst("");
    if (follows
        && !isAgency(name)
        && (CREDENTIAL.matcher(name).matches()
            || Character.isLowerCase(name.isEmpty() ? 'a' : name.charAt(0)))) {
      return "";
    }
    String[] words = name.split(" ");
    int begin = 0;
    while (begin < words.length && isRole(words[begin])) {
      begin++;
    }
    if (words.length - begin < 2 && begin > 0) {
      return "";
    }
    int end = words.length;
    for (int i = begin + 1; i < words.length && end == words.length; i++) {
      boolean role = isRole(words[i]) && (i - begin > 1 || isLower(words[i]));
      end = role || repeats(words, begin, i) || isOfDate(words[i], i - begin) ? i : end;
    }
    return without(OUTER_MARKS, String.join(" ", List.of(words).subList(begin, end))).strip();
  }

  private static boolean isLower(String word) {
    return Character.isLowerCase(word.charAt(0));
  }

  /** "Jane Roe Jane Roe" when a picture's label and a link stand together. */
  private static boolean repeats(String[] words, int begin, int i) {
    return i - begin >= 2 && words[i].equals(words[begin]);
  }

  private static boolean isOfDate(String word, int index) {
    return index >= 2 && word.length() > 2 && Dates.isMonthOrWeekday(without(LAST_STOP, word));
  }

  static boolean isAgency(String name) {
    return AGENCIES.contains(name.toLowerCase(Locale.ROOT));
  }

  private static boolean isName(String name, List<String> sites) {
    if (name.length() < 2 || name.length() > NAME_CHARS_MAX) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    int words = name.split(" ").length;
    boolean digits = name.chars().anyMatch(Character::isDigit);
    boolean upper =
        name.chars()
            .anyMatch(c ->
                Character.isUpperCase(c) || (!Character.isLowerCase(c) && Character.isLetter(c)));
    if (words > NAME_WORDS_MAX
        || (digits && words > 1)
        || (!upper && words > 2)
        || NOBODY.contains(lower)
        || DESKS.contains(lower)
        || NOBODY.contains(lower.split(" ")[0] + " *")
        || isLabel(name)
        || (words == 1
            && Dates.isMonthOrWeekday(
                name.endsWith(".") ? name.substring(0, name.length() - 1) : name))
        || name.chars().noneMatch(Character::isLetter)) {
      return false;
    }
    return sites.stream().noneMatch(site -> site.equalsIgnoreCase(name));
  }
}
