package org.skep.reading;

import java.util.List;
import org.skep.model.Copy;
import org.skep.model.Span;

/**
 * The numbers and quotes a copy changed, in the words of both texts. The copies stage found them;
 * they are only read out here.
 */
final class Alterations {
  private static final int ALTERATIONS_MAX = 8;

  private Alterations() {}

  /**
   * In the copy's order.
   *
   * @param text of the copy, in the revision that was compared
   * @param originText of its origin
   */
  static List<CopyView.Alteration> of(Copy copy, String text, String originText) {
    return copy.alterations().stream()
        .filter(changed -> within(changed.here(), text) && within(changed.there(), originText))
        .limit(ALTERATIONS_MAX)
        .map(changed ->
            new CopyView.Alteration(
                changed.what(),
                changed.there().of(originText),
                changed.here().of(text),
                changed.here().begin(),
                changed.here().end()))
        .toList();
  }

  private static boolean within(Span span, String text) {
    return span.end() <= text.length();
  }
}
