package org.skep.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.model.Dropped;
import org.skep.model.Link;

/**
 * Makes an article of judged blocks. The model's scores are the first word; what a page's structure
 * proves (a second article, a comment section, a card that is one link, a pull quote) and what the
 * site's rules and profile know come after it. Nothing that is cut is lost: each piece keeps its
 * class and its place. Immutable and thread-safe.
 */
final class Cutter {
  private static final int DROPPED_MAX = 400;
  private static final int STANDFIRST_WORDS_MAX = 60;
  private static final double HEADING_SCORE_MIN = -2;

  /** A structure that leaves less than this was not what it looked like. */
  private static final int ARTICLE_WORDS_MIN = 40;

  private final DropKinds kinds;
  private final Teasers teasers;
  private final RelatedLinks related;
  private final SiteRules rules;

  Cutter(Phrases phrases, SiteRules rules) {
    this.kinds = new DropKinds(phrases);
    this.teasers = new Teasers(phrases);
    this.related = new RelatedLinks(teasers);
    this.rules = rules;
  }

  /**
   * What is left and what was cut.
   *
   * @param kept the blocks that gave the paragraphs
   * @param openings the first block of each paragraph
   * @param standfirst {@code null} when there is none
   */
  record Cutting(
      List<String> paragraphs,
      List<Block> kept,
      List<Block> openings,
      @Nullable String standfirst,
      List<Dropped> dropped,
      List<Link> related) {}

  Cutting cut(
      PageFacts facts, Hints hints, List<Block> blocks, double[] scores, SiteProfile profile) {
    boolean[] keep = new boolean[blocks.size()];
    for (Block block : blocks) {
      keep[block.index] = scores[block.index] > 0;
    }
    int heading = hints.headingIndex();
    if (heading >= 0) {
      boolean[] first = keep.clone();
      dropSecondArticles(blocks, first, blocks.get(heading));
      keep = words(blocks, first) >= ARTICLE_WORDS_MIN ? first : keep;
    }
    boolean[] outside = keep.clone();
    dropSections(blocks, outside);
    keep = words(blocks, outside) * 4 >= words(blocks, keep) ? outside : keep;
    keepHeadings(blocks, keep, scores);
    dropPieces(blocks, keep, facts);
    obey(blocks, keep, facts.host, profile);
    int standfirst = standfirst(blocks, keep, hints);
    return assemble(blocks, keep, heading, standfirst, facts);
  }

  private static int words(List<Block> blocks, boolean[] keep) {
    int words = 0;
    for (Block block : blocks) {
      words += keep[block.index] ? block.words : 0;
    }
    return words;
  }

  /**
   * Infinite scroll: what stands in an article element with a headline of its own is another one.
   */
  private static void dropSecondArticles(List<Block> blocks, boolean[] keep, Block heading) {
    Zone own = articleOf(heading.zone);
    Map<Zone, Boolean> headed = new HashMap<>();
    for (Block block : blocks) {
      boolean title = block.box.tag.equals("h1") && block.index > heading.index;
      Zone article = title ? articleOf(block.zone) : null;
      if (article != null) {
        headed.put(article, true);
      }
    }
    if (headed.isEmpty()) {
      return;
    }
    for (Block block : blocks) {
      Zone article = articleOf(block.zone);
      if (article != null
          && article != own
          && headed.containsKey(article)
          && !(own != null && article.contains(own))) {
        keep[block.index] = false;
      }
    }
  }

  private static @Nullable Zone articleOf(Zone inner) {
    Zone found = null;
    for (Zone zone = inner; zone != null; zone = zone.parent) {
      found = zone.tag.equals("article") ? zone : found;
    }
    return found;
  }

  /** Behind "Comments" or "Related stories", all that shares its element. */
  private void dropSections(List<Block> blocks, boolean[] keep) {
    for (Block title : blocks) {
      if (keep[title.index]
          || title.words > 8
          || !(title.isHeading() || title.shape.last() == ':')) {
        continue;
      }
      Dropped.Kind kind = kinds.said(title);
      Zone section = title.box.parent;
      if (section == null || (kind != Dropped.Kind.COMMENTS && kind != Dropped.Kind.RELATED)) {
        continue;
      }
      if (proseBefore(blocks, keep, section, title)) {
        continue;
      }
      for (int i = title.index + 1;
          i < blocks.size() && section.contains(blocks.get(i).zone);
          i++) {
        keep[i] = false;
      }
    }
  }

  private static boolean proseBefore(
      List<Block> blocks, boolean[] keep, Zone section, Block title) {
    for (int i = title.index - 1; i >= 0 && section.contains(blocks.get(i).zone); i--) {
      if (keep[i] && blocks.get(i).isParagraph()) {
        return true;
      }
    }
    return false;
  }

  /**
   * A sub-heading below kept prose and right over a kept paragraph of its own element is the
   * text's, unless the model is sure that it is not, or its words say otherwise.
   */
  private void keepHeadings(List<Block> blocks, boolean[] keep, double[] scores) {
    boolean prose = false;
    for (int i = 0; i + 1 < blocks.size(); i++) {
      Block block = blocks.get(i);
      Block next = blocks.get(i + 1);
      prose |= keep[i] && block.isParagraph();
      keep[i] |=
          prose
              && block.isHeading()
              && scores[i] > HEADING_SCORE_MIN
              && block.links.isEmpty()
              && kinds.said(block) == null
              && keep[i + 1]
              && next.isParagraph()
              && next.box.parent == block.box.parent;
    }
  }

