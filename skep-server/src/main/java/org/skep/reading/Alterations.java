package org.skep.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.skep.model.Analysis;
import org.skep.model.Copy;
import org.skep.model.Quote;
import org.skep.model.Span;

/**
 * Words a copy changed: what stands between two matching passages that follow each other closely in
 * the copy and in its origin. Linear in the passages. Weak: a change at the very end of the text
 * has no passage after it.
 */
final class Alterations {
  private static final int GAP_MAX = 160;
  private static final int ALTERATIONS_MAX = 8;

  private Alterations() {}

  /** In the copy's order. */
  static List<CopyView.Alteration> of(Copy copy, Analysis here, Analysis origin) {
    List<Copy.Passage> passages =
        copy.passages().stream()
            .filter(passage -> passage.there().article() == origin.article().id())
            .filter(passage -> passage.here().end() <= here.article().text().length())
            .filter(passage -> passage.there().end() <= origin.article().text().length())
            .sorted(Comparator.comparingInt(passage -> passage.here().begin()))
            .toList();
    var found = new ArrayList<CopyView.Alteration>();
    for (int i = 1; i < passages.size() && found.size() < ALTERATIONS_MAX; i++) {
      Copy.Passage before = passages.get(i - 1);
      Copy.Passage after = passages.get(i);
      int begin = before.here().end();
      int end = after.here().begin();
      int thereBegin = before.there().end();
      int thereEnd = after.there().begin();
      if (begin <= end
          && thereBegin <= thereEnd
          && end - begin <= GAP_MAX
          && thereEnd - thereBegin <= GAP_MAX) {
        String now = here.article().text().substring(begin, end).strip();
        String was = origin.article().text().substring(thereBegin, thereEnd).strip();
        if (!Wording.words(now).equals(Wording.words(was))) {
          found.add(
              new CopyView.Alteration(kind(here, begin, end, was, now), was, now, begin, end));
        }
      }
    }
    return found;
  }

  private static CopyView.Alteration.Kind kind(
      Analysis here, int begin, int end, String was, String now) {
    if (!digits(was).equals(digits(now))) {
      return CopyView.Alteration.Kind.NUMBER;
    }
    boolean quoted =
        here.quotes().stream()
            .filter(quote -> quote.type() != Quote.Type.INDIRECT)
            .flatMap(quote -> quote.content().stream())
            .anyMatch(span -> overlaps(span, begin, end));
    return quoted ? CopyView.Alteration.Kind.QUOTE : CopyView.Alteration.Kind.WORDS;
  }

  /** Touching counts: words left out at the end of a quote stand after its last one. */
  private static boolean overlaps(Span span, int begin, int end) {
    return span.begin() <= end && begin <= span.end();
  }

  private static String digits(String text) {
    return text.replaceAll("\\P{Nd}+", " ").strip();
  }
}
