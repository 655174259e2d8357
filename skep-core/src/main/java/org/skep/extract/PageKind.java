package org.skep.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says why a page is no article: an error page, a consent wall, a front of teasers, a video, or
 * nothing worth reading. Asked only when there is little prose, so that a report about error pages
 * stays a report. Immutable and thread-safe.
 */
final class PageKind {
  private static final int FRONT_TITLES_MIN = 12;
  private static final int FRONT_WORDS_MAX = 80;
  private static final int TITLE_WORDS_MIN = 4;
  private static final int PHRASE_WORDS_MAX = 7;

  private final Map<Long, Extraction.Reason> phrases = new HashMap<>();

  PageKind() {
    for (String line : Phrases.lines("not-article.txt")) {
      String[] fields = line.split("\t");
      var reason =
          fields[0].equals("error-page")
              ? Extraction.Reason.ERROR_PAGE
              : Extraction.Reason.CONSENT_WALL;
      long[] words = WordHashes.of(fields[1]);
      phrases.put(WordHashes.join(words, 0, words.length), reason);
    }
  }

  /** A reason and what was seen. */
  record Verdict(Extraction.Reason reason, String evidence) {}

  /** Why a page with so little text is none. */
  Verdict of(PageFacts facts, Layout layout, int proseChars) {
    for (String title : facts.titles) {
      Verdict said = said(title);
      if (said != null) {
        return said;
      }
    }
    int cookies = 0;
    int titles = 0;
    int words = 0;
    for (Block block : layout.blocks()) {
      if (block.isHeading() && block.box.tag.equals("h1")) {
        Verdict said = said(block.text);
        if (said != null) {
          return said;
        }
      }
      words += block.words;
      cookies += facts.isConsent(block) ? block.words : 0;
      titles += block.linkDensity() > 0.8 && block.words >= TITLE_WORDS_MIN ? 1 : 0;
    }
    if (cookies * 2 > words) {
      return new Verdict(
          Extraction.Reason.CONSENT_WALL, cookies + " of " + words + " words are about consent");
    }
    if (isVideo(facts)) {
      return new Verdict(
          Extraction.Reason.VIDEO_ONLY, "a video with " + proseChars + " characters of prose");
    }
    if (titles >= FRONT_TITLES_MIN) {
      return new Verdict(
          Extraction.Reason.SECTION_FRONT,
          titles + " linked titles, " + proseChars + " characters of prose");
    }
    return new Verdict(Extraction.Reason.TOO_SHORT, proseChars + " characters of prose");
  }

  private static boolean isVideo(PageFacts facts) {
    String type = facts.meta.first("og:type");
    return (type != null && type.startsWith("video")) || facts.jsonLd.has("VideoObject");
  }

  private @org.jspecify.annotations.Nullable Verdict said(String title) {
    long[] words = WordHashes.of(title);
    for (int begin = 0; begin < Math.min(4, words.length); begin++) {
      for (int end = begin + 1; end <= Math.min(words.length, begin + PHRASE_WORDS_MAX); end++) {
        Extraction.Reason reason = phrases.get(WordHashes.join(words, begin, end));
        if (reason != null && words.length <= end - begin + 6) {
          return new Verdict(reason, "titled \"" + title + "\"");
        }
      }
    }
    return null;
  }

  /** Whether so many teasers and so little else make a front, although some prose was found. */
  static boolean isFront(PageFacts facts, List<Block> blocks, Cutter.Cutting cutting) {
    if (facts.jsonLd.hasArticle() || facts.meta.first("article:published_time") != null) {
      return false;
    }
    int longest = 0;
    int prose = 0;
    for (Block block : cutting.kept()) {
      longest = Math.max(longest, block.words);
      prose += block.words;
    }
    int titles = 0;
    for (Block block : blocks) {
      titles += block.linkDensity() > 0.8 && block.words >= TITLE_WORDS_MIN ? 1 : 0;
    }
    boolean home = facts.path().length() <= 1;
    return longest < 45
        && titles >= 2 * FRONT_TITLES_MIN
        && prose < (home ? titles * 10 : FRONT_WORDS_MAX);
  }
}
