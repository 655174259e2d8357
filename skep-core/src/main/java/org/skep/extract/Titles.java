package org.skep.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The title from candidates that agree: the heading printed above the text when a declared title
 * knows it, else the declared headline, else the window's title without the site's name.
 */
final class Titles {
  private static final Pattern SEPARATOR =
      Pattern.compile("\\s+[|–—·•»:/\\-]{1,2}\\s+|\\s*[|»]\\s*|:\\s+");
  private static final double AGREES = 0.6;
  private static final int HEADLINE_WORDS_MIN = 3;
  private static final int WITHIN_CHARS_MIN = 20;
  private static final int KICKER_CHARS_MAX = 40;
  private static final int LINE_CHARS_MIN = 12;

  private Titles() {}

  /**
   * What the page declares, best first: JSON-LD, Open Graph, the window's title without the site.
   */
  static List<String> declared(
      JsonLd jsonLd, MetaTags meta, String windowTitle, List<String> sites) {
    var titles = new ArrayList<String>();
    add(jsonLd.articleText("headline"), sites, titles);
    add(meta.first("og:title", "twitter:title", "dc.title", "headline"), sites, titles);
    add(windowTitle, sites, titles);
    return titles;
  }

  private static void add(@Nullable String title, List<String> sites, List<String> into) {
    if (title != null && !title.isBlank()) {
      into.add(withoutSite(unescape(title), sites));
    }
  }

  /**
   * The headline as printed where a declared title agrees with it, or where it is the page's only
   * one; else the declared title. Empty when there is none.
   */
  static String choose(List<String> declared, Layout layout, Hints hints) {
    if (hints.headingIndex() < 0) {
      return declared.isEmpty() ? "" : declared.getFirst();
    }
    Block heading = layout.blocks().get(hints.headingIndex());
    for (String title : declared) {
      if (isWithin(title, heading.text)) {
        return title;
      }
    }
    boolean agrees = hints.titleShare(heading.hashes) >= AGREES;
    boolean alone = heading.words >= HEADLINE_WORDS_MIN && isOnlyHeadline(heading, layout);
    return agrees || alone || declared.isEmpty() ? heading.text : declared.getFirst();
  }

  /** Whether the headline is this title with a kicker before or a line of the standfirst after. */
  private static boolean isWithin(String title, String heading) {
    int rest = heading.length() - title.length() - 1;
    if (rest < 1 || title.length() < WITHIN_CHARS_MIN) {
      return false;
    }
    boolean kicker = rest <= KICKER_CHARS_MAX && heading.endsWith(title);
    boolean line = rest >= LINE_CHARS_MIN && heading.startsWith(title);
    String before = kicker ? heading.substring(0, rest) : "";
    return kicker
        ? before.chars().allMatch(c -> Character.isLetter(c) || c == ' ')
        : line && Character.isLetter(heading.charAt(title.length() + 1));
  }

  private static boolean isOnlyHeadline(Block heading, Layout layout) {
    int headlines = 0;
    for (Block block : layout.blocks()) {
      headlines += block.box.tag.equals("h1") ? 1 : 0;
    }
    return headlines == 1 && heading.box.tag.equals("h1");
  }

  /** "Bear led out of town – Hilltown Herald" is "Bear led out of town". */
  static String withoutSite(String title, List<String> sites) {
    String text = title.replaceAll("\\s+", " ").strip();
    var separators = SEPARATOR.matcher(text);
    int lastEnd = -1;
    int lastBegin = -1;
    int firstBegin = -1;
    int firstEnd = -1;
    while (separators.find()) {
      if (firstBegin < 0) {
        firstBegin = separators.start();
        firstEnd = separators.end();
      }
      if (!separators.group().startsWith(":")) {
        lastBegin = separators.start();
        lastEnd = separators.end();
      }
    }
    if (lastBegin > 0 && isSite(text.substring(lastEnd), sites)) {
      return withoutSite(text.substring(0, lastBegin), sites);
    }
    boolean colon = firstBegin > 0 && text.charAt(firstBegin) == ':';
    String beginning = firstBegin > 0 ? text.substring(0, firstBegin) : "";
    if (firstBegin > 0 && (colon ? isExactly(beginning, sites) : isSite(beginning, sites))) {
      return withoutSite(text.substring(firstEnd), sites);
    }
    return text;
  }

  private static boolean isExactly(String words, List<String> sites) {
    return sites.stream().anyMatch(site -> letters(site).equals(letters(words)));
  }

  private static boolean isSite(String words, List<String> sites) {
    String folded = letters(words);
    if (folded.isEmpty()) {
      return true;
    }
    for (String site : sites) {
      String name = letters(site);
      if (name.isEmpty()) {
        continue;
      }
      if (folded.equals(name)
          || (name.length() > 3 && folded.contains(name) && folded.length() < name.length() + 14)
          || (folded.length() > 3 && name.contains(folded))) {
        return true;
      }
    }
    return false;
  }

  static String letters(String text) {
    var letters = new StringBuilder();
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (Character.isLetterOrDigit(lower.charAt(i))) {
        letters.append(lower.charAt(i));
      }
    }
    return letters.toString();
  }

  /** Titles in attributes are often escaped twice. */
  static String unescape(String text) {
    return text.indexOf('&') < 0 ? text : org.jsoup.parser.Parser.unescapeEntities(text, false);
  }
}
