package org.skep.extract;

import java.util.List;

/** What one pass over all blocks tells. */
final class PageView {
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

  double titleShare(Block block) {
    return hints.titleShare(block);
  }

  int jsonLd(int index) {
    return hints.jsonLd(hashes[index]);
  }

  boolean describes(int index) {
    return hints.describes(hashes[index]);
  }
}
