package org.skep.quotes;

import org.jspecify.annotations.Nullable;

/** Who has the floor: the last that spoke, whom later quotations may belong to. */
final class Floor {
  private @Nullable Draft speaking;
  private int paragraph;
  private @Nullable Draft announced;
  private int announcedParagraph;
  private @Nullable Draft topic;
  private int topicParagraph;

  /** Names whose words a paragraph will hold; {@code null} when nobody's are announced. */
  void announce(@Nullable Draft draft, int number) {
    announced = draft;
    announcedParagraph = number;
  }

  /** Whose words a paragraph was said to hold. */
  @Nullable Draft announced(int number) {
    return announcedParagraph == number ? announced : null;
  }

  /** Names whom a sentence without speech was about; {@code null} when it was about nobody. */
  void mention(@Nullable Draft draft, int number) {
    topic = draft;
    topicParagraph = number;
  }

  /** Whom the sentence before was about, if it stands in this paragraph. */
  @Nullable Draft topic(int number) {
    return topicParagraph == number ? topic : null;
  }

  void give(Draft draft, int number) {
    topic = null;
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
