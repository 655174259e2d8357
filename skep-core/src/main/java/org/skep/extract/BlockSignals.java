package org.skep.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.learn.Logistic;

/**
 * The numbers a block is judged by in the second pass, once all blocks have a first score: how sure
 * its neighbours, its siblings and the blocks that look like it are, where the page's prose lies,
 * and a few figures of its own. None depends on a language or a site.
 */
final class BlockSignals {
  private static final int PROSE_WORDS_MIN = 15;
  private static final int WINDOW = 6;
  private static final int GAP_MAX = 60;
  private static final double SCORE_MAX = 12;

  /** In the order of {@link #of}. */
  static final List<String> NAMES =
      List.of(
          "score",
          "score-before",
          "score-before-2",
          "score-after",
          "score-after-2",
          "window-before",
          "window-after",
          "siblings",
          "wider",
          "widest",
          "look-alikes",
          "look-alike-words",
          "prose-before",
          "prose-after",
          "gap-before",
          "gap-after",
          "in-container",
          "container-share",
          "in-core",
          "levels-up",
          "levels-down",
          "prose-words",
          "words",
          "words-before",
          "words-after",
          "links",
          "sentences",
          "capitals",
          "ends-sentence",
          "heading",
          "heading-level",
          "list",
          "table",
          "paragraph",
          "since-title",
          "declared-body",
          "title-share",
          "says-furniture",
          "item-words",
          "outer-links",
          "section-score",
          "section-words",
          "position");

  private final List<Block> blocks;
  private final Hints hints;
  private final double[] scores;

  /** The scores between -1 and 1. */
  private final double[] sure;

  private final double[] prose;
  private final int[] before;
  private final int[] after;
  private final @Nullable Zone container;
  private final @Nullable Zone core;

  /** Look to a number, and by that number certainty, weight and words of all that look so. */
  private final WordTable looks;

  private final double[] alikeSure;
  private final double[] alikeWeight;
  private final double[] alikeWords;
  private final float[] x = new float[NAMES.size()];
  private final double[] sectionScore;
  private final double[] sectionWords;
  private final Phrases phrases;

  BlockSignals(List<Block> blocks, Hints hints, double[] scores, Phrases phrases) {
    this.blocks = blocks;
    this.hints = hints;
    this.scores = scores;
    this.phrases = phrases;
    int count = blocks.size();
    sure = new double[count];
    for (int i = 0; i < count; i++) {
      sure[i] = 2 * Logistic.probability(scores[i]) - 1;
    }
    Container.sumUp(blocks, sure);
    container = Container.choose(blocks, scores);
    prose = new double[count + 1];
    before = new int[count];
    after = new int[count];
    int last = -1;
    for (int i = 0; i < count; i++) {
      before[i] = last;
      boolean isProse = isProse(i);
      prose[i + 1] = prose[i] + (isProse ? blocks.get(i).words : 0);
      last = isProse ? i : last;
    }
    int next = -1;
    for (int i = count - 1; i >= 0; i--) {
      after[i] = next;
      next = isProse(i) ? i : next;
    }
    core = core();
    looks = new WordTable(count);
    alikeSure = new double[count + 1];
    alikeWeight = new double[count + 1];
    alikeWords = new double[count + 1];
    lookAlikes();
    sectionScore = new double[count];
    sectionWords = new double[count];
    sections();
  }

  private boolean isProse(int index) {
    return scores[index] > 0 && blocks.get(index).words >= PROSE_WORDS_MIN;
  }

  private void lookAlikes() {
    int kinds = 0;
    for (Block block : blocks) {
      int kind = (int) looks.get(look(block));
      if (kind == 0) {
        kind = ++kinds;
        looks.put(look(block), kind);
      }
      double weight = Container.weightOf(block);
      alikeSure[kind] += sure[block.index] * weight;
      alikeWeight[kind] += weight;
      alikeWords[kind] += block.words;
    }
  }

  /** The element whose own children hold most of the prose. */
  private @Nullable Zone core() {
    Zone best = null;
    for (Block block : blocks) {
      Zone parent = block.box.parent;
      if (parent != null && isProse(block.index)) {
        parent.proseWords += block.words;
        best = best == null || parent.proseWords > best.proseWords ? parent : best;
      }
    }
    return best;
  }

  /** From one heading to the next: what is below a heading is kept or dropped together. */
  private void sections() {
    int begin = 0;
    for (int i = 0; i <= blocks.size(); i++) {
      if (i == blocks.size() || (i > begin && blocks.get(i).isHeading())) {
        double sum = 0;
        double weight = 1e-6;
        double words = 0;
        for (int k = begin; k < i; k++) {
          double w = Container.weightOf(blocks.get(k));
          sum += sure[k] * w;
          weight += w;
          words += blocks.get(k).words;
        }
        for (int k = begin; k < i; k++) {
          sectionScore[k] = sum / weight;
          sectionWords[k] = words;
        }
        begin = i;
      }
    }
  }