  /** Cards that are one link, bare times, pull quotes, the author's bare name. */
  private static void dropPieces(List<Block> blocks, boolean[] keep, PageFacts facts) {
    for (Block block : blocks) {
      if (!keep[block.index]) {
        continue;
      }
      boolean clock = block.zone.has(Zone.TIME) && block.words <= 6;
      boolean card = block.box.has(Zone.LINKED) && block.linkDensity() > 0.9;
      if (card
          || clock
          || isByline(block, facts)
          || (block.words < 40 && isPullQuote(block, blocks, keep))) {
        keep[block.index] = false;
      }
    }
  }

  private static boolean isByline(Block block, PageFacts facts) {
    return block.words <= 6
        && facts.byline().stream()
            .anyMatch(name ->
                block.text.contains(name)
                    && Bylines.clean(List.of(block.text), List.of()).equals(List.of(name)));
  }

  /** Its words stand, in this order, in a longer paragraph that is kept. */
  private static boolean isPullQuote(Block block, List<Block> blocks, boolean[] keep) {
    boolean apart =
        block.zone.has(Zone.ASIDE)
            || block.zone.has(Zone.QUOTE)
            || block.isHeading()
            || block.zone.has(Zone.FIGURE);
    if (block.words < 5 || !apart) {
      return false;
    }
    for (Block other : blocks) {
      if (keep[other.index] && other.words > block.words && holds(other.hashes, block.hashes)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(long[] words, long[] part) {
    for (int i = 0; i + part.length <= words.length; i++) {
      int k = 0;
      while (k < part.length && words[i + k] == part[k]) {
        k++;
      }
      if (k == part.length) {
        return true;
      }
    }
    return false;
  }

  private void obey(List<Block> blocks, boolean[] keep, String host, SiteProfile profile) {
    for (Block block : blocks) {
      if (profile.recurs(block.hash, block.isParagraph())) {
        keep[block.index] = false;
      }
      Boolean verdict = rules.verdict(host, block.zone);
      if (verdict != null) {
        keep[block.index] = verdict;
      }
    }
  }

  /** The summary between headline and text, -1 when there is none. */
  private static int standfirst(List<Block> blocks, boolean[] keep, Hints hints) {
    int from = hints.headingIndex() + 1;
    for (int i = from; from > 0 && i < Math.min(blocks.size(), from + 8); i++) {
      Block block = blocks.get(i);
      if (isNamedStandfirst(block) || isBoldLine(block)) {
        return i;
      }
      if (keep[i] && block.isParagraph()) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isNamedStandfirst(Block block) {
    if (block.words < 4 || block.words > STANDFIRST_WORDS_MAX || block.linkDensity() > 0.3) {
      return false;
    }
    Zone zone = block.zone;
    for (int level = 0; zone != null && level < 3; level++) {
      for (String token : zone.tokens) {
        switch (token) {
          case "standfirst",
              "dek",
              "deck",
              "chapo",
              "subtitle",
              "subheadline",
              "subheading",
              "subhead",
              "teasertext",
              "sottotitolo",
              "bajada",
              "copete",
              "entradilla",
              "summary" -> {
            return zone.blocks <= 3;
          }
          default -> {}
        }
      }
      zone = zone.parent;
    }
    return false;
  }

  /** All bold and no sentence: a line the desk wrote over the text. */
  private static boolean isBoldLine(Block block) {
    return block.words >= 5
        && block.words <= 30
        && block.boldChars >= block.text.length() - 1
        && !block.shape.endsSentence()
        && !block.isHeading();
  }

  private Cutting assemble(
      List<Block> blocks, boolean[] keep, int heading, int standfirst, PageFacts facts) {
    var paragraphs = new ArrayList<String>();
    var kept = new ArrayList<Block>();
    var openings = new ArrayList<Block>();
    var dropped = new ArrayList<Dropped>();
    var offered = new RelatedLinks.Collector(facts);
    Block last = null;
    for (Block block : blocks) {
      int index = block.index;
      if (index == heading || index == standfirst || isTitle(block, facts)) {
        continue;
      }
      if (!keep[index]) {
        Dropped.Kind kind = kinds.of(block);
        add(kind, block.text, paragraphs.size(), dropped);
        if (!kept.isEmpty() && block.box.tag.equals("h1") && block.links.isEmpty()) {
          offered.add(new Link(block.text, "")); // the next article on an endless page
        } else if (!kept.isEmpty()) {
          related.collect(block, kind, offered);
        }
        continue;
      }
      Teasers.Result cut = teasers.cut(block);
      cut.pieces().forEach(piece -> add(Dropped.Kind.READ_MORE, piece, paragraphs.size(), dropped));
      cut.links().forEach(offered::add);
      if (cut.text().isEmpty()) {
        continue;
      }
      kept.add(block);
      if (last != null
          && block.breaksBefore == 1
          && last.box == block.box
          && last.index == index - 1) {
        paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + "\n" + cut.text());
      } else {
        paragraphs.add(cut.text());
        openings.add(block);
      }
      last = block;
    }
    String summary = standfirst < 0 ? null : blocks.get(standfirst).text;
    return new Cutting(paragraphs, kept, openings, summary, dropped, offered.links());
  }

  private static boolean isTitle(Block block, PageFacts facts) {
    if (block.words > 2) {
      for (String title : facts.titles) {
        if (title.equalsIgnoreCase(block.text)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void add(Dropped.Kind kind, String text, int after, List<Dropped> into) {
    if (into.size() < DROPPED_MAX) {
      into.add(new Dropped(kind, text, after));
    }
  }
}
