package org.skep.reading;

import java.time.Duration;
import java.util.List;
import org.skep.model.Copy;

/**
 * An article that repeats another one's words.
 *
 * @param lag how long after the original it appeared
 * @param inOrigin share of its words found in the origin
 * @param ofOrigin share of the origin's words found in it
 */
public record CopyView(
    ArticleRef article,
    Copy.Kind kind,
    boolean retitled,
    Duration lag,
    double inOrigin,
    double ofOrigin,
    List<Passage> passages) {
  public CopyView {
    passages = List.copyOf(passages);
  }

  /**
   * The same passage here and there.
   *
   * @param begin where it begins in the copy's text
   * @param originBegin where it begins in the origin's text
   * @param words the words, as the copy has them
   */
  public record Passage(
      int begin, int end, long origin, int originBegin, int originEnd, String words) {}
}
