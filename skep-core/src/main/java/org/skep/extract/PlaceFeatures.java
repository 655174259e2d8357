package org.skep.extract;

import org.skep.learn.FeatureNames;
import org.skep.learn.FeatureSink;

/**
 * Where a block stands: on the page, after the headline, in which elements, beside which other
 * blocks; and whether what the page declares about its article says the same words.
 */
final class PlaceFeatures {
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
  private final FeatureNames.Group boxWords;
  private final FeatureNames.Group boxLinks;
  private final FeatureNames.Group boxParagraphs;
  private final FeatureNames.Group outerWords;
  private final FeatureNames.Group outerLinks;
  private final FeatureNames.Group outerParagraphs;
  private final FeatureNames.Group near;
  private final FeatureNames.Group item;

  PlaceFeatures(FeatureNames names) {
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
    boxWords = names.group("box-words");
    boxLinks = names.group("box-links");
    boxParagraphs = names.group("box-paragraphs");
    outerWords = names.group("outer-words");
    outerLinks = names.group("outer-links");
    outerParagraphs = names.group("outer-paragraphs");
    near = names.group("near");
    item = names.group("item");
  }

  void add(Block block, PageView page, FeatureSink active) {
    place(block, page, active);
    surroundings(block, active);
    neighbours(block, page, active);
  }

  private void place(Block block, PageView page, FeatureSink active) {
    active.add(position.id(10 * block.index / page.blocks.size()));
    active.add(
        wordPosition.id((int) (10L * page.wordsBefore[block.index] / Math.max(1, page.words))));
    int since = block.index - page.heading;
    int place =
        page.heading < 0
            ? 0
            : since < -3
                ? 1
                : since < 0 ? 2 : since == 0 ? 3 : 3 + TagKinds.bin(since, TagKinds.WORD_BINS);
    active.add(heading.id(place));
    if (page.earlier[block.index]) {
      active.add(repeats.id(Math.min(3, block.words / 4)));
    }
    if (page.later[block.index]) {
      active.add(repeats.id(4 + Math.min(3, block.words / 4)));
    }
    if (block.words <= 30) {
      active.add(titleShare.id(TagKinds.bin(page.titleShare(block), TagKinds.SHARE_BINS)));
    }
    active.add(jsonLd.id(page.jsonLd(block.index) * 4 + Math.min(3, block.words / 4)));
    if (page.describes(block.index)) {
      active.add(described.id(block.words > 8 ? 1 : 0));
    }
  }

  private void surroundings(Block block, FeatureSink active) {
    int size = Math.min(3, TagKinds.bin(block.words, TagKinds.WORD_BINS) / 3);
    for (int f = 0; f < Zone.FLAGS; f++) {
      if (block.zone.has(1 << f)) {
        active.add(flags.id(f));
        active.add(flagWords.id(f * 4 + size));
      }
    }
    active.add(depth.id(Math.min(15, block.box.depth / 2)));
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
      active.add(
          item.id(TagKinds.bin(outer.words / Math.max(1, outer.blocks), TagKinds.WORD_BINS)));
    }
  }

  private static void aggregate(
      Zone zone,
      FeatureNames.Group mean,
      FeatureNames.Group linked,
      FeatureNames.Group paragraphs,
      FeatureSink active) {
    active.add(mean.id(TagKinds.bin(zone.words / Math.max(1, zone.blocks), TagKinds.WORD_BINS)));
    active.add(
        linked.id(
            TagKinds.bin((double) zone.linkWords / Math.max(1, zone.words), TagKinds.SHARE_BINS)));
    active.add(paragraphs.id(Math.min(6, zone.paragraphs)));
  }

  private void neighbours(Block block, PageView page, FeatureSink active) {
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
      int size = Math.min(5, TagKinds.bin(other.words, TagKinds.WORD_BINS) / 2);
      active.add(
          near.id(
              base
                  + size * 3
                  + (other.linkDensity() < 0.2 ? 0 : other.linkDensity() < 0.6 ? 1 : 2)));
      active.add(near.id(base + 18 + TagKinds.tagGroup(other.tagNumber)));
      if (other.box.parent == block.box.parent || other.box == block.box) {
        active.add(near.id(base + 30));
      }
      if (other.shape.endsSentence()) {
        active.add(near.id(base + 31));
      }
    }
  }
}
