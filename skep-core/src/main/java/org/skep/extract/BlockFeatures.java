package org.skep.extract;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skep.learn.ActiveFeatures;
import org.skep.learn.FeatureNames;

/**
 * What can be said of a block without having judged its neighbours: its shape, its place, what it
 * stands in, whose words it repeats. All features are binary; numbers are cut into bins, so that a
 * linear model can bend. About eighty are on for a block.
 */
final class BlockFeatures {
  private static final int[] WORD_BINS = {1, 2, 3, 4, 6, 9, 14, 21, 31, 51, 81};
  private static final double[] SHARE_BINS = {0.001, 0.1, 0.2, 0.33, 0.5, 0.75, 0.95};
  private static final int VOCABULARY_WORDS_MAX = 14;

  private final Phrases phrases;
  private final FeatureNames.Group bias;
  private final FeatureNames.Group tag;
  private final FeatureNames.Group innerTag;
  private final FeatureNames.Group words;
  private final FeatureNames.Group tagWords;
  private final FeatureNames.Group links;
  private final FeatureNames.Group wordsLinks;
  private final FeatureNames.Group ending;
  private final FeatureNames.Group sentences;
  private final FeatureNames.Group commas;
  private final FeatureNames.Group capitals;
  private final FeatureNames.Group shouts;
  private final FeatureNames.Group numbers;
  private final FeatureNames.Group bold;
  private final FeatureNames.Group breaks;
  private final FeatureNames.Group first;
  private final FeatureNames.Group contains;
  private final FeatureNames.Group position;
  private final FeatureNames.Group wordPosition;
  private final FeatureNames.Group heading;
  private final FeatureNames.Group repeats;
  private final FeatureNames.Group titleShare;
  private final FeatureNames.Group flags;
  private final FeatureNames.Group flagWords;
  private final FeatureNames.Group depth;
  private final FeatureNames.Group jsonLd;
  private final FeatureNames.Group described;
  private final FeatureNames.Group phrase;
  private final FeatureNames.Group phraseShort;
  private final FeatureNames.Group own;
  private final FeatureNames.Group above;
  private final FeatureNames.Group boxWords;
  private final FeatureNames.Group boxLinks;
  private final FeatureNames.Group boxParagraphs;
  private final FeatureNames.Group outerWords;
  private final FeatureNames.Group outerLinks;
  private final FeatureNames.Group outerParagraphs;
  private final FeatureNames.Group near;
  private final FeatureNames.Group word;
  private final FeatureNames.Group firstWord;
  private final FeatureNames.Group item;

  BlockFeatures(FeatureNames names, Phrases phrases) {
    this.phrases = phrases;
    bias = names.group("bias");
    tag = names.group("tag");
    innerTag = names.group("inner");
    words = names.group("words");
    tagWords = names.group("tag-words");
    links = names.group("links");
    wordsLinks = names.group("words-links");
    ending = names.group("ending");
    sentences = names.group("sentences");
    commas = names.group("commas");
    capitals = names.group("capitals");
    shouts = names.group("shouts");
    numbers = names.group("numbers");
    bold = names.group("bold");
    breaks = names.group("breaks");
    first = names.group("first");
    contains = names.group("contains");
    position = names.group("position");
    wordPosition = names.group("word-position");
    heading = names.group("heading");
    repeats = names.group("repeats");
    titleShare = names.group("title-share");
    flags = names.group("in");
    flagWords = names.group("in-words");
    depth = names.group("depth");
    jsonLd = names.group("json-ld");
    described = names.group("described");
    phrase = names.group("phrase");
    phraseShort = names.group("phrase-words");
    own = names.group("own");
    above = names.group("above");
    boxWords = names.group("box-words");
    boxLinks = names.group("box-links");
    boxParagraphs = names.group("box-paragraphs");
    outerWords = names.group("outer-words");
    outerLinks = names.group("outer-links");
    outerParagraphs = names.group("outer-paragraphs");
    near = names.group("near");
    word = names.group("word");
    firstWord = names.group("first-word");
    item = names.group("item");
  }

  /** One list of feature numbers per block. */
  int[][] of(Layout layout, Hints hints) {
    var page = new PageView(layout.blocks(), hints);
    var active = new ActiveFeatures();
    int[][] all = new int[page.blocks.size()][];
    for (Block block : page.blocks) {
      active.clear();
      shape(block, active);
      place(block, page, active);
      surroundings(block, active);
      neighbours(block, page, active);
      vocabulary(block, active);
      all[block.index] = active.toArray();
    }
    return all;
  }

