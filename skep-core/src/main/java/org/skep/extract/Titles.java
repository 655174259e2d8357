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
      Pattern.compile("\\s+[|–—·•»:/\\-]{1,2}\\s+|\\s*\\|\\s*|:\\s+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final double AGREES = 0.6;
  private static final int HEADLINE_WORDS_MIN = 3;
  private static final int WITHIN_CHARS_MIN = 20;
  private static final int KICKER_CHARS_MAX = 80;

  /** schema.org's headlines end here, in the middle of a word. */
  private static final int HEADLINE_CHARS_MAX = 105;

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
   * one and JSON-LD and Open Graph do not agree on another; else the declared title. Empty when
   * there is none.
   */
  static String choose(PageFacts facts, Layout layout, Hints hints) {
    List<String> declared = facts.titles;
    if (hints.headingIndex() < 0) {
      return declared.isEmpty() ? "" : declared.getFirst();
    }
    Block heading = layout.blocks().get(hints.headingIndex());
    String printed = withoutSuffix(heading.text, facts.sites);
    for (String title : declared) {
      if (hasKicker(printed, title)) {
        return title;
      }
    }
    if (declared.stream().anyMatch(title -> letters(title).equals(letters(printed)))) {
      return printed;
    }
    for (String title : declared) {
      if (goesOn(printed, title)) {
        return title;
      }
    }
    if (isSettled(facts) && !letters(declared.getFirst()).contains(letters(printed))) {
      return declared.getFirst();
    }
    boolean agrees = hints.titleShare(heading) >= AGREES;
    boolean alone = heading.words >= HEADLINE_WORDS_MIN && isOnlyHeadline(heading, layout);
    return agrees || alone || declared.isEmpty() ? printed : declared.getFirst();
  }

  /**
   * Whether what a newspaper calls its article and what it gives to other sites are the same. In
   * blogs both come out of the box for search engines.
   */
  private static boolean isSettled(PageFacts facts) {
    List<String> titles = facts.titles;
    return facts.jsonLd.isNews()
        && facts.jsonLd.articleText("headline") != null
        && titles.size() >= 2
        && titles.get(0).length() < HEADLINE_CHARS_MAX
        && letters(titles.get(0)).equals(letters(titles.get(1)));
  }

  /** Whether the headline is this title with a kicker before it ("Lower Mill: ..."). */
  private static boolean hasKicker(String headline, String title) {
    int rest = headline.length() - title.length();
    return rest >= 2
        && rest <= KICKER_CHARS_MAX
        && title.length() >= WITHIN_CHARS_MIN
        && headline.regionMatches(true, rest, title, 0, title.length())
        && !Character.isLetterOrDigit(headline.charAt(rest - 1));
  }

  /**
   * Whether a date, a rubric or a line of the standfirst follows the title in the headline. A title
   * cut short in the middle of the headline is not whole.
   */
  private static boolean goesOn(String headline, String title) {
    if (headline.length() < title.length() + 2
        || title.length() < WITHIN_CHARS_MIN
        || !headline.startsWith(title)
        || Character.isLetterOrDigit(headline.charAt(title.length()))) {
      return false;
    }
    String after = headline.substring(title.length()).strip();
    int first = after.isEmpty() ? ' ' : after.codePointAt(0);
    return Character.isUpperCase(first)
        ? after.length() >= LINE_CHARS_MIN
        : Character.isDigit(first) || "([|/•·".indexOf(first) >= 0;
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
    String text = SPACES.matcher(title).replaceAll(" ").strip();
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

  /** A printed headline loses only what is the site's whole name: "– live" may be part of both. */
  private static String withoutSuffix(String headline, List<String> sites) {
    var separators = SEPARATOR.matcher(headline);
    while (separators.find()) {
      if (separators.start() > 0 && isExactly(headline.substring(separators.end()), sites)) {
        return headline.substring(0, separators.start());
      }
    }
    return headline;
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
