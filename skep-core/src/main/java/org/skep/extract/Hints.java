package org.skep.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page declares about its article, ready to be compared with blocks: the words of its
 * title, its description and its {@code articleBody}. The body is a locator, never the answer: one
 * in seven is truncated or of another text.
 */
final class Hints {
  private static final int SHINGLE = 3;
  private static final double DESCRIBED = 0.8;
  private static final String INDEX = "index.";
  private final WordTable titleWords = new WordTable(32);
  private final WordTable bodyShingles = new WordTable(0);
  private final WordTable descriptionShingles = new WordTable(0);
  private final double[] titleShares;
  private final int heading;

  /**
   * @param titles what claims to be the title
   * @param description the summary, {@code null} when there is none
   * @param body the declared body, {@code null} when there is none
   */
  Hints(
      List<Block> blocks,
      List<String> titles,
      @Nullable String description,
      @Nullable String body) {
    for (String title : titles) {
      for (long word : WordHashes.of(title)) {
        titleWords.add(word);
      }
    }
    if (body != null) {
      shingles(WordHashes.of(body), bodyShingles);
    }
    if (description != null) {
      shingles(WordHashes.of(description), descriptionShingles);
    }
    titleShares = new double[blocks.size()];
    for (Block block : blocks) {
      titleShares[block.index] = titleShare(block.hashes);
    }
    heading = findHeading(blocks);
  }

  private int findHeading(List<Block> blocks) {
    int best = -1;
    double bestScore = 0;
    for (Block block : blocks) {
      if (block.words > 40 || block.words == 0 || isLinkHome(block)) {
        continue;
      }
      double level =
          switch (block.box.tag) {
            case "h1" -> 0.6;
            case "h2" -> 0.2;
            case "h3" -> 0.1;
            default -> 0;
          };
      double share = titleShare(block) * Math.min(1, block.words / 4.0);
      double score =
          level > 0 ? level + share : share > 0.9 && block.linkDensity() < 0.5 ? 0.15 : 0;
      if (score > bestScore + 1e-9) {
        best = block.index;
        bestScore = score;
      }
    }
    return best;
  }

  /** The name of the site, as its own link. */
  private static boolean isLinkHome(Block block) {
    return block.links.size() == 1
        && block.linkDensity() > 0.9
        && isHome(block.links.getFirst().href());
  }

  /** A host with nothing behind it, or with an index page. */
  private static boolean isHome(String href) {
    int at = 0;
    if (href.startsWith("http://") || href.startsWith("https://")) {
      int host = href.indexOf(':') + 3;
      at = host;
      while (at < href.length() && "/?#".indexOf(href.charAt(at)) < 0) {
        at++;
      }
      if (at == host) {
        return false;
      }
    }
    at += href.startsWith("/", at) ? 1 : 0;
    if (at == href.length()) {
      return true;
    }
    int name = at + INDEX.length();
    return href.startsWith(INDEX, at) && name < href.length() && isName(href, name);
  }

  private static boolean isName(String href, int from) {
    for (int i = from; i < href.length(); i++) {
      char c = href.charAt(i);
      if (c >= 128 || !(Character.isLetterOrDigit(c) || c == '_')) {
        return false;
      }
    }
    return true;
  }

  private static void shingles(long[] words, WordTable into) {
    for (int i = 0; i < words.length; i++) {
      for (int n = 1; n <= SHINGLE && i + n <= words.length; n++) {
        if (n == SHINGLE || i + n == words.length || i == 0) {
          into.add(WordHashes.join(words, i, i + n));
        }
      }
    }
  }

  /** Index of the block that looks most like the headline, -1 when none does. */
  int headingIndex() {
    return heading;
  }

  /** Share of a block's words that occur in a title. */
  double titleShare(Block block) {
    return titleShares[block.index];
  }

  private double titleShare(long[] words) {
    int found = 0;
    for (long word : words) {
      found += titleWords.contains(word) ? 1 : 0;
    }
    return words.length == 0 ? 0 : (double) found / words.length;
  }

  /** 0 no declared body, 1 not in it, 2 partly, 3 in it. */
  int jsonLd(long[] words) {
    if (bodyShingles.isEmpty()) {
      return 0;
    }
    double share = share(words, bodyShingles);
    return share < 0.2 ? 1 : share < 0.8 ? 2 : 3;
  }

  /** Whether these words are those of the page's description. */
  boolean describes(long[] words) {
    if (words.length < SHINGLE || descriptionShingles.isEmpty()) {
      return false;
    }
    int all = words.length - SHINGLE + 1;
    int found = all;
    for (int i = 0; i < all; i++) {
      if (!descriptionShingles.contains(WordHashes.join(words, i, i + SHINGLE))
          && (double) --found / all <= DESCRIBED) {
        return false;
      }
    }
    return true;
  }

  private static double share(long[] words, WordTable shingles) {
    int length = Math.min(SHINGLE, words.length);
    int all = words.length - length + 1;
    int found = 0;
    for (int i = 0; i < all && length > 0; i++) {
      found += shingles.contains(WordHashes.join(words, i, i + length)) ? 1 : 0;
    }
    return all <= 0 ? 0 : (double) found / all;
  }
}