  private void shape(Block block, ActiveFeatures active) {
    TextShape shape = block.shape;
    int size = bin(block.words, WORD_BINS);
    int linked = bin(block.linkDensity(), SHARE_BINS);
    int kind = tagNumber(block.box.tag);
    active.add(bias.id(0));
    active.add(tag.id(kind));
    active.add(innerTag.id(block.zone == block.box ? 0 : 1 + tagNumber(block.zone.tag)));
    active.add(words.id(size));
    active.add(tagWords.id(tagGroup(kind) * 16 + size));
    active.add(links.id(linked));
    active.add(wordsLinks.id(size * 8 + linked));
    int end = endingNumber(shape);
    active.add(ending.id(end * 4 + Math.min(3, size / 3)));
    active.add(sentences.id(Math.min(7, shape.sentenceEnds()) * 4 + Math.min(3, size / 3)));
    double perWord = 1.0 / Math.max(1, block.words);
    active.add(commas.id(Math.min(7, shape.commas())));
    active.add(
        capitals.id(bin(shape.capitalised() * perWord, SHARE_BINS) * 4 + Math.min(3, size / 3)));
    active.add(shouts.id(bin(shape.shouted() * perWord, SHARE_BINS)));
    active.add(numbers.id(bin(shape.numbers() * perWord, SHARE_BINS)));
    active.add(bold.id(bin((double) block.boldChars / block.text.length(), SHARE_BINS)));
    active.add(breaks.id(Math.min(3, block.breaksBefore)));
    active.add(first.id(firstNumber(shape.first())));
    if (block.words < 40) {
      contents(block.text, active);
    }
  }

  private void contents(String text, ActiveFeatures active) {
    int seen = 0;
    for (int i = 0; i < text.length(); i++) {
      int sign =
          switch (text.charAt(i)) {
            case '©' -> 1;
            case '|' -> 2;
            case '»', '›', '→', '>' -> 3;
            case '«', '‹', '←', '<' -> 4;
            case '@' -> 5;
            case '#' -> 6;
            case '$', '€', '£' -> 7;
            case '·', '•' -> 8;
            case '%' -> 9;
            case '(' -> 10;
            case ':' -> isDigit(text, i - 1) && isDigit(text, i + 1) ? 11 : 12;
            case '/' -> 13;
            case '?' -> 14;
            case '!' -> 15;
            case '…' -> 16;
            case '[' -> 17;
            case '+' -> 18;
            case '★', '☆' -> 19;
            default -> 0;
          };
      if (sign > 0 && (seen & 1 << sign) == 0) {
        seen |= 1 << sign;
        active.add(contains.id(sign));
      }
    }
    if (hasYear(text)) {
      active.add(contains.id(30 + Math.min(3, text.length() / 20)));
    }
  }

  private void place(Block block, PageView page, ActiveFeatures active) {
    active.add(position.id(10 * block.index / page.blocks.size()));
    active.add(
        wordPosition.id((int) (10L * page.wordsBefore[block.index] / Math.max(1, page.words))));
    int since = block.index - page.heading;
    int place =
        page.heading < 0
            ? 0
            : since < -3 ? 1 : since < 0 ? 2 : since == 0 ? 3 : 3 + bin(since, WORD_BINS);
    active.add(heading.id(place));
    if (page.earlier[block.index]) {
      active.add(repeats.id(Math.min(3, block.words / 4)));
    }
    if (page.later[block.index]) {
      active.add(repeats.id(4 + Math.min(3, block.words / 4)));
    }
    if (block.words <= 30) {
      active.add(titleShare.id(bin(page.titleShare(block.index), SHARE_BINS)));
    }
    active.add(jsonLd.id(page.jsonLd(block.index) * 4 + Math.min(3, block.words / 4)));
    if (page.describes(block.index)) {
      active.add(described.id(block.words > 8 ? 1 : 0));
    }
    int found = block.said(phrases);
    for (int k = 0; found != 0; k++, found >>>= 1) {
      if ((found & 1) != 0) {
        active.add(phrase.id(k));
        active.add(phraseShort.id(k * 8 + Math.min(7, bin(block.words, WORD_BINS) / 2)));
      }
    }
  }

