package org.skep.extract;

import java.util.List;

/**
 * A run of text between two block-level borders or line breaks, with the links in it: the unit that
 * is kept or dropped.
 */
final class Block {
  final int index;

  /** The innermost element that holds all of the text. */
  final Zone zone;

  /** The innermost block-level element around it. */
  final Zone box;

  /** White space collapsed, never blank. */
  final String text;

  final List<Run> links;

  /** Bold runs at the start tell a label from a sentence. */
  final int boldChars;

  /**
   * Line breaks between the previous block and this one in the same box; 0 when it opens the box.
   */
  final int breaksBefore;

  final TextShape shape;

  /** Its words, see {@link WordHashes}. */
  final long[] hashes;

  /** One hash for all of its words: what a site profile knows it by. */
  final long hash;

  final int words;
  final int linkWords;

  /** See {@link TagKinds}. */
  final int tagNumber;

  private final int linkChars;

  /** What its phrases say, see {@link #said}; -1 until asked. */
  private int said = -1;

  /**
   * A link within a block.
   *
   * @param begin first UTF-16 unit in the block's text
   * @param end one past the last
   */
  record Run(int begin, int end, String href) {}

  Block(
      int index,
      Zone zone,
      Zone box,
      char[] chars,
      int length,
      List<Run> links,
      int boldChars,
      int breaksBefore) {
    this.index = index;
    this.zone = zone;
    this.box = box;
    this.text = new String(chars, 0, length);
    this.links = List.copyOf(links);
    this.boldChars = boldChars;
    this.breaksBefore = breaksBefore;
    this.shape = TextShape.of(chars, length);
    this.hashes = WordHashes.of(chars, 0, length);
    this.hash = WordHashes.join(hashes, 0, hashes.length);
    this.words = shape.words();
    this.tagNumber = TagKinds.tagNumber(box.tag);
    this.linkChars = linkChars(links);
    this.linkWords =
        linkChars == 0
            ? 0
            : Math.max(1, (int) Math.round((double) words * linkChars / text.length()));
  }

  /** Share of the characters that are links. */
  double linkDensity() {
    return Math.min(1, (double) linkChars / text.length());
  }

  private static int linkChars(List<Run> links) {
    int linked = 0;
    for (Run run : links) {
      linked += run.end() - run.begin();
    }
    return linked;
  }

  /** The classes of boilerplate its words speak of, as bits 1 &lt;&lt; kind; looked up once. */
  int said(Phrases phrases) {
    int known = said;
    if (known < 0) {
      known = phrases.match(hashes);
      said = known;
    }
    return known;
  }

  /** Prose by its looks: a dozen words, a sentence's end, few links. */
  boolean isParagraph() {
    return words >= 12 && shape.sentenceEnds() > 0 && linkDensity() < 0.5;
  }

  boolean isHeading() {
    return box.has(Zone.HEADING);
  }

  @Override
  public String toString() {
    return box.tag + ": " + text;
  }
}
