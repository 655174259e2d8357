package org.skep.quotes;

import org.jspecify.annotations.Nullable;

/** Who has the floor: the last that spoke, whom later quotations may belong to. */
final class Floor {
  private @Nullable Draft speaking;
  private int paragraph;

  void give(Draft draft, int number) {
    speaking = draft;
    paragraph = number;
  }

  @Nullable Draft speaking() {
    return speaking;
  }

  /** Whoever has had the floor for no more than some paragraphs, and is known. */
  @Nullable Draft knownSince(int number, int paragraphs) {
    Draft draft = speaking;
    return draft != null && draft.hasSource() && number - paragraph <= paragraphs ? draft : null;
  }

  boolean isOf(int number) {
    return speaking != null && paragraph == number;
  }
}