  private void surroundings(Block block, ActiveFeatures active) {
    int size = Math.min(3, bin(block.words, WORD_BINS) / 3);
    for (int f = 0; f < Zone.FLAGS; f++) {
      if (block.zone.has(1 << f)) {
        active.add(flags.id(f));
        active.add(flagWords.id(f * 4 + size));
      }
    }
    active.add(depth.id(Math.min(15, block.box.depth / 2)));
    active.addAll(tokens(block.zone));
    Zone box = block.box;
    Zone outer = box.parent == null ? box : box.parent;
    while (outer.parent != null && outer.blocks == box.blocks) {
      outer = outer.parent;
    }
    aggregate(outer, boxWords, boxLinks, boxParagraphs, active);
    Zone wider = outer.parent == null ? outer : outer.parent;
    while (wider.parent != null && wider.blocks == outer.blocks) {
      wider = wider.parent;
    }
    aggregate(wider, outerWords, outerLinks, outerParagraphs, active);
    if (box.has(Zone.LIST)) {
      active.add(item.id(bin(outer.words / Math.max(1, outer.blocks), WORD_BINS)));
    }
  }

  private static void aggregate(
      Zone zone,
      FeatureNames.Group mean,
      FeatureNames.Group linked,
      FeatureNames.Group paragraphs,
      ActiveFeatures active) {
    active.add(mean.id(bin(zone.words / Math.max(1, zone.blocks), WORD_BINS)));
    active.add(linked.id(bin((double) zone.linkWords / Math.max(1, zone.words), SHARE_BINS)));
    active.add(paragraphs.id(Math.min(6, zone.paragraphs)));
  }

  /** Its own class words, those up to the box, and those of everything around. */
  private int[] tokens(Zone zone) {
    int[] cached = zone.ownIds;
    if (cached != null) {
      return cached;
    }
    var active = new ActiveFeatures();
    int[] inherited = zone.parent == null ? new int[0] : aboveTokens(zone.parent);
    active.addAll(inherited);
    int levels = 0;
    for (Zone at = zone; at != null && levels < 2; at = at.parent) {
      for (String token : at.tokens) {
        active.add(own.id(token));
      }
      levels += at.tokens.isEmpty() ? 0 : 1;
    }
    int[] ids = active.toArray();
    zone.ownIds = ids;
    return ids;
  }

  /** From the outermost zone in, without recursion: hostile pages nest by the ten thousand. */
  private int[] aboveTokens(Zone zone) {
    var open = new ArrayDeque<Zone>();
    for (Zone at = zone; at != null && at.aboveIds == null; at = at.parent) {
      open.push(at);
    }
    int[] ids = zone.aboveIds == null ? new int[0] : zone.aboveIds;
    for (Zone at : open) {
      ids = withAbove(at, at.parent == null ? null : at.parent.aboveIds);
    }
    return ids;
  }

  private int[] withAbove(Zone zone, int @Nullable [] inherited) {
    int[] ids = inherited == null ? new int[0] : inherited;
    for (String token : zone.tokens) {
      int id = zone.tag.equals("body") || zone.tag.equals("html") ? -1 : above.id(token);
      if (id >= 0 && !contains(ids, id)) {
        ids = Arrays.copyOf(ids, ids.length + 1);
        ids[ids.length - 1] = id;
      }
    }
    zone.aboveIds = ids;
    return ids;
  }

  private static boolean contains(int[] ids, int id) {
    for (int one : ids) {
      if (one == id) {
        return true;
      }
    }
    return false;
  }

  private void neighbours(Block block, PageView page, ActiveFeatures active) {
    for (int step = -2; step <= 2; step++) {
      int at = block.index + step;
      if (step == 0) {
        continue;
      }
      int base = (step < 0 ? step + 2 : step + 1) * 40;
      if (at < 0 || at >= page.blocks.size()) {
        active.add(near.id(base + 39));
        continue;
      }
      Block other = page.blocks.get(at);
      int size = Math.min(5, bin(other.words, WORD_BINS) / 2);
      active.add(
          near.id(
              base
                  + size * 3
                  + (other.linkDensity() < 0.2 ? 0 : other.linkDensity() < 0.6 ? 1 : 2)));
      active.add(near.id(base + 18 + tagGroup(tagNumber(other.box.tag))));
      if (other.box.parent == block.box.parent || other.box == block.box) {
        active.add(near.id(base + 30));
      }
      if (other.shape.endsSentence()) {
        active.add(near.id(base + 31));
      }
    }
  }