  private static long look(Block block) {
    long look = block.box.look();
    Zone parent = block.box.parent;
    for (int level = 0; parent != null && level < 2; level++) {
      look = WordHashes.then(look, parent.look());
      parent = parent.parent;
    }
    return look;
  }

  /** A block's numbers, valid until the next call. */
  float[] of(int i) {
    Block block = blocks.get(i);
    TextShape shape = block.shape;
    int n = 0;
    x[n++] = (float) Math.clamp(scores[i], -SCORE_MAX, SCORE_MAX);
    x[n++] = score(i - 1);
    x[n++] = score(i - 2);
    x[n++] = score(i + 1);
    x[n++] = score(i + 2);
    x[n++] = window(i - WINDOW, i);
    x[n++] = window(i + 1, i + 1 + WINDOW);
    n = relatives(block, n);
    int kind = (int) looks.get(look(block));
    double weight = Container.weightOf(block);
    double others = alikeWeight[kind] - weight;
    x[n++] = others < 1e-6 ? -2 : (float) ((alikeSure[kind] - sure[i] * weight) / others);
    x[n++] = (float) alikeWords[kind] - block.words;
    double total = Math.max(1, prose[blocks.size()]);
    x[n++] = (float) (prose[i] / total);
    x[n++] = (float) ((total - prose[i + 1]) / total);
    x[n++] = before[i] < 0 ? GAP_MAX : Math.min(GAP_MAX, i - before[i] - 1);
    x[n++] = after[i] < 0 ? GAP_MAX : Math.min(GAP_MAX, after[i] - i - 1);
    x[n++] = container != null && container.contains(block.zone) ? 1 : 0;
    x[n++] = container == null ? 0 : (float) (container.scoreSum / (container.scoreWeight + 1e-6));
    x[n++] = core != null && core == block.box.parent ? 1 : 0;
    Zone common = core == null ? null : Zone.common(core, block.zone);
    x[n++] = common == null || core == null ? 20 : core.depth - common.depth;
    x[n++] = common == null ? 20 : block.zone.depth - common.depth;
    x[n++] = (float) prose[blocks.size()];
    x[n++] = block.words;
    x[n++] = i == 0 ? 0 : blocks.get(i - 1).words;
    x[n++] = i + 1 == blocks.size() ? 0 : blocks.get(i + 1).words;
    x[n++] = (float) block.linkDensity();
    x[n++] = shape.sentenceEnds();
    x[n++] = (float) shape.capitalised() / Math.max(1, block.words);
    x[n++] = shape.endsSentence() ? 1 : 0;
    x[n++] = block.isHeading() ? 1 : 0;
    x[n++] = level(block.box.tag);
    x[n++] = block.box.has(Zone.LIST) ? 1 : 0;
    x[n++] = block.box.has(Zone.TABLE) ? 1 : 0;
    x[n++] = block.box.tag.equals("p") ? 1 : 0;
    int heading = hints.headingIndex();
    x[n++] = heading < 0 ? -100 : Math.clamp(i - heading, -50, 200);
    x[n++] = hints.jsonLd(block.hashes);
    x[n++] = (float) hints.titleShare(block);
    x[n++] = block.said(phrases) == 0 ? 0 : 1;
    Zone outer = block.box.parent == null ? block.box : block.box.parent;
    x[n++] = (float) outer.words / Math.max(1, outer.blocks);
    x[n++] = (float) outer.linkWords / Math.max(1, outer.words);
    x[n++] = (float) sectionScore[i];
    x[n++] = (float) sectionWords[i];
    x[n++] = (float) i / blocks.size();
    return x;
  }

  private int relatives(Block block, int from) {
    double weight = Container.weightOf(block);
    double own = sure[block.index] * weight;
    int n = from;
    for (Zone outer = block.box; outer != null && n < from + 3; outer = outer.parent) {
      if (outer.blocks > 1 && outer.scoreWeight > weight + 1e-9) {
        x[n++] = (float) ((outer.scoreSum - own) / (outer.scoreWeight - weight));
        int held = outer.blocks;
        while (outer.parent != null && outer.parent.blocks == held) {
          outer = outer.parent;
        }
      }
    }
    while (n < from + 3) {
      x[n++] = -2;
    }
    return n;
  }

  private float score(int at) {
    return at < 0 || at >= scores.length
        ? (float) -SCORE_MAX
        : (float) Math.clamp(scores[at], -SCORE_MAX, SCORE_MAX);
  }

  private float window(int from, int to) {
    double sum = 0;
    double weight = 1;
    for (int k = Math.max(0, from); k < Math.min(scores.length, to); k++) {
      double w = Container.weightOf(blocks.get(k));
      sum += sure[k] * w;
      weight += w;
    }
    return (float) (sum / weight);
  }

  private static int level(String tag) {
    return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))
        ? tag.charAt(1) - '0'
        : 0;
  }
}