  private void vocabulary(Block block, ActiveFeatures active) {
    if (block.words > VOCABULARY_WORDS_MAX) {
      return;
    }
    String text = block.text;
    boolean opening = true;
    int begin = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && begin < 0) {
        begin = i;
      } else if (!letter && begin >= 0) {
        if (i - begin < 20) {
          String token = text.substring(begin, i).toLowerCase(Locale.ROOT);
          active.add(word.id(token));
          if (opening) {
            active.add(firstWord.id(token));
          }
        }
        opening = false;
        begin = -1;
      }
    }
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean hasYear(String text) {
    for (int i = 0; i + 4 <= text.length(); i++) {
      char c = text.charAt(i);
      if (((c == '1' && text.charAt(i + 1) == '9') || (c == '2' && text.charAt(i + 1) == '0'))
          && isDigit(text, i + 2)
          && isDigit(text, i + 3)
          && !isDigit(text, i + 4)
          && !isDigit(text, i - 1)) {
        return true;
      }
    }
    return false;
  }

  private static int endingNumber(TextShape shape) {
    return switch (shape.last()) {
      case '.', '。', '।' -> 0;
      case '!', '?', '！', '？', '؟' -> 1;
      case ':' -> 2;
      case '…' -> 3;
      case ',', ';' -> 4;
      case '»', '›', '>', '→' -> 5;
      default -> Character.isDigit(shape.last()) ? 6 : 7;
    };
  }

  private static int firstNumber(char c) {
    if (Character.isUpperCase(c)) {
      return 0;
    }
    if (Character.isLowerCase(c)) {
      return 1;
    }
    if (Character.isDigit(c)) {
      return 2;
    }
    return switch (c) {
      case '"', '“', '„', '«', '‘', '\'' -> 3;
      case '-', '–', '—', '•', '*', '·' -> 4;
      case '(', '[' -> 5;
      case '©' -> 6;
      case '#', '@' -> 7;
      default -> Character.isLetter(c) ? 8 : 9;
    };
  }

  private static int tagNumber(String tag) {
    return switch (tag) {
      case "p" -> 0;
      case "div" -> 1;
      case "li" -> 2;
      case "h1" -> 3;
      case "h2" -> 4;
      case "h3" -> 5;
      case "h4", "h5", "h6" -> 6;
      case "td", "th" -> 7;
      case "blockquote" -> 8;
      case "figcaption", "caption" -> 9;
      case "pre" -> 10;
      case "dt", "dd" -> 11;
      case "a" -> 12;
      case "b", "strong" -> 13;
      case "em", "i" -> 14;
      case "span", "font" -> 15;
      case "time" -> 16;
      case "section", "article", "main" -> 17;
      case "header", "footer", "nav", "aside" -> 18;
      case "form", "label", "legend", "fieldset" -> 19;
      default -> 20;
    };
  }

  private static int tagGroup(int tag) {
    return switch (tag) {
      case 0 -> 0;
      case 1, 17 -> 1;
      case 2 -> 2;
      case 3 -> 3;
      case 4, 5 -> 4;
      case 6 -> 5;
      case 7 -> 6;
      case 8 -> 7;
      case 9 -> 8;
      default -> 9;
    };
  }

  static int bin(int value, int[] bins) {
    int bin = 0;
    while (bin < bins.length && value > bins[bin]) {
      bin++;
    }
    return bin;
  }

  static int bin(double value, double[] bins) {
    int bin = 0;
    while (bin < bins.length && value >= bins[bin]) {
      bin++;
    }
    return bin;
  }

  /** What one pass over all blocks tells. */
  private static final class PageView {
    final List<Block> blocks;
    final long[][] hashes;
    final int[] wordsBefore;
    final boolean[] earlier;
    final boolean[] later;
    final int words;
    final int heading;
    private final Hints hints;

    PageView(List<Block> blocks, Hints hints) {
      this.blocks = blocks;
      this.hints = hints;
      int count = blocks.size();
      hashes = new long[count][];
      wordsBefore = new int[count];
      earlier = new boolean[count];
      later = new boolean[count];
      var seen = new WordTable(count);
      int sum = 0;
      for (Block block : blocks) {
        hashes[block.index] = block.hashes;
        wordsBefore[block.index] = sum;
        sum += block.words;
        long before = seen.put(block.hash, block.index + 1L);
        if (before != 0) {
          earlier[block.index] = true;
          later[(int) before - 1] = true;
        }
      }
      words = sum;
      heading = hints.headingIndex();
    }

    double titleShare(int index) {
      return hints.titleShare(hashes[index]);
    }

    int jsonLd(int index) {
      return hints.jsonLd(hashes[index]);
    }

    boolean describes(int index) {
      return hints.describes(hashes[index]);
    }
  }
}
